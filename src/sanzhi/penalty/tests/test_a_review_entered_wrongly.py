"""A re-inspection that was mistyped counts no longer once another person agrees; what rests on it stays (行政处罚法 §40, §47)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.cases.models import RecordCorrection
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.guards.before_decision import correction_respected
from sanzhi.penalty.models import Correction
from sanzhi.penalty.queries import correction_of, ordered_on, refused_to_correct, reviews
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
WHY = {"proof": "复查现场照片三张", "reason": "复查时仍未改正，登记时误选。"}


def looked_at(reached: Reached, **found: Any) -> tuple[Story, Correction]:
    """Ordered, served, and looked at again after the day; still at the correction."""
    story = reached(stop="correction", cause="C01", fine=500)
    by = clock.today() + timedelta(days=2)
    done(story, ORDER, content="立即停止违法行为。", correct_by_on=by)
    story.serve(story.paper("D23"))
    clock.advance(timedelta(days=3))
    return story, done(story, REVIEW, **found)


def asked(story: Story, row: Correction) -> RecordCorrection:
    wrong: RecordCorrection = done(story, "penalty.correct_entry", entry=f"review:{row.pk}", **WHY)
    return wrong


def agreed(story: Story, wrong: RecordCorrection) -> None:
    done(story, "cases.settle_correction", who="duizhang1", correction=wrong.pk, is_approved=True)


def test_what_was_mistyped_is_looked_at_again(reached: Reached) -> None:
    story, row = looked_at(reached, **DONE)
    story.paper("D25")
    told = refused(story, REVIEW, **LEFT)
    assert "复查结果不能改写" in told and "请申请更正该项登记" in told
    wrong = asked(story, row)
    told = refused(story, "cases.complete_step")
    assert "整改复查登记的更正正在等待审批" in told and "行政处罚法第四十四条" in told
    agreed(story, wrong)
    assert story.proceeding.step == "correction" and reviews(story.proceeding) == ()
    standing, served_on = correction_of(story.proceeding), ordered_on(story.proceeding)
    assert standing is not None and standing.reviewed_on is None and served_on == row.ordered_on
    assert "改正期限届满后尚未复查" in refused(story, "cases.complete_step")
    anew = done(story, REVIEW, **LEFT)
    assert (anew.corrects_id, Correction.objects.get(pk=row.pk).is_corrected) == (row.pk, True)  # both stay
    told = refused(story, "cases.complete_step")
    assert "复查记录写的是以前的复查" in told  # the day is the same, the result is not
    story.paper("D25")
    assert done(story, "cases.complete_step").step == "report"
    assert refused_to_correct(story.proceeding)
    done(story, PROPOSE, fine=500, **FINE)
    assert correction_respected(story.proceeding)
    told = story.paper("D27").values["correction"]
    assert told.count("复查：") == 1 and told.endswith("仍未改正。")


def test_who_was_wrongly_called_a_refuser_goes_back_to_be_looked_at(reached: Reached) -> None:
    story, row = looked_at(reached, **LEFT)
    story.paper("D25")
    done(story, "cases.complete_step")
    done(story, PROPOSE, fine=500, **FINE)
    agreed(story, asked(story, row))
    assert story.proceeding.step == "correction" and not refused_to_correct(story.proceeding)
    done(story, REVIEW, **DONE)
    story.paper("D25")
    assert done(story, "cases.complete_step").step == "report"
    assert "当事人已按期改正，不得处罚" in str(correction_respected(story.proceeding))


def test_mistyped_twice_is_corrected_twice(reached: Reached) -> None:
    story, row = looked_at(reached, **DONE)
    agreed(story, asked(story, row))
    second = done(story, REVIEW, **DONE)
    agreed(story, asked(story, second))
    third = done(story, REVIEW, **LEFT)
    assert [one.pk for one in reviews(story.proceeding)] == [third.pk]


def test_what_was_decided_on_it_stays(reached: Reached) -> None:
    story = reached(stop="service", cause="C01", fine=500)
    [row] = reviews(story.proceeding)
    told = refused(story, "penalty.correct_entry", entry=f"review:{row.pk}", **WHY)
    assert "已经作出决定，不能再更正" in told and "行政处罚法第四十七条" in told


def test_a_review_under_a_cause_that_was_changed_leads_nowhere_back(reached: Reached) -> None:
    story, row = looked_at(reached, **LEFT)
    story.paper("D25")
    done(story, "cases.complete_step")
    done(story, CHANGE, **to("C04"))
    assert done(story, "cases.complete_step").step == "report"
    agreed(story, asked(story, row))
    assert story.proceeding.step == "report"
