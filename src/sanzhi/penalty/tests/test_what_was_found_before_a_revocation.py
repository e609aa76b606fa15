"""A breach of procedure alone takes nothing from what was found: the same may be decided again (行诉解释 §90(2))."""

import random
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases.models import Proceeding
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.penalty.again import is_not_the_same_again
from sanzhi.penalty.guards.before_decision import correction_respected
from sanzhi.penalty.queries import correction_of, refused_to_correct, reviews
from sanzhi.penalty.same_party import same_party
from sanzhi.penalty.tests.test_refusals_of_another_cause import FINE, PROPOSE
from tests.stories import FOUND, done, judged, refused

Reached = Callable[..., Story]
NUMBER = "（2026）豫0481行初9号"
CORRECT = "penalty.correct_entry"


def begun_anew(reached: Reached, reason: str) -> Story:
    """Revoked by a court for this reason, investigated anew: ready for the next step."""
    story = reached(stop="performance", cause="C01", fine=Decimal(500))
    judged(story, NUMBER, overturned_for=[reason])
    fell: dict[str, Any] = {"by_whom": "court", "kind": "revoked", "reference": NUMBER}
    done(story, "cases.propose_overturn", **fell, overturned_for=[reason], ground="判决所写的事由。")
    done(story, "cases.overturn_decision", who="juzhang")
    done(story, "cases.decide_anew", who="duizhang1", reason="重新作出决定。")
    first = Proceeding.objects.filter(case=story.case_id).order_by("id")[0]
    story._film("site_inspection")
    story._film("interview")
    story.paper("D08")
    story.paper("D10")
    done(story, "cases.establish_facts", **{name: getattr(first.finding, name) for name in FOUND})
    return story


def test_the_refusal_of_before_still_counts(reached: Reached) -> None:
    story = begun_anew(reached, "procedure")
    assert refused_to_correct(story.proceeding)
    assert done(story, "cases.complete_step").step == "report"
    done(story, PROPOSE, fine=500, **FINE)
    assert correction_respected(story.proceeding) and is_not_the_same_again(story.proceeding)
    assert "仍未改正" in story.paper("D27").values["correction"]


@pytest.mark.parametrize("reason", ["evidence", "law", "abuse"])
def test_what_the_court_did_not_believe_is_ordered_anew(reached: Reached, reason: str) -> None:
    story = begun_anew(reached, reason)
    assert correction_of(story.proceeding) is None
    assert done(story, "cases.complete_step").step == "correction"
    assert "尚未责令改正" in refused(story, "cases.complete_step")


def test_what_was_entered_wrongly_before_is_corrected_where_it_is_decided_anew(reached: Reached) -> None:
    """行政处罚法 §40: an inherited refusal that never was one is taken away; the party is ordered anew."""
    story = begun_anew(reached, "procedure")
    first = Proceeding.objects.filter(case=story.case_id).earliest("id")
    [row] = reviews(story.proceeding)
    why = {"entry": f"review:{row.pk}", "proof": "复查现场照片三张", "reason": "复查时已经改正，登记时误选。"}
    told = refused(story, CORRECT, proceeding=first.pk, **why)
    assert "已经作出决定，不能再更正" in told and "行政处罚法第四十七条" in told
    wrong = done(story, CORRECT, proceeding=story.proceeding.pk, **why)
    assert "整改复查登记的更正正在等待审批" in refused(story, "cases.complete_step")
    settled = {"proceeding": story.proceeding.pk, "correction": wrong.pk, "is_approved": True}
    done(story, "cases.settle_correction", who="juzhang", **settled)
    assert not refused_to_correct(story.proceeding) and refused_to_correct(first)
    assert done(story, "cases.complete_step").step == "correction"
    assert "尚未责令改正" in refused(story, "cases.complete_step")


def test_the_refusal_of_before_still_counts_when_the_number_is_mended(reached: Reached) -> None:
    """Who is decided anew is the same party, by whatever number."""
    story = begun_anew(reached, "procedure")
    number = people.person(random.Random(7))["id_number"]
    done(story, "cases.register_party", **{**story.plan.party, "id_number": number})
    assert refused_to_correct(story.proceeding)
    first, anew = Proceeding.objects.filter(case=story.case_id).order_by("id")
    assert anew.respondent is not None
    anew.respondent.name = "另一姓名"  # nor by whatever name
    assert [row.pk for row in same_party(anew)] == [first.pk]
    assert done(story, "cases.complete_step").step == "report"
