"""Reads of what only a penalty has."""

from datetime import date

from django.db.models import prefetch_related_objects

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.models import Correction, EducatedWho, Education, SparedFor


def correction_of(proceeding: Proceeding) -> Correction | None:
    """The order to correct that stands: the last one."""
    prefetch_related_objects([proceeding], "corrections")
    rows = list(proceeding.corrections.all())
    return rows[-1] if rows else None


def education_of(proceeding: Proceeding, of: str = EducatedWho.PARTY) -> Education | None:
    """How the party was educated last, or what the guardian was ordered."""
    prefetch_related_objects([proceeding], "educations")
    rows = [row for row in proceeding.educations.all() if row.of == of]
    return rows[-1] if rows else None


def sparing_of(proceeding: Proceeding) -> SparedFor | None:
    """On what ground what is proposed now spares the party."""
    now = queries.current_proposal(proceeding)
    ground = Grounds.of(now).spared if now else ""
    return SparedFor(ground) if ground else None


def ordered_on(proceeding: Proceeding) -> date | None:
    """The day on which the notice of the standing order was served; another order's notice does not count."""
    order = correction_of(proceeding)
    if order is None:
        return None
    for paper in queries.issued_for(proceeding, "correction_order"):
        said = paper.document.values
        same = said.get("correct_by_on") == order.correct_by_on.isoformat()
        if paper.served_on and same and said.get("correct_content") == order.content:
            return paper.served_on
    return None
