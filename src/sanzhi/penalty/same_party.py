"""The other proceedings of the authority against the same respondent."""

from django.db.models import Q

from sanzhi.cases.models import CaseParty, Proceeding
from sanzhi.cases.parties import NUMBERS, alike, is_same, line_of
from sanzhi.kernel.db import asked_once
from sanzhi.penalty.own import PENALTIES


def same_party(proceeding: Proceeding) -> tuple[Proceeding, ...]:
    """With case, finding and decision; in this case or in another, open or closed (2 queries for a loaded case)."""
    party = proceeding.respondent
    if party is None:
        return ()
    line = line_of(proceeding)
    known = sorted(party.names), [getattr(party, name) for name in NUMBERS]
    found = asked_once(proceeding, f"same_party {known}", ask=lambda: _others(proceeding, party, line=line))
    return tuple(
        row for row in found if row.respondent and (row.pk in line or is_same(party, row.respondent))
    )


def _others(proceeding: Proceeding, party: CaseParty, *, line: frozenset[int]) -> list[Proceeding]:
    """The parties first: by them and by its line few proceedings are found, without walking through all of them."""
    rows = Proceeding.objects.filter(Q(respondent__in=alike(party)) | Q(pk__in=line), PENALTIES)
    rows = rows.exclude(pk=proceeding.pk).select_related(
        "case", "decision__proposal", "finding", "respondent"
    )
    own = proceeding.case.authority_id
    return [row for row in rows.order_by("pk") if row.case.authority_id == own]
