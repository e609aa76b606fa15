"""What lies on a road is cleared at once though nobody knows whose it is; who becomes known is told then (行政强制法 §52)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.coercion.tests.lane import Lane, of_nobody
from sanzhi.demo.executing import CLEARED, SPILT
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import desk, done, refused

Reached = Callable[..., Story]
CLEAR, NOTIFY = "coercion.clear_at_once", "coercion.notify_of_clearing"
SETTLE, PAY = "coercion.settle_proxy_costs", "coercion.record_proxy_payment"
GO, CLOSE = "cases.complete_step", "cases.close_case"
ALONE: dict[str, Any] = {**SPILT, "place": "演示路", "present": "nobody", "witness": "秦朗（环卫站）"}
BORNE: dict[str, Any] = {
    "who": "duizhang1",
    "kind": "borne",
    "reason": "调取沿线监控、走访群众，仍不能查明遗撒的车辆。",
}


def cleared(reached: Reached) -> Lane:
    """A spill of nobody known, cleared, filmed and recorded."""
    story = of_nobody(reached(stop="lead"), "C24")
    present = {**ALONE, "present": "party", "present_name": "牛伟", "witness": ""}
    assert "尚未登记当事人，不能登记当事人到场" in refused(story, CLEAR, **present)
    done(story, CLEAR, **ALONE)
    lane = Lane(story)
    story._film("performance_by_proxy")
    assert lane.paper("D62").values["party_name"] == "尚未查明"
    return lane


def test_nobody_is_found_and_the_costs_stay_with_the_authority(reached: Reached) -> None:
    lane = cleared(reached)
    said = lane.refused(NOTIFY)
    assert "当事人尚未查明，没有人可以通知" in said and "行政强制法第五十二条" in said
    lane.go()
    assert lane.proceeding.step == "costs"
    assert "不能以“当事人无法查明，费用由本机关承担”结束" in lane.refused(CLOSE, **BORNE)
    lane.done(SETTLE, rows=CLEARED)
    paid: dict[str, Any] = {"amount": "900", "paid_on": clock.today(), "receipt_number": "代00000001"}
    assert "没有尚未缴纳的代履行费用" in lane.refused(PAY, **paid)
    assert "不能以“撤回，没有执行”结束" in lane.refused(CLOSE, **{**BORNE, "kind": "withdrawn"})
    lane.done(CLOSE, **BORNE)
    assert lane.proceeding.closed_on and lane.proceeding.enforcement.cost == 900


def test_who_becomes_known_is_told_and_pays(reached: Reached) -> None:
    lane = cleared(reached)
    lane.go()
    lane.done(SETTLE, rows=CLEARED)
    clock.advance(timedelta(days=2))
    lane.story_done("cases.register_party", **lane.story.plan.party)
    assert lane.proceeding.respondent_id == lane.proceeding.main.respondent_id is not None  # type: ignore[union-attr]
    page = desk(lane.story, "zhifa1").get(f"/office/cases/{lane.story.case_id}/?proceeding={lane.pk}")
    assert "制发立即代履行告知书" in page.content.decode()
    said = lane.refused(GO)
    assert "《立即代履行告知书》尚未送达当事人" in said and "《代履行费用缴纳通知书》" in said
    assert "《立即代履行告知书》尚未送达当事人" in lane.refused(CLOSE, **BORNE | {"kind": "unpaid"})
    assert "不能以“当事人无法查明" in lane.refused(CLOSE, **BORNE)
    decision = lane.done(NOTIFY)
    assert "已经作出决定" in lane.refused(NOTIFY)
    assert "《立即代履行告知书》尚未送达当事人" in lane.refused(CLOSE, **BORNE | {"kind": "unpaid"})
    lane.story.serve_paper(decision.document_id)
    lane.story.serve(lane.paper("D102"))
    lane.done(PAY, amount="900", paid_on=clock.today(), receipt_number="代00000001")
    lane.go()
    end = {"who": "duizhang1", "kind": "executed", "reason": "已经清除，费用已经缴纳。"}
    assert "按本案的处理结果" in lane.refused(CLOSE, **BORNE)
    lane.done(CLOSE, **end)


def test_who_is_known_at_once_is_told_at_once(reached: Reached) -> None:
    story = reached(stop="lead")
    done(story, CLEAR, **ALONE)
    lane = Lane(story)
    assert lane.proceeding.decided_on == clock.today()
    story._film("performance_by_proxy")
    lane.paper("D62")
    assert "《立即代履行告知书》尚未送达当事人" in lane.refused(GO)
