"""An illegal structure in the tests: a house on a fire lane, and the demolition beside its order."""

import random
from collections.abc import Callable
from typing import Any

from sanzhi.coercion.tests.lane import Lane
from sanzhi.demo import people
from sanzhi.demo.story import Story

Reached = Callable[..., Story]
# a person's house on a fire lane (QZ07)
HOUSE: dict[str, Any] = {
    "procedure": "coercion/demolition-order",
    "cause": "QZ07",
    "party": people.person(random.Random(1)),
    "summary": "未取得建设工程规划许可证，在消防通道上建房。",
    "place": "舞钢市演示大道8号院内东侧消防通道",
    "fine": None,
}


def house(reached: Reached, **changes: Any) -> Story:
    return reached(**{**HOUSE, **changes})


def lane_of(reached: Reached, stop: str) -> Lane:
    return Lane(house(reached, stop=stop))
