"""The cases of the demonstration are true in themselves: facts that fit what is alleged, reasons that fit the tier."""

from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.cases.queries import current_proposal
from sanzhi.demo.asides import CRIME
from sanzhi.demo.deeds import MILD
from sanzhi.demo.scenario import ASIDES
from sanzhi.demo.story import Story
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.models import SparedFor
from sanzhi.penalty.queries import correction_of

Reached = Callable[..., Story]


def aside(**wanted: Any) -> dict[str, Any]:
    """The scene of the demonstration that has these marks."""
    return next(row for row in ASIDES if wanted.items() <= row.items())


def conduct(story: Story) -> str:
    finding = story.proceeding.finding
    assert finding is not None
    return finding.conduct


def test_what_goes_to_the_police_tells_of_the_damage(reached: Reached) -> None:
    story = reached(stop="referral_reported", **aside(refers="police"))
    assert "故意毁坏财物罪" in CRIME["ground"] and "切割机一台" in CRIME["things"]
    assert "用切割机锯断道路隔离护栏" in conduct(story) and "修复费用约一万二千元" in conduct(story)


def test_who_is_without_fault_was_misled(reached: Reached) -> None:
    story = reached(stop="spare", cause="C01", fine=500, **aside(spared_for=SparedFor.BLAMELESS))
    assert "告知书属实，审批手续实际没有办理" in conduct(story)
    review = correction_of(story.proceeding)
    assert review is None or "违法状态持续" not in review.result
    proposal = current_proposal(story.proceeding)
    assert proposal is not None and "告知书、代办费收据" in proposal.reason


@pytest.mark.parametrize(("fine", "is_grave"), [(19000, True), (8000, False)])
def test_the_reason_fits_the_tier(reached: Reached, fine: int, is_grave: bool) -> None:
    story = reached(stop="notice", cause="C05", fine=fine, reason="")
    proposal = current_proposal(story.proceeding)
    assert proposal is not None
    assert ("严重" in Grounds.of(proposal).tier) is is_grave and (proposal.reason == MILD) is not is_grave


def test_who_is_no_more_is_said(reached: Reached) -> None:
    story = reached(aside=("end",))
    assert story.proceeding.closure_reason in {
        "当事人死亡，案件终止调查。",
        "当事人终止，没有权利义务承受人，案件终止调查。",
    }
