"""A levy at a step of its way, walked there by commands."""

import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.levying import FeePlan, LevyStory

Levied = Callable[..., LevyStory]


def fee(**changes: Any) -> FeePlan:
    usual: dict[str, Any] = {
        "party": people.individual_business(random.Random(1)),
        "place": "舞钢市演示大道8号门前",
        "quantity": Decimal(120),
    }
    return FeePlan(**{**usual, **changes})


@pytest.fixture
def levied(bureau: Bureau, unprinted: None) -> Levied:
    """`levied(stop="notice", …)`: the fee of an occupation as far as that step; keywords change the plan."""

    def tell(**changes: Any) -> LevyStory:
        story = LevyStory(bureau, fee(**changes))
        story.tell()
        return story

    return tell


@pytest.fixture
def printed(bureau: Bureau) -> Levied:
    """As `levied`, with its papers printed."""

    def tell(**changes: Any) -> LevyStory:
        story = LevyStory(bureau, fee(**changes))
        story.tell()
        return story

    return tell
