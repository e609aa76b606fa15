"""A truck is one or none; what is taken is what was decided, or the record says why not; nothing is taken twice (行政强制法 §23, §24)."""

from collections.abc import Callable
from datetime import timedelta
from itertools import chain
from typing import Any

import pytest

from sanzhi.coercion.queries import taken
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.seizing import AT_ONCE, COURSE, POWER, PROPOSED, TAKEN
from sanzhi.demo.story import Story
from sanzhi.kernel import clock

Reached = Callable[..., Story]
CARRY_OUT, AT, PROPOSE = "coercion.carry_out_seizure", "coercion.seize_at_once", "coercion.propose_seizure"
SETTLE, GO = "coercion.settle_things", "coercion.let_things_go"
SCENE: dict[str, Any] = {
    "present": "party",
    "present_name": "牛伟",
    "identity_shown": True,
    "rights_told": True,
    "taken": TAKEN,
}
GONE: dict[str, Any] = {"received_by": "领取人", "voucher": "发还0001", "condition": "与清单一致"}
WHY = "苫布已经被风吹走，现场没有找到。"


def halved(text: str) -> str:
    return text.replace("1辆", "0.5辆")


def test_half_a_truck_is_neither_proposed_nor_taken(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure"))
    half = PROPOSED | {"things": halved(PROPOSED["things"])}
    assert "“0.5辆”不是整数" in lane.refused(PROPOSE, **half)
    assert "“0.5辆”不是整数" in lane.refused(AT, **AT_ONCE | {"taken": halved(TAKEN)})
    heap = {"things": f"{PROPOSED['things']}\n渣土；无；0.5吨；遗撒的物料"}
    lane.done(PROPOSE, **PROPOSED | heap)


def test_what_is_decided_on_the_spot_is_what_was_taken_there(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure"))
    two = {"things": PROPOSED["things"].replace("1辆", "2辆")}
    said = lane.refused(AT, **AT_ONCE | two)
    assert "当场实施的决定与清点的财物不一致：“轻型自卸货车”1辆，决定的是2辆" in said
    more = {"things": f"{PROPOSED['things']}\n苫布；无；1张；没有覆盖的苫布"}
    assert "“苫布1张”没有查封、扣押" in lane.refused(AT, **AT_ONCE | more)


def test_fewer_than_decided_is_told_in_the_record(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure"))
    lane.done(PROPOSE, **PROPOSED | {"things": f"{PROPOSED['things']}\n苫布；无；1张；没有覆盖的苫布"})
    lane.go()
    for days in chain(lane.story.review(), lane.story.deliberation()):
        clock.advance(timedelta(days=days, minutes=7))
    lane.paper("D52")
    lane.done("coercion.decide_seizure", who="juzhang")
    lane.go()
    said = lane.refused(CARRY_OUT, **SCENE)
    assert "少于决定的：“苫布1张”没有查封、扣押" in said and "行政强制法第十八条第七项" in said
    lane.done(CARRY_OUT, **SCENE | {"fewer_for": WHY})
    lane.story._film("seizure")
    assert lane.paper("D54", {"course": COURSE}).values["fewer_for"] == WHY


def test_what_agrees_with_the_decision_needs_no_reason(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure_decided"))
    assert "不填少于决定的原因" in lane.refused(CARRY_OUT, **SCENE | {"fewer_for": WHY})


def given_back(lane: Lane, ground: str) -> None:
    """It went back, and the seizure ended."""
    things = [row.pk for row in taken(lane.proceeding)]
    back = {"way": "returned", "lifted_for": ground, "reason": "不再需要扣押。"}
    lane.done(SETTLE, who="juzhang", things=things, **back)
    lane.done(GO, things=things, **GONE)
    lane.story.serve(lane.paper("D56"))
    lane.go()
    lane.done("cases.close_case", who="duizhang1", kind="settled", reason="财物已经处理完毕。")


def seized_again(lane: Lane) -> Lane:
    story = lane.story
    lane.story_done("coercion.begin_seizure", power=POWER)
    return Lane(story)


@pytest.mark.parametrize("ground", ["unrelated", "innocent"])
def test_what_went_back_for_good_is_not_taken_again(reached: Reached, ground: str) -> None:
    lane = Lane(hauler(reached, stop="seizure_kept"))
    given_back(lane, ground)
    again = seized_again(lane)
    said = again.refused(AT, **AT_ONCE)
    assert "本案已经查封、扣押过：“轻型自卸货车（豫D·00000挂）1辆”已于" in said and "不能重复" in said
    other = {key: AT_ONCE[key].replace("00000挂", "00001挂") for key in ("things", "taken")}
    again.done(AT, **AT_ONCE | other)


def test_what_went_back_for_want_of_need_may_be_reported_anew(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure_kept"))
    given_back(lane, "other")
    again = seized_again(lane)
    again.done(AT, **AT_ONCE)
    assert again.proceeding.pk != lane.proceeding.pk and taken(again.proceeding)
