"""The other proceedings of the authority against the same respondent."""

from sanzhi.cases.models import CaseParty, Proceeding
from sanzhi.cases.parties import NUMBERS, against, alike, is_same, line_of
from sanzhi.kernel.db import asked_once
from sanzhi.penalty.own import PREFIX


def same_party(proceeding: Proceeding) -> tuple[Proceeding, ...]:
    """With case, finding and decision; in this case or in another, open or closed."""
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
    found = against(alike(party), beside=line - {proceeding.pk})
    own = proceeding.case.authority_id
    penalties = (row for row in found if row.procedure_key.startswith(PREFIX))
    return [row for row in penalties if row.pk != proceeding.pk and row.case.authority_id == own]
