"""A truck is seized beside the penalty: decided, carried out, kept, given back; the case waits for it."""

from collections.abc import Callable

from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.story import Story
from tests.stories import refused

Reached = Callable[..., Story]


def test_a_stall_is_not_seized(reached: Reached) -> None:
    story = reached(stop="report")
    said = refused(story, "coercion.begin_seizure", power="QZ01-F")
    assert "没有法律、法规规定" in said and "市容和环境卫生管理条例" in said and "先行登记保存" in said


def test_the_whole_way(reached: Reached) -> None:
    story = hauler(reached, stop="closure")
    lane = Lane(story)
    assert lane.proceeding.closed_on and story.case.closed_on is None
