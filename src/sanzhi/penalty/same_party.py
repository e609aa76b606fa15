"""The other proceedings of the authority against the same respondent."""

from django.db.models import Q

from sanzhi.cases.models import CaseParty, PartyKind, Proceeding
from sanzhi.cases.parties import is_same, line_of
from sanzhi.kernel.db import asked_once
from sanzhi.penalty.own import PENALTIES

NUMBERS = ("id_number", "credit_code")


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
    alike = list(CaseParty.objects.filter(_same(party)).values_list("pk", flat=True))
    rows = Proceeding.objects.filter(Q(respondent__in=alike) | Q(pk__in=line), PENALTIES)
    rows = rows.exclude(pk=proceeding.pk).select_related(
        "case", "decision__proposal", "finding", "respondent"
    )
    own = proceeding.case.authority_id
    return [row for row in rows.order_by("pk") if row.case.authority_id == own]


def _same(party: CaseParty) -> Q:
    """By number or by name; an individual business is its owner (民法典 §56)."""
    same = Q(name__in=party.names) | Q(kind=PartyKind.INDIVIDUAL_BUSINESS, representative__in=party.names)
    for name in NUMBERS:
        if number := getattr(party, name):
            same |= Q((name, number))
    return same
