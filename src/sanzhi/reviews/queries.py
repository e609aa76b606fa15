"""All reads of reviews."""

from typing import Any

from django.db.models import QuerySet, prefetch_related_objects

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import NotVisible
from sanzhi.reviews.models import Deliberation, Review, Verdict
from sanzhi.reviews.rules import POINTS


def reviews_of(proceeding: Proceeding) -> tuple[Review, ...]:
    """All rounds, newest first; asked once for each loaded proceeding."""
    prefetch_related_objects([proceeding], "reviews")
    return tuple(proceeding.reviews.all())


def deliberations_of(proceeding: Proceeding) -> tuple[Deliberation, ...]:
    """All discussions, the oldest first; asked once for each loaded proceeding."""
    prefetch_related_objects([proceeding], "deliberations")
    return tuple(proceeding.deliberations.all())


def open_review(proceeding: Proceeding) -> Review | None:
    return Review.objects.filter(proceeding=proceeding, reviewed_on=None).first()


def _reviews(authority: str) -> QuerySet[Review]:
    rows = Review.objects.filter(proceeding__case__authority__code=authority)
    return rows.select_related("proceeding__respondent", "proceeding__case__unit")


def waiting(authority: str) -> QuerySet[Review]:
    """Submitted and not yet answered, most urgent first."""
    return _reviews(authority).filter(reviewed_on=None).order_by("due_on", "id")


def answered(authority: str) -> QuerySet[Review]:
    return _reviews(authority).exclude(reviewed_on=None)


def visible_review(actor: Actor, pk: int) -> Review:
    """Raises NotVisible."""
    found = _reviews(actor.authority).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def facts(proceeding: Proceeding) -> dict[str, Any]:
    """What review and discussion contribute to the papers: group `case` of the tree of facts."""
    return {"case": {**_reviewed(proceeding), **_deliberated(proceeding)}}


def _deliberated(proceeding: Proceeding) -> dict[str, Any]:
    talks = deliberations_of(proceeding)
    if not talks:
        return {}
    row = talks[-1]
    return {
        "deliberation_text": row.conclusion,
        "deliberation_opinions": row.opinions,
        "deliberation_on": row.held_on,
        "deliberation_time": f"{row.began_at:%H:%M}至{row.ended_at:%H:%M}",
        "deliberation_place": row.place,
        "deliberation_chair": row.chair,
        "deliberation_reporter": row.reporter,
        "deliberation_recorder": row.recorder,
        "deliberation_listeners": "、".join(row.listeners),
        "deliberation_participants": [_voted(one) for one in row.participants],
    }


def _voted(one: dict[str, Any]) -> dict[str, str]:
    opinion = "同意" if one["agrees"] else "不同意"
    return {"name": one["name"], "position": one["position"], "opinion": opinion}


def _reviewed(proceeding: Proceeding) -> dict[str, Any]:
    last = next((row for row in reviews_of(proceeding) if row.reviewed_on), None)
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
