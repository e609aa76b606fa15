"""Who looks for an end of a walk makes the papers that a step owes: here of a demolition that was ended (行政强制法 §40)."""

from collections.abc import Callable

import pytest

from sanzhi.coercion.tests.building import lane_of
from sanzhi.coercion.tests.lane import Lane
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.lawful.clerk.owed import papers_owed

pytestmark = pytest.mark.usefixtures("unprinted")
ENDED = {"kind": "ended", "ground": "object_gone", "reason": "房屋已经倒塌，有现场照片。"}


def acts(lane: Lane) -> list[str]:
    """What is to be done; what is to be written is written before the next is asked for."""
    found = []
    for act in papers_owed(lane.pk, now=clock.now()):
        found.append(act.key)
        if act.verb == "write_document":
            lane.done(act.does, form=act.order["form"])
    return found


def test_the_notice_that_it_is_ended_is_written_and_handed_in(reached: Callable[..., Story]) -> None:
    lane = lane_of(reached, "demolition_decided")
    assert "write_document…D64" not in {act.key for act in papers_owed(lane.pk, now=clock.now())}
    lane.done("coercion.halt_enforcement", who="juzhang", **ENDED)
    assert "《终结执行通知书》尚未制作并送达当事人" in lane.refused("cases.close_case", kind="terminated")
    found = acts(lane)
    assert found[:2] == ["write_document…D64", "submit_document…D64"] and "sign_document…D64#1" in found
