"""What serves another proceeding takes no party of its own: parties join the main one (行政处罚法 §5, §54)."""

from collections.abc import Callable
from typing import Any

from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.story import Story

Reached = Callable[..., Story]
WHY: dict[str, Any] = {"reason": "承运人与货主共同实施，应当一并查处。"}


def test_parties_are_added_to_the_main_proceeding(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure"))
    said = lane.refused("cases.add_respondent", **WHY)
    assert "本程序服务于另一程序，不能在这里追加当事人" in said and "请在主程序中追加" in said
    assert lane.story_done("cases.add_respondent", **WHY).main_id is None
