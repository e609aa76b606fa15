"""Free words impose nothing, records are of the case's own days, and who stands for the party is none of ours."""

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases.models import SuspendedFor
from sanzhi.demo import people
from sanzhi.demo.papers import TYPED
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.commands import registered_commands
from tests.renewals import move, renewed
from tests.stories import appointed, done, established, reasons, refused

Reached = Callable[..., Story]
ORDERS = "另处行政拘留十日，并处罚款20000元，缴至个人账户6222000011112222333"
LAW = "行政处罚法第九条、第四十四条、第五十九条"


@pytest.mark.parametrize("field", ["place", "conduct", "consequence", "gains_note"])
@pytest.mark.parametrize("words", ["另处行政拘留十日", "罚款20000元", "给予吊销许可证", "缴至某人个人账户"])
def test_facts_impose_nothing(reached: Reached, field: str, words: str) -> None:
    story = reached(stop="report")
    said = reasons(lambda: established(story, **{field: f"在人行道设置售货亭，{words}"}))
    assert "等于另行作出决定、采取措施或者要求付款" in said and LAW in said and "请只写事实和理由" in said


def test_facts_may_tell_of_earlier_measures(reached: Reached) -> None:
    story = reached(stop="report")
    conduct = "未取得许可证设置售货亭；2025年曾被处以罚款500元，其店铺已自行关闭，烤炉被公安机关扣押。"
    assert established(story, conduct=conduct).conduct == conduct


def test_an_answer_imposes_nothing_but_may_speak_of_the_proposed_fine(reached: Reached) -> None:
    story = reached(stop="plea")
    done(story, "cases.record_plea", text="家庭困难，请不要罚款800元，更不要另处其他处罚。")
    wrong = {"is_accepted": False, "answer": f"数额适当，{ORDERS}。"}
    assert "“核实的情况和理由”中写有" in refused(story, "cases.answer_plea", **wrong)
    right = {"is_accepted": False, "answer": "拟罚款800元在法定幅度内，数额适当。"}
    assert done(story, "cases.answer_plea", **right).answered_on == clock.today()


def test_the_ground_of_a_revocation_imposes_nothing(reached: Reached) -> None:
    story = reached(stop="service")
    wrong = {"kind": "revoked", "overturned_for": ["evidence"], "ground": f"主要证据不足，{ORDERS}"}
    assert "等于另行作出决定" in refused(story, "cases.propose_overturn", **wrong)
    done(story, "cases.propose_overturn", **{**wrong, "ground": "主要证据不足，原决定罚款不当。"})


@pytest.mark.parametrize(
    ("act", "who", "order", "field"),
    [
        ("cases.add_evidence", "zhifa1", {"kind": "record", "name": "笔录"}, "proves"),
        ("cases.suspend_case", "juzhang", {"ground": SuspendedFor.values[0]}, "reason"),
        ("cases.register_party", "zhifa1", {"kind": "person", "name": "李某"}, "address"),
        ("cases.order_appraisal", "zhifa1", {"subject": "设施", "appraiser": "某检测中心"}, "question"),
    ],
)
def test_what_reaches_a_paper_imposes_nothing(
    reached: Reached, act: str, who: str, order: dict[str, Any], field: str
) -> None:
    story = reached(stop="investigation")
    fields = registered_commands()[act].order.model_fields
    known = {name: value for name, value in order.items() if name in fields}
    assert "等于另行作出决定" in refused(story, act, who=who, **known, **{field: f"某路1号，{ORDERS}"})


def test_a_lead_imposes_nothing(reached: Reached) -> None:
    story = reached(stop="lead")
    lead: dict[str, Any] = {"procedure": "penalty/ordinary", "cause_code": "C04", "source": "patrol"}
    lead |= {"happened_on": clock.today(), "found_on": clock.today(), "place": "某路2号"}
    assert "“简要案情”中写有" in refused(story, "cases.register_lead", **lead, summary=f"设摊，{ORDERS}")
    done(story, "cases.register_lead", **lead, summary="在人行道设置固定售货亭一处。")


def written(story: Story, form: str, **values: Any) -> Any:
    known = TYPED[form](story.proceeding) if form in TYPED else {}
    typed = {**known, **values}
    return done(story, "cases.write_document", form=form, values=typed).pk


@pytest.mark.parametrize("form", ["D08", "D10"])
def test_a_record_is_of_a_day_of_the_case(reached: Reached, form: str) -> None:
    story = reached(stop="investigation")
    early = story.case.registered_on - timedelta(days=1)
    times = {"started_at": f"{early}T09:00", "ended_at": f"{early}T10:00"}
    pk = written(story, form, **times)
    said = refused(story, "cases.submit_document", document=pk)
    assert "不在本案办理期间" in said and "第五十五条" in said and "登记为证据并写明来源" in said
    late = clock.today() + timedelta(days=1)
    for day, fits in ((late, False), (clock.today(), True)):
        now = {"started_at": f"{day}T09:00", "ended_at": f"{day}T10:00"}
        done(story, "cases.fill_document", document=pk, values=now)
        if not fits:
            assert "不晚于今天" in refused(story, "cases.submit_document", document=pk)
    assert done(story, "cases.submit_document", document=pk).status == "signing"


def test_a_record_is_not_older_than_the_assignment_of_who_made_it(reached: Reached) -> None:
    story = reached(stop="investigation")
    clock.advance(timedelta(days=2))
    yesterday, ids = clock.today() - timedelta(days=1), ("zhifa1", "zhifa3")
    crew = [story.bureau.officers[name].pk for name in ids]
    done(story, "cases.assign_officers", who="duizhang1", officers=crew)
    pk = written(story, "D08", started_at=f"{yesterday}T09:00", ended_at=f"{yesterday}T10:00")
    assert "不在本案办理期间" in refused(story, "cases.submit_document", document=pk)


@pytest.mark.parametrize(
    ("form", "field", "more"),
    [
        ("D08", "witness", {"present": "当事人不在场，由见证人见证"}),
        ("D10", "interviewee", {"relation": "证人"}),
        ("D12", "provider", {"evidence_name": "照片", "evidence_source": "监控", "original_place": "某处"}),
    ],
)
def test_nobody_of_ours_is_seen_or_heard(
    reached: Reached, form: str, field: str, more: dict[str, Any]
) -> None:
    story = reached(stop="investigation")
    pk = written(story, form, **more, **{field: story.bureau.officers["zhifa3"].name})
    said = refused(story, "cases.submit_document", document=pk)
    assert "是本机关人员，不能作为" in said and "行政处罚法第四十二条" in said


@pytest.mark.parametrize(
    ("form", "field", "more", "told"),
    [
        ("D08", "witness", {"present": "当事人不在场，由见证人见证"}, "不能作为见证人"),
        ("D10", "interviewee", {"relation": "证人"}, "是本案当事人，与本案关系不能是“证人”"),
    ],
)
def test_the_party_is_not_named_in_the_place_of_others(
    reached: Reached, form: str, field: str, more: dict[str, Any], told: str
) -> None:
    """Both fields begin with the party or are typed: who was not there, or was not asked, is not named."""
    story = reached(stop="investigation")
    pk = written(story, form, **more, **{field: story.party.name})
    assert told in refused(story, "cases.submit_document", document=pk)
    done(story, "cases.fill_document", document=pk, values={field: "秦朗"})
    done(story, "cases.submit_document", document=pk)


def test_nobody_of_ours_pleads(reached: Reached) -> None:
    story = reached(stop="plea")
    done(story, "cases.record_plea", text="家庭困难，请求从轻。")
    pk = written(story, "D31", speaker=story.bureau.officers["zhifa1"].name)
    assert "不能作为陈述申辩人" in refused(story, "cases.submit_document", document=pk)
    done(story, "cases.fill_document", document=pk, values={"speaker": story.party.name})
    done(story, "cases.submit_document", document=pk)


def test_who_is_asked_as_the_party_is_the_party(reached: Reached) -> None:
    story = reached(stop="investigation")
    pk = written(story, "D10", interviewee="李某某", relation="当事人")
    assert "“李某某”不是本案当事人" in refused(story, "cases.submit_document", document=pk)
    own = {"interviewee": story.party.name}
    done(story, "cases.fill_document", document=pk, values={**own, "id_number": "1"})
    assert "“1”不是有效的证件号码" in refused(story, "cases.submit_document", document=pk)
    other = people.person(random.Random(77))["id_number"]
    done(story, "cases.fill_document", document=pk, values={**own, "id_number": other})
    assert "号码不同" in refused(story, "cases.submit_document", document=pk)
    done(story, "cases.fill_document", document=pk, values={**own, "id_number": story.party.id_number})
    assert done(story, "cases.submit_document", document=pk).status == "signing"


@pytest.mark.parametrize("field", ["guardian", "representative"])
def test_nobody_of_ours_stands_for_the_party(reached: Reached, field: str) -> None:
    story = reached(stop="lead")
    party = {**story.plan.party, field: story.bureau.officers["zhifa2"].name}
    said = refused(story, "cases.register_party", **party)
    assert "是本机关人员，不能作为当事人的" in said and "民法典第二十三条" in said
    done(story, "cases.register_party", **{**party, field: "家长某"})


def test_who_became_an_officer_does_not_take_papers_for_the_party(reached: Reached) -> None:
    story = reached(stop="notice", party=people.organisation(random.Random(3)))
    unit = story.bureau.officers["dangan"].unit_id
    person = {"username": "xinren", "name": story.party.representative, "password": "yanshi-2026-Kouling"}
    appointed(story, unit=unit, roles=["archivist"], **person)
    paper = story.paper("D29")
    service = {"document": paper.pk, "method": "direct", "served_on": clock.today()}
    taken = {"received_by": story.party.representative, "relation": "法定代表人（负责人）"}
    assert "不能作为签收人" in refused(story, "cases.serve_document", **service, **taken)


@pytest.mark.parametrize("body", ["我局", "本机关", "舞钢市城市管理局执法一中队", "舞钢市财政局", "某某公司"])
def test_of_a_head_decides_who_stands_above(reached: Reached, body: str) -> None:
    story = reached(stop="decision")
    head = story.bureau.officers["juzhang"].pk
    done(story, "cases.ask_recusal", asked_by="party", of=head, reason="该负责人是当事人的近亲属。")
    kept = {"of": head, "is_granted": False, "answer": "不符合回避的情形。", "decided_by": body}
    told = refused(
        story, "cases.decide_recusal", who="fujuzhang", **kept, decision_number="舞政回〔2026〕1号"
    )
    assert f"“{body}”不是" in told and "河南省行政执法条例第二十三条" in told


@pytest.mark.parametrize("body", ["舞钢市人民政府", "平顶山市城市管理局"])
def test_a_decision_on_a_head_has_its_number(reached: Reached, body: str) -> None:
    story = reached(stop="decision")
    head = story.bureau.officers["juzhang"].pk
    done(story, "cases.ask_recusal", asked_by="party", of=head, reason="该负责人是当事人的近亲属。")
    kept = {"of": head, "is_granted": False, "answer": "不符合回避的情形。", "decided_by": body}
    told = refused(story, "cases.decide_recusal", who="fujuzhang", **kept, decision_number="123")
    assert "完整文号" in told
    row = done(story, "cases.decide_recusal", who="fujuzhang", **kept, decision_number="舞政回〔2026〕1号")
    assert row.decided_by == body


def test_who_stands_back_moves_no_case_to_another_list(reached: Reached) -> None:
    story = reached(stop="report")
    renewed(story.bureau, "powers", at="C04", conduct="未经批准设置固定售货亭")
    of = story.bureau.officers["fazhi"].pk
    done(story, "cases.ask_recusal", asked_by="party", of=of, reason="审核人员是举报人的近亲属。")
    done(story, "cases.decide_recusal", who="juzhang", of=of, is_granted=True, answer="情况属实，决定回避。")
    assert "已经决定您回避" in reasons(lambda: move(story, "powers"))
    assert move(story, "powers", who="fazhi2").pk == story.case_id


def test_a_guardian_shows_a_number_of_his_own(reached: Reached) -> None:
    young = {**people.person(random.Random(5)), "guardian": "家长某"}
    story = reached(stop="investigation", party=young)
    other = people.person(random.Random(77))["id_number"]
    pk = written(story, "D10", interviewee="家长某", relation="当事人", id_number=other)
    assert done(story, "cases.submit_document", document=pk).status == "signing"
