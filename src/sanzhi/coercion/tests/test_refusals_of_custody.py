"""What is and what is not in custody: nothing ends while it is, nothing is done to it after it left (行政强制法 §§18–28)."""

from collections.abc import Callable
from typing import Any

from sanzhi.coercion.queries import taken
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.seizing import AT_ONCE, LONGER, PROPOSED
from sanzhi.demo.story import Story

Reached = Callable[..., Story]
SETTLE, GO = "coercion.settle_things", "coercion.let_things_go"
CLOSE, APPRAISE = "cases.close_case", "cases.order_appraisal"
BACK: dict[str, Any] = {"way": "returned", "lifted_for": "other", "reason": "不再需要扣押。"}
GONE: dict[str, Any] = {"received_by": "领取人", "voucher": "发还0001", "condition": "与清单一致"}
ENDS: dict[str, Any] = {"who": "duizhang1", "reason": "财物已经处理完毕，依法结束。"}
ASK: dict[str, Any] = {
    "subject": "轻型自卸货车",
    "question": "车辆改装情况。",
    "appraiser": "某市机动车检测有限公司",
}
TWO = {
    "things": f"{PROPOSED['things']}\n苫布；无；1张；没有覆盖的苫布",
    "taken": f"{AT_ONCE['taken']}\n苫布；无；1张；破损",
}


def seized(reached: Reached) -> Lane:
    """A truck and its tarpaulin, taken on the spot."""
    lane = Lane(hauler(reached, stop="seizure"))
    lane.done("coercion.seize_at_once", **AT_ONCE | TWO)
    return lane


def test_what_was_not_proposed_goes_to_nobody(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure"))
    said = lane.refused("cases.complete_step")
    assert "尚未提出查封、扣押" in said and "行政强制法第十八条第一项" in said
    lane.done("coercion.propose_seizure", **PROPOSED)
    lane.done("cases.complete_step")


def test_nothing_ends_while_things_are_kept(reached: Reached) -> None:
    lane = seized(reached)
    for kind in ("settled", "forgone"):
        said = lane.refused(CLOSE, kind=kind, **ENDS)
        assert "还有2项财物在保管中，不能结束" in said and "行政强制法第二十七条" in said


def test_things_go_one_way_at_a_time(reached: Reached) -> None:
    lane = seized(reached)
    lane.go()
    truck, sheet = [row.pk for row in taken(lane.proceeding)]
    lane.done(SETTLE, who="juzhang", things=[truck], **BACK)
    said = lane.refused(SETTLE, who="juzhang", things=[truck, sheet], **BACK)
    assert "所选的财物中有已经处理的" in said and "行政强制法第二十七条" in said
    said = lane.refused(GO, things=[truck, sheet], **GONE)
    assert "一次只登记同一种处理方式、已经作出处理决定的财物" in said and "请按处理方式分次登记" in said
    lane.done(GO, things=[truck], **GONE)
    lane.done(SETTLE, who="juzhang", things=[sheet], **BACK)
    lane.done(GO, things=[sheet], **GONE)


def test_only_what_is_kept_is_appraised_and_extended(reached: Reached) -> None:
    assert "没有在保管中的财物可以鉴定" in Lane(hauler(reached, stop="seizure")).refused(
        APPRAISE, who="juzhang", **ASK
    )


def test_what_has_left_is_neither_appraised_nor_kept_longer(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure_kept"))
    things = [row.pk for row in taken(lane.proceeding)]
    lane.done(SETTLE, who="juzhang", things=things, **BACK)
    said = lane.refused("coercion.propose_extension", days=5, reason=LONGER)
    assert "没有正在查封、扣押的财物，不能延长期限" in said and "行政强制法第二十五条" in said
    lane.done(GO, things=things, **GONE)
    assert "没有在保管中的财物可以鉴定" in lane.refused(APPRAISE, who="juzhang", **ASK)


def test_what_was_carried_out_does_not_end_as_forgone(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure_closure"))
    said = lane.refused(CLOSE, kind="forgone", **ENDS)
    assert "已经实施查封、扣押，不能以没有实施结案" in said
    lane.done(CLOSE, kind="settled", **ENDS)
