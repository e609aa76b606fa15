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
from sanzhi.statutes.commands import ImportStatute, import_statute
from tests.renewals import renewed

Levied = Callable[..., LevyStory]
Taken = Callable[..., RequisitionStory]


LATE_RATE = {"late_percent": "0.05", "late_basis": "《演示市道路占用收费条例》第二条"}
LATE_LAW = """# 演示市道路占用收费条例

第一条 为了规范收费，制定本条例。

第二条 逾期不缴纳占用费的，自滞纳之日起按日加收应缴费额万分之五的滞纳金。

第三条 本条例自2020年1月1日起施行。
"""


def give_late_rate(bureau: Bureau, at: str) -> None:
    """An invented regulation provides a late fee, and the row of the tariffs follows it."""
    order = ImportStatute(name="演示市道路占用收费条例(2019-11-01).md", text=LATE_LAW)
    import_statute(bureau.actor("fazhi"), order)
    renewed(bureau, "tariffs", at=at, **LATE_RATE)


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
