"""What cannot wait is seized on the spot: reported within twenty-four hours, refused it is lifted at once (行政强制法 §19)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.cases.deadlines import countdowns
from sanzhi.coercion.custody import must_go_back
from sanzhi.coercion.queries import taken
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.seizing import AT_ONCE, COURSE
from sanzhi.demo.story import Story
from sanzhi.kernel import clock

Reached = Callable[..., Story]
AT, APPROVE = "coercion.seize_at_once", "coercion.regularise_seizure"
YES, NO = "批准", "不批准，立即解除"
BACK: dict[str, Any] = {"way": "returned", "lifted_for": "refused", "reason": "不需要扣押。"}
GONE: dict[str, Any] = {"received_by": "领取人", "voucher": "发还0001", "condition": "与清单一致"}


def urgent(reached: Reached) -> Lane:
    lane = Lane(hauler(reached, stop="seizure"))
    lane.story._film("seizure")
    lane.done(AT, **AT_ONCE)
    return lane


def papers(lane: Lane) -> None:
    """What is made on the spot."""
    lane.story.serve(lane.paper("D20"))
    decision = lane.proceeding.decision.document_id
    assert decision is not None
    lane.story.serve_paper(decision)
    lane.paper("D54", {"course": COURSE})


def test_what_is_urgent_is_done_and_reported(reached: Reached) -> None:
    lane = urgent(reached)
    assert "当场实施后补办批准期限" in {row.title for row in countdowns(lane.proceeding)}
    papers(lane)
    lane.go()
    assert lane.proceeding.step == "regularisation"
    said = lane.refused(APPROVE, who="juzhang", outcome=YES, opinion="同意。")
    assert "没有按实施的情况制作并签批" in said and "法制审核" in said
    lane.story.submit_to_review()
    lane.story.give_opinion()
    clock.advance(timedelta(hours=1))
    lane.story.deliberate()
    lane.paper("D52")
    assert "尚未补办批准" in lane.refused("cases.complete_step")
    lane.done(APPROVE, who="juzhang", outcome=YES, opinion="同意。")
    assert "没有等待补办批准" in lane.refused(APPROVE, who="juzhang", outcome=YES, opinion="同意。")
    lane.go()
    lane.go()
    assert lane.proceeding.step == "custody" and must_go_back(lane.proceeding) == ""


def test_what_was_refused_goes_back_at_once(reached: Reached) -> None:
    lane = urgent(reached)
    papers(lane)
    lane.go()
    lane.paper("D52")
    lane.done(APPROVE, who="juzhang", outcome=NO, opinion="证据已经固定，不需要扣押。")
    assert "没有批准" in must_go_back(lane.proceeding)
    things = [row.pk for row in taken(lane.proceeding)]
    sold = {"way": "sold", "reason": "不易保管，先行变卖。"}
    assert "应当立即解除" in lane.refused("coercion.settle_things", who="juzhang", things=things, **sold)
    lane.done("coercion.settle_things", who="juzhang", things=things, **BACK)
    lane.done("coercion.let_things_go", things=things, **GONE)
    lane.story.serve(lane.paper("D56"))
    for _ in range(3):
        lane.go()
    ended = {"kind": "settled", "reason": "已经解除并退还。"}
    lane.done("cases.close_case", who="duizhang1", **ended)
    assert lane.proceeding.closed_on


def test_after_twenty_four_hours_it_can_only_be_lifted(reached: Reached) -> None:
    lane = urgent(reached)
    papers(lane)
    lane.go()
    clock.advance(timedelta(hours=25))
    assert "已经超过二十四小时" in lane.refused(APPROVE, who="juzhang", outcome=YES, opinion="同意。")
    assert "二十四小时内没有补办批准" in must_go_back(lane.proceeding)


def test_what_was_reported_cannot_be_done_at_once_as_well(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure_decided"))
    assert "此时不能这样办理" in lane.refused(AT, **AT_ONCE)
