"""What became of an order to correct is told, reviewed and approved like the facts: found anew, it is told anew (行政处罚法 §44)."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import board
from sanzhi.cases.queries import papers
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.measures import Measure
from sanzhi.penalty.queries import reviews
from sanzhi.penalty.tests.test_refusals_of_another_cause import (
    CHANGE,
    DONE,
    FINE,
    LEFT,
    ORDER,
    PROPOSE,
    REVIEW,
    to,
)
from tests.stories import done, refused

Reached = Callable[..., Story]
NOT_THERE = {"proof": "复查现场照片三张", "reason": "该日并未到现场复查，登记有误。"}
FOUND = "责令改正的复查"
GRAVE: dict[str, Any] = {
    "cause": "C44-F",
    "fine": Decimal(50000),
    "party": people.organisation(random.Random(1)),
    "measures": [Measure.CLOSURE],
}


def taken_back(story: Story) -> None:
    """The re-inspection was entered wrongly, another person agrees; the case stands where that leads."""
    [row] = reviews(story.proceeding)
    wrong = done(story, "penalty.correct_entry", entry=f"review:{row.pk}", **NOT_THERE)
    done(story, "cases.settle_correction", who="duizhang1", correction=wrong.pk, is_approved=True)


def found_again(story: Story) -> None:
    taken_back(story)
    clock.advance(timedelta(days=1))
    done(story, REVIEW, is_corrected=False, result="再次复查，仍未改正。")
    story.paper("D25")
    assert done(story, "cases.complete_step").step == "report"


def walk(story: Story, *scenes: str) -> None:
    story.plan.stop = ""
    for scene in scenes:
        for days in getattr(story, scene)():
            clock.advance(timedelta(days=days))


@pytest.mark.parametrize("stop", ["decision", "decision_approved"])
def test_a_refusal_found_after_the_notice_is_told_before_the_decision(reached: Reached, stop: str) -> None:
    story = reached(stop=stop, cause="C01", fine=500)
    found_again(story)
    told = refused(story, "cases.complete_step")
    assert f"提出处理建议以后，{FOUND}有变化" in told and "行政处罚法第五十七条" in told
    done(story, PROPOSE, fine=500, **FINE)
    assert "《案件调查终结报告》" in refused(story, "cases.complete_step")  # the old one tells the old review
    story.paper("D27")
    done(story, "cases.complete_step")
    assert f"与已告知的{FOUND}" in refused(story, "cases.complete_step")
    walk(story, "notice", "plea")
    walk(story, "decision")
    decision = next(row for row in papers(story.proceeding) if row.form == "D41")
    assert "再次复查，仍未改正" in decision.document.values["correction_state"]


def test_a_major_decision_is_reviewed_on_what_was_found(reached: Reached) -> None:
    story = reached(stop="decision", **GRAVE)
    found_again(story)
    assert FOUND in refused(story, "cases.complete_step")
    done(story, PROPOSE, fine=50000, measures=["closure"], **FINE)
    assert not board.guard("reviews.review_passed", story.proceeding)
    assert not board.guard("reviews.deliberation_concluded", story.proceeding)


@pytest.mark.parametrize("plan", [{"cause": "C01", "fine": Decimal(500)}, GRAVE], ids=["D29", "D30"])
def test_the_notice_tells_the_order_and_its_refusal(reached: Reached, plan: dict[str, Any]) -> None:
    story = reached(stop="plea", **plan)
    notice = next(row for row in papers(story.proceeding) if row.form in {"D29", "D30"})
    said = notice.document.values["correction_state"]
    assert "本机关责令当事人于" in said and "复查：" in said


def test_what_nobody_has_looked_at_is_not_fined_under_another_cause(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    by = clock.today() + timedelta(days=2)
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=by)
    story.serve(story.paper("D23"))
    done(story, CHANGE, **to("C04"))
    assert done(story, "cases.complete_step").step == "report"
    told = refused(story, PROPOSE, fine=800, **FINE)
    assert "是否按“" in told and "还没有复查，不能改定案由处罚" in told and "行政处罚法第二十八条" in told
    done(story, CHANGE, **to("C01"))
    done(story, "cases.complete_step")
    clock.advance(timedelta(days=3))
    done(story, REVIEW, **LEFT)
    story.paper("D25")
    done(story, "cases.complete_step")
    done(story, CHANGE, **to("C04"))
    done(story, "cases.complete_step")
    assert done(story, PROPOSE, fine=800, **FINE).weight.fine == 800


def test_obedience_taken_back_is_looked_at_again(reached: Reached) -> None:
    story = reached(stop="correction", cause="C01", fine=500)
    by = clock.today() + timedelta(days=2)
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=by)
    story.serve(story.paper("D23"))
    clock.advance(timedelta(days=3))
    done(story, REVIEW, **DONE)
    story.paper("D25")
    done(story, "cases.complete_step")
    done(story, CHANGE, **to("C04"))
    done(story, "cases.complete_step")
    assert "不得改定案由再对同一行为处罚" in refused(story, PROPOSE, fine=800, **FINE)
    taken_back(story)
    assert "还没有复查，不能改定案由处罚" in refused(story, PROPOSE, fine=800, **FINE)
    story.plan = replace(story.plan, cause="C01")
    done(story, CHANGE, **to("C01"))
    assert done(story, "cases.complete_step").step == "correction"
