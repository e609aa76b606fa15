"""Goods are taken once, and from whom a decision says that they were taken (行政处罚法 §4, §28)."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.cases.models import Proceeding
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.penalty.guards.before_decision import fine_within_range
from sanzhi.penalty.tests.test_refusals_of_a_second_case import second
from sanzhi.penalty.tests.test_refusals_of_another_cause import FINE, PROPOSE
from sanzhi.penalty.tests.test_refusals_of_gains import decided, two_of_them, walk_to_report, written
from sanzhi.penalty.tests.test_refusals_of_leaving_out import TOOLS, nothing
from tests.stories import done, refused

Reached = Callable[..., Story]
TAKES: dict[str, Any] = {"fine": 3000, "measures": ["confiscation_of_goods"], **TOOLS, **FINE}
NUMBERED = "蓝色烧烤炉一台（编号A01）"


def two_reported(reached: Reached) -> tuple[Story, Proceeding, Proceeding]:
    """Two who grilled together, both at the report."""
    story = reached(stop="report", cause="C15", fine=None)
    first, other = two_of_them(story)
    walk_to_report(story, other)
    return story, first, other


def test_one_thing_is_taken_from_one(reached: Reached) -> None:
    """行政处罚法 §5, §28: the one grill is not confiscated from both who used it."""
    story, first, other = two_reported(reached)
    on: dict[str, Any] = {"proceeding": other.pk}
    beside = nothing(story, "beside", untaken_proofs=[], **on)
    assert "都没有没收财物" in refused(story, PROPOSE, **beside)
    done(story, PROPOSE, proceeding=first.pk, **TAKES)
    for thing in ("烧烤炉一台", "烧烤炉1台"):
        told = refused(story, PROPOSE, **on, **{**TAKES, "confiscates": thing})
        assert f"{thing}已经提出或者决定向本案其他当事人没收" in told and "第二十八条" in told
    done(story, PROPOSE, **on, **{**TAKES, "confiscates": "红色小烧烤炉一台"})
    assert done(story, PROPOSE, **beside).weight.things == frozenset()
    assert fine_within_range(Proceeding.objects.get(pk=other.pk))
    done(story, PROPOSE, **nothing(story, "gone", proceeding=first.pk))
    assert "都没有没收财物" in str(fine_within_range(Proceeding.objects.get(pk=other.pk)))


def test_what_a_decision_says_to_be_taken_is_not_left(reached: Reached) -> None:
    """行政处罚法 §4, §28: decided with nothing because the other is taken the grill; then the other is taken it."""
    story, first, other = two_reported(reached)
    on: dict[str, Any] = {"proceeding": other.pk}
    done(story, PROPOSE, **on, **TAKES)
    done(story, PROPOSE, **nothing(story, "beside", untaken_proofs=[], proceeding=first.pk))
    done(story, PROPOSE, **nothing(story, "gone", **on))
    done(story, PROPOSE, **on, **TAKES)
    decided(story, first)
    told = refused(story, PROPOSE, **nothing(story, "gone", **on))
    assert "写明烧烤炉一台已在对本当事人的处理中没收，现在没有没收" in told and "第二十八条" in told
    assert "请先撤销该决定" in refused(story, PROPOSE, **on, **{**TAKES, "confiscates": "塑料凳一只"})
    done(story, PROPOSE, **on, **{**TAKES, "confiscates": "烧烤炉1台、塑料凳一只"})
    done(story, "penalty.propose_sparing", ground="unfounded", reason="没有证据证明其参与违法。", **on)
    written(story, other, "D27")
    done(story, "cases.complete_step", **on)
    written(story, other, "D40")
    told = refused(story, "penalty.decide_no_penalty", who="juzhang", **on)
    assert "已在对本当事人的处理中没收" in told and "第四十条" in told


def test_once_the_decision_is_revoked_nothing_need_be_taken(reached: Reached) -> None:
    story, first, other = two_reported(reached)
    on: dict[str, Any] = {"proceeding": other.pk}
    done(story, PROPOSE, **on, **TAKES)
    done(story, PROPOSE, **nothing(story, "beside", untaken_proofs=[], proceeding=first.pk))
    decided(story, first)
    wrong = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "烧烤炉已经灭失。"}
    done(story, "cases.propose_overturn", proceeding=first.pk, **wrong)
    done(story, "cases.overturn_decision", who="juzhang", proceeding=first.pk)
    assert done(story, PROPOSE, **nothing(story, "gone", **on)).weight.things == frozenset()


def grilling(story: Story, **changes: Any) -> Story:
    """Another person's case, as far as the report."""
    plan = {"cause": "C15", "fine": None, "party": people.person(random.Random(9)), **changes}
    return second(story, **plan)


@pytest.mark.parametrize(
    ("here", "there", "is_one"),
    [
        (NUMBERED, NUMBERED, True),
        (NUMBERED, "蓝色烧烤炉1台，编号：A01", True),
        (NUMBERED, "红色烧烤炉一台（编号A01）", False),
        (NUMBERED, "蓝色烧烤炉一台（编号A02）", False),
        ("烧烤炉一台", "烧烤炉一台", False),
        ("三轮车一辆（车牌豫D·12345）", "流动烧烤车1辆（豫D12345）", True),
    ],
)
def test_a_numbered_thing_is_taken_in_one_case(reached: Reached, here: str, there: str, is_one: bool) -> None:
    story = reached(stop="report", cause="C15", fine=None)
    done(story, PROPOSE, **{**TAKES, "confiscates": here})
    again = grilling(story)
    if not is_one:
        done(again, PROPOSE, **{**TAKES, "confiscates": there})
        return
    told = refused(again, PROPOSE, **{**TAKES, "confiscates": there})
    assert f"已经在另案（{story.case}）中提出或者决定没收" in told and "第二十八条" in told
    done(story, PROPOSE, **nothing(story, "gone"))
    done(again, PROPOSE, **{**TAKES, "confiscates": there})
    assert fine_within_range(again.proceeding)
