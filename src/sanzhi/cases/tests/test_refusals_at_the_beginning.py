"""Lead, party, officers, filing, investigation: each refusal beside the success that differs in one thing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from sanzhi.cases.commands import RegisterLead, register_lead
from sanzhi.cases.queries import only_proceeding, papers, visible_case, visible_proceeding
from sanzhi.demo.cast import Bureau
from sanzhi.demo.deeds import Plan
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.actor import system
from sanzhi.kernel.errors import NotVisible
from tests.stories import done, reasons, refused

Reached = Callable[..., Story]
TODAY = date(2026, 9, 1)
LEAD = {
    "procedure": "penalty/ordinary",
    "cause_code": "C04",
    "source": "patrol",
    "happened_on": TODAY,
    "found_on": TODAY,
    "place": "某路某号",
    "summary": "在人行道设置固定售货亭。",
}


@pytest.mark.parametrize(
    ("who", "changed", "said"),
    [
        ("gongshi", {}, "没有行政执法证"),
        ("zhifa1", {"happened_on": date(2026, 9, 2)}, "日期有误"),
        ("zhifa1", {"happened_on": date(1900, 1, 1)}, "1900年1月1日在100年以前，应系误填"),
        ("zhifa1", {"summary": "。。。。。。"}, "“简要案情”只有标点符号"),
        ("zhifa1", {"found_on": date(2026, 8, 31)}, "日期有误"),
        ("zhifa1", {"found_on": date(2026, 9, 2)}, "日期有误"),
        ("zhifa1", {"cause_code": "C16"}, "不再适用于新发生的行为"),
        ("zhifa1", {"cause_code": "C26"}, "本机关无权立案"),
        (
            "zhifa1",
            {"procedure": "coercion/demolition-order", "cause_code": "QZ05"},
            "不是由线索开启的职权",
        ),
        ("zhifa1", {"procedure": "license/ordinary"}, "不能按“license/ordinary”登记线索"),
    ],
)
def test_a_lead(reached: Reached, who: str, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="lead")
    assert said in refused(story, "cases.register_lead", who=who, **{**LEAD, **changed})
    assert only_proceeding(done(story, "cases.register_lead", **LEAD)).step == "lead"


def test_another_authority_does_not_see_the_case(reached: Reached) -> None:
    story = reached(stop="lead")
    own = story.bureau.actor("zhifa1")
    assert visible_proceeding(own, story.case_id).case_id == story.case_id
    assert visible_case(own, story.case_id).pk == story.case_id
    other = replace(own, authority="000000")
    for seen in (visible_case, visible_proceeding):
        with pytest.raises(NotVisible):
            seen(other, story.case_id)


def test_the_same_lead_sent_twice_is_one_lead(reached: Reached) -> None:
    story = reached(stop="lead")
    number = done(story, "cases.register_lead", **LEAD).number
    assert f"内容完全相同的线索（{number}）" in refused(story, "cases.register_lead", **LEAD)
    done(story, "cases.register_lead", **{**LEAD, "summary": "另一处占道经营的线索。"})


def test_a_lead_is_registered_by_somebody_of_the_bureau(reached: Reached) -> None:
    story = reached(stop="lead")
    order = RegisterLead.model_validate(LEAD)
    assert "您不是本机关人员" in reasons(lambda: register_lead(system(story.bureau.authority.code), order))


def test_what_was_approved_to_be_filed_is_not_declined(reached: Reached) -> None:
    story = reached(stop="filing")
    story.paper("D03")
    right = {"kind": "not_filed", "reason": "违法行为轻微，不予立案。"}
    said = refused(story, "cases.close_case", who="duizhang1", **right)
    assert "没有批准不予立案" in said and "行政处罚法第五十四条" in said
    done(story, "cases.complete_step")


UNKNOWN = {"id_type": "没有查明"}
PERSON = {"kind": "person", "name": "李某", "born_on": date(1990, 1, 1), "address": "某处某号", **UNKNOWN}
OWNER = {**PERSON, "kind": "individual_business", "representative": "李某"}
RESIDENT = {"id_type": "居民身份证"}
COMPANY = {
    "kind": "organisation",
    "name": "某某公司",
    "credit_code": "91000000MA00000000",
    "representative": "李某",
    "address": "某处某号",
}


@pytest.mark.parametrize(
    ("party", "changed", "said"),
    [
        (PERSON, {"born_on": None}, "查明并填写出生日期"),
        (PERSON, {"id_number": "000000199001011230", **RESIDENT}, "校验"),
        (PERSON, RESIDENT, "证件类型是“居民身份证”，没有填写证件号码"),
        (PERSON, {"id_type": "护照"}, "没有查明证件号码的，证件类型选“没有查明”"),
        (PERSON, {"id_number": "E12345678"}, "证件类型是“没有查明”，却填写了证件号码"),
        (OWNER, RESIDENT, "没有填写证件号码"),
        (COMPANY, {"id_number": "E12345678"}, "单位以统一社会信用代码识别，不填写证件号码"),
        (PERSON, {"id_number": "000000199001011230", "id_type": "护照"}, "校验"),
        (
            PERSON,
            {"born_on": date(1990, 1, 2), "id_number": "０００００0 19900101 0018", **RESIDENT},
            "与居民身份证号码中的不一致",
        ),
        (PERSON, {"sex": "女", "id_number": "000000199001010018", **RESIDENT}, "性别与居民身份证号码不符"),
        (PERSON, {"phone": "abc"}, "“联系电话”应为电话号码"),
        (COMPANY, {"phone": "0375-0000000转ab"}, "“联系电话”应为电话号码"),
        (COMPANY, {"representative": ""}, "单位应当填写法定代表人"),
        (COMPANY, {"credit_code": "ABC"}, "单位应当填写18位统一社会信用代码"),
        (OWNER, {"credit_code": "990000199001011234"}, "填的是居民身份证号码的写法，这一项会公示"),
        (COMPANY, {"credit_code": "99000019900101123X"}, "填的是居民身份证号码的写法，这一项会公示"),
        (COMPANY, {"name": "某某公司13800001111"}, "“姓名或者名称”中有证件号码、电话或者账号，名称会公示"),
        (OWNER, {"trade_name": "990000199001011234烟酒店"}, "“字号”中有证件号码、电话或者账号"),
    ],
)
def test_a_party(reached: Reached, party: dict[str, Any], changed: dict[str, Any], said: str) -> None:
    story = reached(stop="lead")
    assert said in refused(story, "cases.register_party", **{**party, **changed})
    assert done(story, "cases.register_party", **party).name == party["name"]


@pytest.mark.parametrize(
    ("who", "names", "said"),
    [
        ("zhifa1", ["zhifa1", "zhifa2"], "这项工作由中队长、机关负责人办理"),
        ("fazhi", ["zhifa1", "zhifa2"], "这项工作由中队长、机关负责人办理"),
        ("duizhang1", ["zhifa1", "gongshi"], "没有行政执法证"),
        ("duizhang1", ["zhifa1", ""], "名单中有人不在本机关"),
    ],
)
def test_officers(reached: Reached, who: str, names: list[str], said: str) -> None:
    story = reached(stop="lead")
    ids = [story.bureau.officers[name].pk if name else 999_999 for name in names]
    assert said in refused(story, "cases.assign_officers", who=who, officers=ids)
    fit = [story.bureau.officers[name].pk for name in ("zhifa3", "zhifa2")]
    done(story, "cases.assign_officers", who="duizhang1", officers=fit)
    assert "您不是本案承办人" in refused(story, "cases.register_party", who="zhifa1", **PERSON)
    done(story, "cases.register_party", who="zhifa3", **PERSON)


def test_leaving_a_step_needs_its_paper_its_people_and_a_fresh_page(reached: Reached) -> None:
    story = reached(stop="lead")
    assert "缺少《" in refused(story, "cases.complete_step")
    story.paper("D02")
    for who in ("jiandu", "fazhi"):
        assert "只有本案承办人或者有审批权的负责人" in refused(story, "cases.complete_step", who=who)
    assert "您看到的页面已陈旧" in refused(story, "cases.complete_step", step="filing")
    assert done(story, "cases.complete_step", step="lead").step == "filing"
    assert "您看到的页面已陈旧" in refused(story, "cases.complete_step", step="lead")


def test_an_act_waits_for_its_step_and_belongs_to_the_officers(reached: Reached) -> None:
    story = reached(stop="investigation")
    found = {"kind": "record", "name": "现场检查笔录", "proves": "违法事实"}
    assert "此时不能这样办理" in refused(
        story, "penalty.propose_penalty", fine=800, correction="责令立即改正。", reason="属一般档次。"
    )
    assert "您不是本案承办人" in refused(story, "cases.add_evidence", who="duizhang1", **found)
    assert done(story, "cases.add_evidence", **found).case_id == story.case_id


def without_party(bureau: Bureau, plan: Plan) -> Story:
    story = Story(bureau, plan)
    story.case_id = done(story, "cases.register_lead", **LEAD).pk
    ids = [bureau.officers[name].pk for name in ("zhifa1", "zhifa2")]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    return story


def test_nobody_is_decided_upon_who_was_not_registered(
    bureau: Bureau, plan: Callable[..., Plan], unprinted: None
) -> None:
    story = without_party(bureau, plan())
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "尚未登记当事人。（依据：行政处罚法第五十九条）" in said
    story.paper("D02")
    done(story, "cases.complete_step")
    assert "尚未登记当事人。（依据：行政处罚法第五十四条）" in refused(story, "cases.complete_step")
    done(story, "cases.register_party", **PERSON)
    for who, command in (("juzhang", "penalty.decide_penalty"), ("zhifa1", "cases.complete_step")):
        assert "尚未登记当事人" not in refused(story, command, who=who)


def test_the_filing_is_approved_by_the_head(reached: Reached) -> None:
    story = reached(stop="filing_signing")
    said = refused(story, "cases.complete_step")
    assert "缺少《立案（不予立案）审批表》" in said and "行政处罚法第五十四条" in said
    (paper,) = (row.document_id for row in papers(story.proceeding) if row.form == "D03")
    story.sign_all(paper)
    assert "只有本案承办人或者有审批权的负责人" in refused(story, "cases.complete_step", who="jiandu")
    assert done(story, "cases.complete_step").filed_on == clock.today()


@pytest.mark.parametrize(
    ("kind", "reason", "said"),
    [
        ("performed", "不予立案，另行教育。", "不能以“履行完毕”结案"),
        ("minor", "违法行为轻微，不予处罚。", "请选择：不予立案、移送其他机关、终止。"),
        ("lapsed", "不予立案，另行教育。", "不能以“逾期不补正，视为撤回”结案"),
        ("not_filed", "轻微", "请写明结案理由"),
    ],
)
def test_a_lead_that_is_not_filed(reached: Reached, kind: str, reason: str, said: str) -> None:
    story = reached(stop="filing")
    right = {"kind": "not_filed", "reason": "违法行为轻微，不予立案。"}
    assert "没有批准不予立案的《立案（不予立案）审批表》" in refused(
        story, "cases.close_case", who="duizhang1", **right
    )
    story.paper("D03", {"proposal": "decline"})
    assert "审批表》批准的是不予立案" in refused(story, "cases.complete_step")
    assert said in refused(story, "cases.close_case", who="duizhang1", kind=kind, reason=reason)
    assert "这项工作由中队长、机关负责人办理" in refused(story, "cases.close_case", **right)
    assert done(story, "cases.close_case", who="duizhang1", **right).closed_on == clock.today()
    for command, fields in (("cases.close_case", right), ("cases.register_party", PERSON)):
        assert "本案已经结案" in refused(story, command, who="duizhang1", **fields)
    assert "本案已经结案" in refused(story, "cases.complete_step")


def test_an_investigation_has_evidence_records_and_films(reached: Reached) -> None:
    story = reached(stop="investigation")
    said = refused(story, "cases.complete_step")
    for words in ("尚未登记任何证据", "没有音像记录", "缺少《"):
        assert words in said
    done(story, "cases.add_evidence", kind="record", name="现场检查笔录", proves="违法事实")
    story.paper("D08")
    story.paper("D10")
    for moment in ("site_inspection", "interview"):
        assert f"“{'现场检查' if moment == 'site_inspection' else '询问'}" in refused(
            story, "cases.complete_step"
        )
        story._film(moment)
    assert "尚未查明事实" in refused(story, "cases.complete_step")
    story.establish()
    assert done(story, "cases.complete_step").step == "report"


@pytest.mark.parametrize(
    ("command", "who", "plan"),
    [
        ("cases.complete_step", "zhifa1", {"stop": "investigation"}),
        ("cases.complete_step", "zhifa1", {"stop": "correction", "cause": "C01"}),
        ("penalty.decide_penalty", "juzhang", {"stop": "decision_approved"}),
    ],
)
def test_two_officers_and_not_one(reached: Reached, command: str, who: str, plan: dict[str, Any]) -> None:
    story = reached(**plan)
    ids = [story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2")]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids[:1])
    said = refused(story, command, who=who)
    assert "现有1名具备资格的承办人，执法人员不得少于2人" in said and "行政处罚法第四十二条" in said
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    if who == "juzhang":
        assert done(story, command, who=who).number
    else:
        assert "不得少于2人" not in refused(story, command, who=who)


def test_a_certificate_that_ran_out_makes_one_officer_too_few(reached: Reached) -> None:
    story = reached(stop="investigation")
    with clock.moved(datetime(2032, 3, 1, 9, tzinfo=clock.CHINA)):
        said = refused(story, "cases.complete_step")
    assert "现有0名" in said and "不在有效期内" in said
    assert "具备资格的承办人" not in refused(story, "cases.complete_step")


def test_what_was_begun_is_recorded_also_where_it_ends_early(reached: Reached) -> None:
    """Asked without a film, then the party dies: the record of the interview is owed, or its lack explained."""
    story = reached(stop="investigation")
    story._film("site_inspection")
    story.paper("D10")
    died = {"ground": "died", "proof": "居民死亡医学证明"}
    done(story, "cases.end_investigation", who="juzhang", **died)
    reason = "当事人死亡，终止调查。"
    story.paper("D68", {"closure_kind": "ended", "closure_reason": reason})
    close = {"who": "duizhang1", "kind": "ended", "reason": reason}
    told = refused(story, "cases.close_case", **close)
    assert "没有音像记录" in told and "行政处罚法第四十七条" in told
    story._film("interview")
    assert done(story, "cases.close_case", **close).closed_on


def test_who_cannot_tell_what_he_does_has_a_guardian(reached: Reached) -> None:
    story = reached(stop="lead")
    party = {**story.plan.party, "is_incapable": True}
    told = refused(story, "cases.register_party", **party)
    assert "由监护人代理，请填写监护人" in told and "民法典第二十一条" in told
    assert done(story, "cases.register_party", **party, guardian="家长某").is_incapable
