"""A levy, or a requisition, at a step of its way, walked there by commands."""

import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.levying import FeePlan, LevyStory
from sanzhi.demo.requisitioning import NeedPlan, RequisitionStory

Levied = Callable[..., LevyStory]
Taken = Callable[..., RequisitionStory]


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


def need(**changes: Any) -> NeedPlan:
    usual: dict[str, Any] = {
        "party": people.organisation(random.Random(3)),
        "place": "舞钢市演示大道8号工地",
    }
    return NeedPlan(**{**usual, **changes})


@pytest.fixture
def taken(bureau: Bureau, unprinted: None) -> Taken:
    """`taken(stop="use", …)`: a requisition in a flood as far as that step; keywords change the plan."""

    def tell(**changes: Any) -> RequisitionStory:
        story = RequisitionStory(bureau, need(**changes))
        story.tell()
        return story

    return tell


@pytest.fixture
def taken_in_print(bureau: Bureau) -> Taken:
    """As `taken`, with its papers printed."""

    def tell(**changes: Any) -> RequisitionStory:
        story = RequisitionStory(bureau, need(**changes))
        story.tell()
        return story

    return tell
