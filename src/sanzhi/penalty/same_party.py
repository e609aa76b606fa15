"""The other proceedings of the authority against the same respondent."""

from sanzhi.cases.lists import with_decision
from sanzhi.cases.models import CaseParty, Proceeding
from sanzhi.cases.parties import NUMBERS, alike, is_same, line_of
from sanzhi.kernel.db import asked_once, list_of, rows_by_key, with_lists, with_rows
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
    known = rows_by_key(Proceeding, sorted(line - {proceeding.pk})) if len(line) > 1 else {}
    for one in with_lists(alike(party), "proceedings"):
        known |= {row.pk: row for row in list_of(one, "proceedings")}
    penalties = [row for pk, row in sorted(known.items()) if row.procedure_key.startswith(PREFIX)]
    others = with_rows((row for row in penalties if row.pk != proceeding.pk), "case")
    own = [row for row in others if row.case.authority_id == proceeding.case.authority_id]
    decided = [row.decision for row in map(with_decision, own) if hasattr(row, "decision")]
    with_rows(decided, "proposal")
    return list(with_rows(own, "finding", "respondent"))
