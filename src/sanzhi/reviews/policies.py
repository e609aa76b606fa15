"""Who may submit, who may review."""

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation.models import Officer
from sanzhi.reviews.models import Review

LAW = "行政处罚法第五十八条"


def is_qualified(actor: Actor) -> Verdict:
    """A reviewer has passed the state's legal examination (行政处罚法 §58(2))."""
    officer = Officer.objects.filter(pk=actor.officer_id or 0).first()
    return Verdict.when(
        officer and officer.has_legal_qualification, "从事法制审核的人员应当取得法律职业资格。", citation=LAW
    )


def is_waiting(review: Review | None) -> Verdict:
    return Verdict.when(
        review is not None and review.reviewed_on is None, "没有待审核的送审，可能已由他人审核。"
    )
