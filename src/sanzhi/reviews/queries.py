"""All reads of reviews."""

from django.db.models import QuerySet

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Case, Proceeding
from sanzhi.cases.reading import readable
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import keep_list, rows_of
from sanzhi.kernel.errors import NotVisible
from sanzhi.reviews.models import Deliberation, Review


def reviews_of(proceeding: Proceeding) -> tuple[Review, ...]:
    """All rounds, newest first; asked once for each loaded proceeding."""
    return rows_of(proceeding.reviews)


def deliberations_of(proceeding: Proceeding) -> tuple[Deliberation, ...]:
    """All discussions, the oldest first; asked once for each loaded proceeding."""
    return rows_of(proceeding.deliberations)


def has_discussed(case: Case, officer: int) -> bool:
    """Whether the officer took part in a discussion of any proceeding of the case."""
    rows = Deliberation.objects.filter(proceeding__case=case).values_list("participants", flat=True)
    return any(one["officer"] == officer for people in rows for one in people)


def open_review(proceeding: Proceeding) -> Review | None:
    return next((row for row in reviews_of(proceeding) if row.reviewed_on is None), None)


def _reviews(actor: Actor) -> QuerySet[Review]:
    rows = Review.objects.filter(readable(actor, via="proceeding__case__"))
    return rows.select_related("proceeding__respondent", "proceeding__case__unit")


def waiting(actor: Actor) -> QuerySet[Review]:
    """Submitted and not yet answered, most urgent first."""
    return _reviews(actor).filter(reviewed_on=None).order_by("due_on", "id")


def answered(actor: Actor) -> QuerySet[Review]:
    return _reviews(actor).exclude(reviewed_on=None)


def visible_review(actor: Actor, pk: int) -> Review:
    """With its proceeding as a page shows it, and its other rounds (2 queries). Raises NotVisible."""
    rounds = Review.objects.filter(proceeding__reviews=pk).select_related("proceeding")
    found = next((row for row in rounds if row.pk == pk), None)
    if found is None:
        raise NotVisible
    found.proceeding = cases.visible_proceeding(actor, found.proceeding.case_id, pk=found.proceeding_id)
    keep_list(found.proceeding.reviews, rounds)
    return found
