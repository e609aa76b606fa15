"""What several guards ask is said once."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from tests.stories import refused

Reached = Callable[..., Story]


def test_that_nothing_was_proposed_is_said_once(reached: Reached) -> None:
    story = reached(stop="report")
    for command, who in (("cases.complete_step", "zhifa1"), ("penalty.decide_penalty", "juzhang")):
        assert refused(story, command, who=who).count("尚未提出处理建议。") == 1
