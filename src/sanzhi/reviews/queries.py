"""All reads of reviews."""

from typing import Any

from django.db.models import QuerySet

from sanzhi.cases.models import Case
from sanzhi.reviews.models import Review, Verdict
from sanzhi.reviews.rules import POINTS


def reviews_of(case: Case) -> tuple[Review, ...]:
    """All rounds, newest first; asked once per loaded case."""
    cached = case.__dict__.get("_reviews")
    if cached is None:
        cached = case.__dict__["_reviews"] = tuple(Review.objects.filter(case=case))
    return tuple(cached)


def open_review(case: Case) -> Review | None:
    return Review.objects.filter(case=case, reviewed_on=None).first()


def waiting(authority: str) -> QuerySet[Review]:
    """Submitted and not yet answered, most urgent first."""
    rows = Review.objects.filter(case__authority__code=authority, reviewed_on=None)
    return rows.select_related("case__party", "case__unit").order_by("due_on", "id")


def answered(authority: str) -> QuerySet[Review]:
    rows = Review.objects.filter(case__authority__code=authority).exclude(reviewed_on=None)
    return rows.select_related("case__party", "case__unit")


def facts(case: Case) -> dict[str, Any]:
    """What the review contributes to the papers of the case (D28, D39, D40)."""
    last = next((row for row in reviews_of(case) if row.reviewed_on), None)
    if last is None:
        return {}
    rows = [
        {
            "item": title,
            "conclusion": "符合" if last.points[key]["holds"] else "不符合",
            "remark": last.points[key]["note"],
        }
        for key, title in POINTS.items()
    ]
    return {
        "review_opinion": Verdict(last.verdict).label.partition("（")[0],
        "review_text": last.opinion,
        "review_points": rows,
        "submitted_on": last.submitted_on,
        "reviewer": last.reviewed_by,
        "reviewer_qualification": "已取得法律职业资格",
        "review_round": last.round,
    }
