"""What a proxy cost and the party does not pay: demanded, and asked of the court within its time (行政强制法 §51(2), §53, §54)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from sanzhi.cases.contestable import contestable_until
from sanzhi.cases.deadlines import countdowns
from sanzhi.coercion.costs_at_court import bill, court_period
from sanzhi.coercion.tests.lane import Lane
from sanzhi.coercion.tests.test_refusals_of_executing import overturn
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock

Reached = Callable[..., Story]
ASK, ANSWER = "coercion.ask_court_for_costs", "coercion.record_costs_answer"
PAY, CLOSE = "coercion.record_proxy_payment", "cases.close_case"
ASKED: dict[str, Any] = {
    "who": "juzhang",
    "statement": "催告以后当事人没有提出意见，也没有缴纳。",
    "object_state": "代履行费用没有缴纳，当事人有固定经营收入。",
}
ENDS: dict[str, Any] = {"who": "duizhang1", "kind": "unpaid", "reason": "人民法院已经终结执行。"}
PROXY: dict[str, Any] = {"cause": "C01", "fine": 500, "aside": ("proxy",)}
CLEARED: dict[str, Any] = {"cause": "C04", "aside": ("clearing",)}


def billed(reached: Reached, plan: dict[str, Any]) -> Lane:
    return Lane(reached(**plan, stop="costs_told"))


def later(day: date) -> None:
    """The morning after."""
    clock.advance(timedelta(days=(day - clock.today()).days + 1))


def demanded(lane: Lane) -> None:
    """The fifteen days are over; the demand is served, and its ten days pass."""
    clock.advance(timedelta(days=17))
    paper = lane.paper("D51")
    assert paper.values["decision_title"] == "代履行费用缴纳通知书"
    assert "缴纳代履行费用" in paper.values["duties"] and "第五十四条" in paper.values["basis"]
    lane.story.serve(paper)


def answered(lane: Lane, says: str, number: str) -> None:
    lane.done(ANSWER, says=says, reference=f"（2027）豫0481行审{number}号", received_on=clock.today())


@pytest.mark.parametrize("plan", [PROXY, CLEARED], ids=["proxy", "clearing"])
def test_demanded_asked_answered(reached: Reached, plan: dict[str, Any]) -> None:
    lane = billed(reached, plan)
    assert {"代履行费用缴纳期限", "申请法院强制执行期限"} <= {
        row.title for row in countdowns(lane.proceeding)
    }
    assert "没有逾期未缴的代履行费用" in lane.refused(ASK, **ASKED)
    clock.advance(timedelta(days=17))
    said = lane.refused(ASK, **ASKED)
    assert "缴费期限届满后，尚未送达《履行义务催告书》" in said and "复议、起诉期限到" in said
    clock.advance(timedelta(days=-17))
    demanded(lane)
    assert "满十个工作日" in lane.refused(ASK, **ASKED)
    paper = bill(lane.proceeding)
    over = contestable_until(lane.proceeding, since=paper.counts_from if paper else None)
    assert over is not None
    later(over)
    assert "没有逾期申请的理由可写" in lane.refused(
        ASK, **ASKED, late_reason="承办人员长期病休，没有及时申请。"
    )
    assert "机关负责人办理" in lane.refused(ASK, **ASKED | {"who": "zhifa1"})
    row = lane.done(ASK, **ASKED)
    asked = Document.objects.get(pk=row.document_id).values
    assert asked["decision_title"] == "代履行费用缴纳通知书" and "代履行完毕，费用" in asked["conduct"]
    assert asked["duties"].startswith("缴纳代履行费用") and "第五十一条第二款" in asked["penalty_basis"]
    assert "已经申请过人民法院强制执行" in lane.refused(ASK, **ASKED)
    assert "经人民法院裁定处理”结束" in lane.refused(CLOSE, **ENDS)
    early = {"says": "granted", "reference": "（2027）豫0481行审9号"}
    assert "不早于申请" in lane.refused(ANSWER, **early, received_on=clock.today() - timedelta(days=1))
    today: dict[str, Any] = {"received_on": clock.today()}
    assert "只接在准予执行之后" in lane.refused(ANSWER, **{**early, "says": "enforced"}, **today)
    assert "不像人民法院文书的文号" in lane.refused(ANSWER, **{**early, "reference": "来函1号"}, **today)
    answered(lane, "granted", "9")
    assert "经人民法院裁定处理”结束" in lane.refused(CLOSE, **ENDS)
    answered(lane, "terminated", "10")
    assert "没有等待人民法院答复的申请" in lane.refused(ANSWER, **early, **today)
    lane.done(CLOSE, **ENDS)
    assert lane.proceeding.closed_on


def test_who_pays_after_the_demand_is_not_taken_to_court(reached: Reached) -> None:
    lane = billed(reached, PROXY)
    demanded(lane)
    lane.done(PAY, amount="2260", paid_on=clock.today(), receipt_number="代00009999")
    assert "没有逾期未缴的代履行费用" in lane.refused(ASK, **ASKED)
    lane.go()


def test_what_comes_too_late_needs_a_reason_and_may_not_be_taken_in(reached: Reached) -> None:
    lane = billed(reached, PROXY)
    demanded(lane)
    until = court_period(lane.proceeding)
    assert until is not None
    later(until.on)
    assert "没有正当理由的，人民法院不予受理" in lane.refused(ASK, **ASKED)
    lane.done(ASK, **ASKED, late_reason="当事人下落不明，公告送达占用了时间。")
    answered(lane, "not_accepted", "3")
    lane.done(CLOSE, **ENDS | {"reason": "人民法院裁定不予受理，期限已经届满。"})


def test_what_was_revoked_costs_the_party_nothing(reached: Reached) -> None:
    lane = billed(reached, PROXY)
    overturn(lane.story, proceeding=lane.pk)
    clock.advance(timedelta(days=17))
    assert "代履行的决定已经被撤销，不再收取费用" in lane.refused(ASK, **ASKED)
