"""The other proceedings of the authority against the same respondent."""

from django.db.models import Q

from sanzhi.cases.models import Proceeding
from sanzhi.cases.parties import NUMBERS, is_same, line_of, named_alike
from sanzhi.kernel.db import asked_once
from sanzhi.penalty.own import PENALTIES


def same_party(proceeding: Proceeding) -> tuple[Proceeding, ...]:
    """With case, finding and decision; in this case or in another, open or closed (1 query for a loaded case)."""
    party = proceeding.respondent
    if party is None:
        return ()
    line = line_of(proceeding)
    others = Proceeding.objects.filter(
        named_alike(party) | Q(pk__in=line), PENALTIES, case__authority=proceeding.case.authority_id
    )
    others = others.exclude(pk=proceeding.pk).select_related(
        "case", "decision__proposal", "finding", "respondent"
    )
    known = sorted(party.names), [getattr(party, name) for name in NUMBERS]
    found = asked_once(proceeding, f"same_party {known}", ask=lambda: others.order_by("pk"))
    return tuple(
        row for row in found if row.respondent and (row.pk in line or is_same(party, row.respondent))
    )
