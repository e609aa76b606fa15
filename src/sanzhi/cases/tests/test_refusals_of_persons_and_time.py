"""Who handled does not approve, who approved does not handle; nobody is exchanged; ninety days are ninety days."""

import random
from collections.abc import Callable
from datetime import date, timedelta

from sanzhi.cases.deadlines import deadline
from sanzhi.cases.queries import papers
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, established, in_offices, refused

Reached = Callable[..., Story]
EXTEND, EXPLAIN = "cases.extend_time", "cases.explain_delay"
WHY = {"reason": "案情复杂，需要向其他部门核实有关事实。"}


def paper(story: Story, form: str) -> int:
    return next(row.document_id for row in papers(story.proceeding) if row.form == form)


def test_who_approved_does_not_become_an_officer_of_the_case(reached: Reached) -> None:
    story = reached(stop="investigation")
    ids = {name: story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2", "juzhang")}
    said = refused(story, "cases.assign_officers", who="duizhang1", officers=list(ids.values()))
    assert "审核、审批过本案，不能再作为本案承办人" in said


def test_who_handled_does_not_decide(reached: Reached) -> None:
    story = reached(stop="lead", head="fujuzhang")
    in_offices(story, "juzhang", "bureau_head", "officer")
    ids = {name: story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2", "juzhang")}
    done(story, "cases.assign_officers", who="duizhang1", officers=list(ids.values()))
    done(story, "cases.assign_officers", who="duizhang1", officers=[ids["zhifa1"], ids["zhifa2"]])
    story.paper("D02")
    story.go()
    filing = story.paper("D03", until="bureau_head").pk
    assert "您承办过本案" in refused(story, "cases.sign_document", who="juzhang", document=filing)
    done(story, "cases.sign_document", who="fujuzhang", document=filing)


def test_the_party_stays_who_it_was(reached: Reached) -> None:
    story = reached(stop="filing_report", procedure="penalty/simplified", cause="C56", fine=100)
    party = {
        "kind": "person",
        "name": "李某",
        "born_on": date(1990, 1, 1),
        "address": "某处某号",
        "id_type": "没有查明",
    }
    assert "不能再更换、更改当事人" in refused(story, "cases.register_party", **party)


def test_nobody_is_born_after_the_act(reached: Reached) -> None:
    story = reached(stop="lead")
    party = {"kind": "person", "name": "李某", "id_type": "没有查明", "address": "某处某号"}
    late = clock.today() + timedelta(days=1)
    assert "出生日期晚于违法行为发生日" in refused(story, "cases.register_party", **party, born_on=late)
    done(story, "cases.register_party", **party, born_on=date(1990, 1, 1))


def test_another_party_makes_the_proposal_and_its_papers_stale(reached: Reached) -> None:
    story = reached(stop="investigation")
    draft = done(story, "cases.write_document", form="D08")
    other = {**story.plan.party, "name": "张另某"}
    done(story, "cases.register_party", **other)
    assert "由案件信息填写，不能在文书上改写" in refused(
        story, "cases.fill_document", document=draft.pk, values={"party_name": "李某某"}
    )


def test_a_paper_is_signed_as_long_as_it_is_true(reached: Reached) -> None:
    story = reached(stop="report")
    money = {"fine": 800, "correction": "责令立即改正。", "reason": "属一般档次。"}
    done(story, "penalty.propose_penalty", **money)
    report = done(story, "cases.write_document", form="D27")
    done(story, "cases.submit_document", document=report.pk)
    done(story, "penalty.propose_penalty", **{**money, "fine": 900})
    said = refused(story, "cases.sign_document", document=report.pk)
    assert "《案件调查终结报告》已与案件不符" in said and "请退回，重新提交" in said
    done(story, "cases.return_document", who="duizhang1", document=report.pk, reason="数额已变。")
    done(story, "cases.submit_document", document=report.pk)
    done(story, "cases.sign_document", document=report.pk)


def test_the_ninety_days_are_extended_once_and_in_time(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    assert "尚未超期" in refused(story, EXPLAIN, who="juzhang", **WHY)
    assert "这项工作由机关负责人办理" in refused(story, EXTEND, **WHY)
    done(story, EXTEND, who="juzhang", **WHY)
    assert "已经延长过一次" in refused(story, EXTEND, who="juzhang", **WHY)
    clock.advance(timedelta(days=130))
    assert "届满，不能再延长" in refused(story, EXTEND, who="juzhang", **WHY)
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "没有机关负责人说明超期原因的记录" in said and "行政处罚法第六十条" in said
    done(story, EXPLAIN, who="juzhang", **WHY)
    assert done(story, "penalty.decide_penalty", who="juzhang").weight.fine == 800
    for verb in (EXTEND, EXPLAIN):
        assert "没有正在计算的办案期限" in refused(story, verb, who="juzhang", **WHY)


def test_the_last_day_is_not_late(reached: Reached) -> None:
    story = reached(stop="decision_approved")
    last = deadline(story.proceeding, "case_decision")
    assert last is not None
    clock.advance(last.on - clock.today())
    assert "尚未超期" in refused(story, EXPLAIN, who="juzhang", **WHY)
    clock.advance(timedelta(days=1))
    done(story, EXPLAIN, who="juzhang", **WHY)


def test_no_penalty_is_decided_in_time_too(reached: Reached) -> None:
    story = reached(stop="spare", spares=True, reason="初次违法，危害后果轻微并及时改正。")
    heard = "已向当事人宣讲有关法律规定，当事人表示今后遵守。"
    done(story, "penalty.record_education", of="party", content=heard)
    story.paper("D40")
    clock.advance(timedelta(days=130))
    late = refused(story, "penalty.decide_no_penalty", who="juzhang")
    assert "没有机关负责人说明超期原因的记录" in late and "行政处罚法第六十条" in late
    done(story, EXPLAIN, who="juzhang", **WHY)
    assert done(story, "penalty.decide_no_penalty", who="juzhang").disposal == "spare"


def test_a_report_stands_on_the_finding_of_today(reached: Reached) -> None:
    story = reached(stop="notice")
    done(story, "cases.send_back", who="juzhang", reason="需要补充查明事实后再报。")
    established(story, conduct="未经同意和审批，在人行道设置固定售货亭两处。")
    said = refused(story, "cases.complete_step")
    assert "处理建议" in said and "行政处罚法" in said


def test_the_party_against_whom_a_case_is_filed_is_not_exchanged(reached: Reached) -> None:
    """The name may be mended, or the number; not one after the other until it is somebody else."""
    story, register = reached(stop="investigation"), "cases.register_party"
    filed, other = story.plan.party, people.person(random.Random(9))
    told = refused(story, register, **other)
    assert f"立案的当事人是{filed['name']}，立案以后不能换成他人" in told and "行政处罚法第五十四条" in told
    done(story, register, **{**filed, "name": "罗晓满"})
    assert "不能换成他人" in refused(story, register, **{**other, "name": "罗晓满"})
    done(story, register, **{**filed, "address": "舞钢市新址1号"})


def test_an_individual_business_is_its_owner(reached: Reached) -> None:
    story = reached(stop="filing")
    person = {**people.person(random.Random(9)), "name": "罗小满"}
    done(story, "cases.register_party", **person)
    added = done(story, "cases.add_respondent", reason="另一人共同设置该售货亭，分工收款。")
    shop = {
        "kind": "individual_business",
        "name": "小满烧烤店",
        "representative": "罗小满",
        "address": "某处",
    }
    told = refused(story, "cases.register_party", proceeding=added.pk, born_on=date(1990, 1, 1), **shop)
    assert "已是本案另一程序的当事人" in told and "行政处罚法第二十九条" in told
