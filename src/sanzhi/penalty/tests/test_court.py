"""The court is asked after the demand, after the remedies, and not too late."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases.contestable import contestable_until
from sanzhi.cases.deadlines import countdowns, decision_served_on
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.kernel.errors import Refused
from sanzhi.law.deadlines import add_months
from sanzhi.law.measures import Measure
from tests.stories import assumed_calendar, done, refused

Reached = Callable[..., Story]
YEAR = assumed_calendar(2027)
SAYS = {"statement": "当事人没有提出意见，经催告仍未缴纳。", "object_state": "罚款八百元及加处罚款。"}


def at(day: date) -> None:
    clock.advance(day - clock.today())


def test_the_court_is_asked_when_everything_is_over(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    served_on = decision_served_on(story.proceeding)
    assert served_on is not None
    said = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "期限届满后，尚未送达《履行义务催告书》" in said and "期限届满以前不能申请" in said
    over_on = add_months(served_on, 6)
    at(over_on - timedelta(days=3))
    demand = story.paper("D51")
    assert "800" in demand.values["owed"]
    story.serve(demand)
    last = contestable_until(story.proceeding)
    assert last is not None
    at(last)
    said = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "期限届满以前不能申请" in said  # the last day is still the party's
    at(over_on + timedelta(days=4))
    said = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "年度的放假安排尚未录入，不能按估算认定届满" in said
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    said = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "催告书送达后满十个工作日" in said and "行政强制法第五十四条" in said
    told = story.proceeding.calendar.add_working(over_on - timedelta(days=3), 10)
    at(told)
    said = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "催告书送达后满十个工作日" in said  # the last of the ten days is still the party's
    at(over_on + timedelta(days=25))
    assert "申请法院强制执行期限" in [row.title for row in countdowns(story.proceeding)]
    assert "机关负责人办理" in refused(story, "penalty.apply_to_court", **SAYS)
    early = {**SAYS, "late_reason": "当事人下落不明，无法催告。"}
    said = refused(story, "penalty.apply_to_court", who="juzhang", **early)
    assert "申请期限尚未届满" in said and "解释第一百五十六条" in said
    asked = done(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    paper = Document.objects.get(pk=asked.document_id)
    assert (paper.form, paper.status, paper.values["statement"]) == ("D66", "issued", SAYS["statement"])
    assert paper.values["course"] == "被申请人在法定期限内未申请行政复议、未提起行政诉讼，又未履行决定。"
    assert "已经申请过" in refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)


def test_too_late_is_too_late(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    served_on = decision_served_on(story.proceeding)
    assert served_on is not None
    at(add_months(served_on, 9) + timedelta(days=10))
    story.serve(story.paper("D51"))
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    at(clock.today() + timedelta(days=25))
    for late in ({}, {"late_reason": "工作疏忽。"}):
        told = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS, **late)
        # six months of §46 from 2026-09-06, which end on a Saturday, and three more
        assert "申请期限已于2027年6月8日届满" in told and "解释第一百五十六条" in told
        assert "请写明逾期申请的正当理由" in told


def test_too_late_for_a_reason_is_for_the_court_to_weigh(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    at(add_months(decision_served_on(story.proceeding) or clock.today(), 9) + timedelta(days=10))
    story.serve(story.paper("D51"))
    at(clock.today() + timedelta(days=25))
    why = "当事人下落不明，催告书经公告方才送达。"
    asked = done(story, "penalty.apply_to_court", who="juzhang", **SAYS, late_reason=why)
    assert Document.objects.get(pk=asked.document_id).values["late_reason"] == why
    done(story, ANSWER, **said("not_accepted", reason="逾期申请且无正当理由。"))
    clock.advance(timedelta(days=16))
    done(story, "penalty.end_enforcement", **END)
    reason = "人民法院裁定不予受理，期满未申请复议。"
    story.paper("D68", {"closure_kind": "court", "closure_reason": reason})
    done(story, "cases.close_case", who="duizhang1", kind="court", reason=reason)


def test_not_while_it_is_disputed_nor_when_it_is_paid(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    answer = {"says": "accepted", "number": "（2026）豫0481行审1号", "received_on": clock.today()}
    assert "本案没有申请人民法院强制执行" in refused(story, "penalty.record_court_answer", **answer)
    remedy = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）豫0481行初9号"}
    done(story, "cases.record_contest", accepted_on=clock.today(), **remedy)
    said = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "尚未审结" in said and "行政诉讼法第九十七条" in said
    story.pay(Decimal(800))
    assert "没有尚未履行的罚款、没收" in refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)


def test_a_demand_before_the_day_and_a_withdrawn_reconsideration_open_nothing(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    with pytest.raises(Refused, match="须写明的“应当履行的义务"):
        story.paper("D51")  # nothing is overdue that could be demanded
    remedy = {"way": "reconsideration", "body": "舞钢市人民政府", "number": "舞政复受〔2026〕9号"}
    done(story, "cases.record_contest", accepted_on=clock.today(), **remedy)
    clock.advance(timedelta(days=5))
    got = {"ended_on": clock.today(), "received_on": clock.today()}
    done(story, "cases.end_contest", **got, outcome="withdrawn", is_effective=True)
    clock.advance(timedelta(days=40))
    said = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "期限届满后，尚未送达" in said and "期限届满以前不能申请" in said


def test_the_application_tells_how_the_suit_ended(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）豫0481行初9号"}
    done(story, "cases.record_contest", accepted_on=clock.today(), **suit)
    clock.advance(timedelta(days=20))
    done(story, "cases.end_contest", ended_on=clock.today(), outcome="upheld", is_effective=True)
    clock.advance(timedelta(days=20))
    story.serve(story.paper("D51"))
    clock.advance(timedelta(days=25))
    asked = done(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    course = Document.objects.get(pk=asked.document_id).values["course"]
    assert (
        "（2026）豫0481行初9号" in course
        and "审结，决定没有被改变，此后仍未履行决定" in course
        and "未提起" not in course
    )


GRILL = {
    "cause": "C15",
    "fine": Decimal(8000),
    "measures": [Measure.CONFISCATION_OF_GOODS],
    "confiscates": "烧烤炉一台、烤架两副",
    "confiscated": Decimal(600),
}


def test_what_is_not_handed_over_is_demanded_and_asked_of_the_court(reached: Reached) -> None:
    story = reached(stop="performance", pays=False, **GRILL)
    story.pay(Decimal(8000))
    at(add_months(decision_served_on(story.proceeding) or clock.today(), 6) - timedelta(days=60))
    demand = story.paper("D51")
    assert demand.values["duties"] == "交付没收的烧烤炉一台、烤架两副" and not demand.values.get("owed")
    assert "没收烧烤炉一台、烤架两副，尚未执行" in demand.values["owed_text"]
    story.serve(demand)
    clock.advance(timedelta(days=70))
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    asked = done(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    values = Document.objects.get(pk=asked.document_id).values
    assert asked.amount == 0 and values["duties"] == "交付没收的烧烤炉一台、烤架两副"
    done(story, ANSWER, **said("accepted"))
    done(story, ANSWER, **said("granted", number="（2026）豫0481行审2号"))
    taken = {"measure": "confiscation_of_goods", "kept_at": "罚没物品仓库", "voucher": "2026 000077"}
    done(story, "penalty.take_confiscated", taken_on=clock.today(), **taken)
    story.paper("D48")
    story.go()


def test_a_demand_of_both_serves_for_the_goods_when_the_fine_is_paid(reached: Reached) -> None:
    story = reached(stop="performance", pays=False, **GRILL)
    at(add_months(decision_served_on(story.proceeding) or clock.today(), 6) - timedelta(days=60))
    demand = story.paper("D51")
    assert demand.values["duties"].startswith("缴纳8000元") and "交付没收的烧烤炉" in demand.values["duties"]
    story.serve(demand)
    story.pay(Decimal(8000))
    clock.advance(timedelta(days=70))
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    done(story, "penalty.apply_to_court", who="juzhang", **SAYS)


def test_what_is_kept_back_when_the_fine_is_paid_is_asked_of_the_court_at_the_closure(
    reached: Reached,
) -> None:
    grill = {"cause": "C15", "fine": Decimal(2000), "measures": [Measure.CONFISCATION_OF_GOODS]}
    story = reached(stop="performance", **grill, confiscates="烧烤炉一台", confiscated=Decimal(300))
    story.paper("D48")
    story.pay(Decimal(2000))
    story.go()
    assert story.proceeding.step == "closure"
    at(add_months(decision_served_on(story.proceeding) or clock.today(), 6) - timedelta(days=60))
    story.serve(story.paper("D51"))
    clock.advance(timedelta(days=70))
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    done(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    done(story, ANSWER, **said("accepted"))
    done(story, ANSWER, **said("granted", number="（2026）豫0481行审2号"))
    taken = {"measure": "confiscation_of_goods", "kept_at": "罚没物品仓库", "voucher": "2026 000077"}
    done(story, "penalty.take_confiscated", taken_on=clock.today(), **taken)
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    assert done(story, "cases.close_case", who="duizhang1", kind="performed").closed_on


def asked(reached: Reached) -> Story:
    """Demanded in time, the remedies over: the court has the application."""
    story = reached(stop="performance", pays=False)
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）豫0481行初9号"}
    done(story, "cases.record_contest", accepted_on=clock.today(), **suit)
    clock.advance(timedelta(days=20))
    done(story, "cases.end_contest", ended_on=clock.today(), outcome="upheld", is_effective=True)
    clock.advance(timedelta(days=20))
    story.serve(story.paper("D51"))
    clock.advance(timedelta(days=25))
    done(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    clock.advance(timedelta(days=4))
    return story


ANSWER = "penalty.record_court_answer"
NO = "申请材料不齐全。"


def said(says: str, number: str = "（2026）豫0481行审1号", **more: Any) -> dict[str, Any]:
    return {"says": says, "number": number, "received_on": clock.today(), **more}


def test_what_was_not_taken_in_is_asked_anew_and_what_is_permitted_is_over(reached: Reached) -> None:
    story = asked(reached)
    told = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "已经申请过法院强制执行" in told and "请登记人民法院的答复" in told
    for row, words in (
        (said("not_accepted"), "请写明裁定的理由"),
        (said("accepted", review_asked_on=clock.today()), "只由上一级人民法院在复议中改变"),
        (said("accepted", received_on=clock.today() - timedelta(days=9)), "收到日应在"),
        (said("accepted", received_on=clock.today() + timedelta(days=1)), "收到日应在"),
    ):
        assert words in refused(story, ANSWER, **row)
    done(story, ANSWER, **said("not_accepted", reason=NO))
    assert "向上一级法院申请复议期限" in [row.title for row in countdowns(story.proceeding)]
    again = done(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert again.answers.count() == 0
    done(story, ANSWER, **said("accepted"))
    assert "已经申请过法院强制执行" in refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "上一次的答复是受理" in refused(
        story, ANSWER, **said("not_accepted", "（2026）豫0481行审2号", reason=NO)
    )
    assert "的答复已经登记过" in refused(story, ANSWER, **said("accepted"))
    done(story, ANSWER, **said("granted", "（2026）豫0481行审2号"))
    told = refused(story, ANSWER, **said("denied", "（2026）豫0481行审3号", reason=NO))
    assert "没有需要登记的答复" in told and "行政强制法第五十六条" in told


def test_nothing_is_closed_while_the_court_has_it(reached: Reached) -> None:
    story = asked(reached)
    assert "填写完整的文号" in refused(story, ANSWER, **said("accepted", "1111"))
    done(story, ANSWER, **said("accepted"))
    story.pay(Decimal(800))
    story.paper("D48")
    story.go()
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    paid = {"who": "duizhang1", "kind": "performed"}
    told = refused(story, "cases.close_case", **paid)
    assert "法院尚未作出裁定" in told and "行政强制法第五十六条" in told
    done(story, ANSWER, **said("withdrawn", "（2026）豫0481行审2号"))
    assert "已经撤回的，可以在期限内再次申请" in refused(
        story, ANSWER, **said("granted", "（2026）豫0481行审3号")
    )
    story.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    assert done(story, "cases.close_case", **paid).closed_on


END = {"who": "juzhang", "ground": "denied", "proof": "不予执行裁定书、复议裁定书"}


def test_what_the_court_denies_goes_to_the_higher_court_in_fifteen_days_or_ends(reached: Reached) -> None:
    story = asked(reached)
    assert "没有人民法院不予受理、不予执行的裁定" in refused(story, "penalty.end_enforcement", **END)
    done(story, ANSWER, **said("denied", reason="明显缺乏事实根据。"))
    told = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "裁定不予执行" in told and "十五日内向上一级人民法院申请复议" in told
    assert "复议期限尚未届满" in refused(story, "penalty.end_enforcement", **END)
    higher = {"number": "（2026）豫04行审复1号", "reason": "维持原裁定。"}
    assert "只由上一级人民法院" in refused(story, ANSWER, **said("granted", "（2026）豫0481行审2号"))
    clock.advance(timedelta(days=30))
    late = clock.today() - timedelta(days=14)
    told = refused(story, ANSWER, **said("denied", review_asked_on=late, **higher))
    assert "应在收到裁定之日起十五日内" in told and "第五十八条第三款" in told
    done(story, ANSWER, **said("denied", review_asked_on=late - timedelta(days=5), **higher))
    done(story, "penalty.end_enforcement", **END)
    reason = "人民法院裁定不予执行，复议维持。"
    story.paper("D68", {"closure_kind": "court", "closure_reason": reason})
    done(story, "cases.close_case", who="duizhang1", kind="court", reason=reason)


def test_who_does_not_ask_the_higher_court_ends_when_its_time_is_over(reached: Reached) -> None:
    story = asked(reached)
    done(story, ANSWER, **said("denied", reason="明显缺乏事实根据。"))
    clock.advance(timedelta(days=15))
    assert "复议期限尚未届满" in refused(story, "penalty.end_enforcement", **END)
    clock.advance(timedelta(days=1))
    done(story, "penalty.end_enforcement", **END)


def test_what_was_put_off_is_not_enforced_before_its_day(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    served_on = decision_served_on(story.proceeding)
    assert served_on is not None
    until = add_months(served_on, 12)
    done(story, "penalty.request_deferral", **asked_for(until))
    story.paper("D49")
    done(story, "penalty.decide_deferral", who="juzhang", is_granted=True)
    at(add_months(served_on, 7))
    told = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "已经批准暂缓、分期缴纳至" in told and "行政处罚法第六十六条第二款" in told


def test_a_period_that_is_over_is_not_revived(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    served_on = decision_served_on(story.proceeding)
    assert served_on is not None
    done(story, "organisation.import_calendar", who="guanli", **YEAR)
    at(add_months(served_on, 10))
    done(story, "penalty.request_deferral", **asked_for(clock.today() + timedelta(days=3)))
    story.paper("D49")
    done(story, "penalty.decide_deferral", who="juzhang", is_granted=True)
    at(clock.today() + timedelta(days=20))
    story.serve(story.paper("D51"))
    at(clock.today() + timedelta(days=25))
    told = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "申请期限已于" in told


def asked_for(until: date) -> dict[str, Any]:
    return {
        "reason": "当事人经济困难，一时无力缴纳。",
        "proof": "收入证明",
        "instalments": [f"{until} 800"],
    }


def test_what_was_added_since_the_demand_is_demanded_anew(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    suit = {"way": "litigation", "body": "舞钢市人民法院", "number": "（2026）豫0481行初9号"}
    done(story, "cases.record_contest", accepted_on=clock.today(), **suit)
    clock.advance(timedelta(days=20))
    done(story, "cases.end_contest", ended_on=clock.today(), outcome="upheld", is_effective=True)
    clock.advance(timedelta(days=20))
    story.serve(story.paper("D51"))
    clock.advance(timedelta(days=25))
    done(story, "penalty.charge_late_penalty")
    told = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "尚未送达《履行义务催告书》" in told
    story.serve(story.paper("D51"))


def test_the_court_has_what_was_changed_and_told(reached: Reached) -> None:
    """Our own change is served, and from its service the party may contest it anew."""
    story = reached(stop="performance", pays=False)
    at(clock.today() + timedelta(days=150))
    change = {"kind": "changed", "overturned_for": ["unfit"], "ground": "没有考虑从轻情节。", "fine": 600}
    done(story, "cases.propose_overturn", **change)
    gone = done(story, "cases.overturn_decision", who="juzhang")
    assert "尚未送达" in refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    story.serve_paper(gone.document_id)
    at(clock.today() + timedelta(days=60))
    told = refused(story, "penalty.apply_to_court", who="juzhang", **SAYS)
    assert "期限届满以前不能申请" in told


def test_what_was_decided_on_the_spot_goes_to_reconsideration_first(reached: Reached) -> None:
    story = reached(stop="performance", procedure="penalty/simplified", cause="C56", fine=100, pays=False)
    served_on = decision_served_on(story.proceeding)
    assert served_on is not None
    at(served_on + timedelta(days=45))
    story.serve(story.paper("D51"))
    at(served_on + timedelta(days=70))
    assert done(story, "penalty.apply_to_court", who="juzhang", **SAYS).amount == 100
