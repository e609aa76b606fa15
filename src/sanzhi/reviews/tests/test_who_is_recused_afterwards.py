"""Who was recused after having reviewed carries no decision; another reviews (行政处罚法 §43, §58)."""

from collections.abc import Callable

from sanzhi.cases.models import Proceeding
from sanzhi.cases.tests.test_who_sits_at_the_hearing import recused
from sanzhi.demo.story import Story
from sanzhi.reviews.tests.test_refusals import AGREED, EXPLAINED, LARGE
from tests.stories import done, refused

Reached = Callable[..., Story]
DECIDE = "penalty.decide_penalty"
GONE = "已经决定回避，该次审核不能据以作出决定"


def test_another_reviews_anew(reached: Reached) -> None:
    story = reached(stop="review_submitted", **LARGE)
    done(story, "reviews.give_opinion", who="fazhi", **AGREED)
    assert GONE not in refused(story, DECIDE, who="juzhang")
    recused(story, "fazhi")
    said = refused(story, DECIDE, who="juzhang")
    assert f"沈明辨{GONE}" in said and "行政处罚法第四十三条、第五十八条" in said
    assert GONE in refused(story, "cases.complete_step")
    done(story, "reviews.submit_for_review", **EXPLAINED)
    said = refused(story, "reviews.give_opinion", who="fazhi", **AGREED)
    assert "已经决定您回避" in said
    assert done(story, "reviews.give_opinion", who="fazhi2", **AGREED).reviewed_by == "叶慎言"
    assert GONE not in refused(story, "cases.complete_step")


def test_evidence_of_another_party_lapses_no_review(reached: Reached) -> None:
    """行政处罚法 §58: what came in of this party lapses it, what came in of another does not."""
    story = reached(stop="review_submitted", **LARGE)
    done(story, "reviews.give_opinion", who="fazhi", **AGREED)
    first = story.proceeding
    done(story, "cases.add_respondent", reason="另一人共同实施，分工施工。")
    statement = {"kind": "statement", "name": "另一人的询问笔录", "proves": "另一人参与的情况"}
    row = done(story, "cases.add_evidence", proceeding=first.pk, **statement)
    lapsed = "送审以后证据有变化"
    assert lapsed not in refused(story, "cases.complete_step", proceeding=first.pk)
    finding = Proceeding.objects.get(pk=first.pk).finding
    assert finding is not None
    names = ["happened_on", "place", "conduct", "consequence", "gains", "gains_note", "corrected_on"]
    found = {name: getattr(finding, name) for name in names}
    evidence = [*finding.evidence, row.pk]
    done(story, "cases.establish_facts", proceeding=first.pk, **found, evidence=evidence)
    assert lapsed in refused(story, "cases.complete_step", proceeding=first.pk)
