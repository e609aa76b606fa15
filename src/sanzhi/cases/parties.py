"""Who is the same party, and what else there is against it in its case."""

from collections.abc import Iterable

from sanzhi.cases import queries
from sanzhi.cases.lists import with_decision
from sanzhi.cases.models import CaseParty, Evidence, IdType, Paper, PartyKind, Proceeding
from sanzhi.kernel.db import list_of, rows_by_key, rows_where, with_lists, with_rows
from sanzhi.law.identity import check_credit_code
from sanzhi.law.receipts import plain_number

NUMBERS = ("id_number", "credit_code")


def is_same(one: CaseParty, other: CaseParty) -> bool:
    """By number or by name, however they are written; what tells namesakes apart says that they are two."""
    return not _are_told_apart(one, other) and any(mine(one) & mine(other) for mine in (_names, _numbers))


def _are_told_apart(one: CaseParty, other: CaseParty) -> bool:
    """Two residents, or two units, each with a right number of its own: namesakes are different people.

    So are two persons born on different days, where they do not show one number. Not by the codes of two businesses,
    which may have one owner (民法典 §56), nor by a code that fails its check: one letter may be wrong.
    """
    both, told = (one, other), []
    if all(row.id_type == IdType.RESIDENT for row in both):
        told.append({plain_number(row.id_number) for row in both} - {""})
    if all(row.kind == PartyKind.ORGANISATION for row in both):
        codes = {plain_number(row.credit_code) for row in both}
        told.append({code for code in codes if check_credit_code(code) is None})
    if all(row.kind == PartyKind.PERSON for row in both) and not _numbers(one) & _numbers(other):
        told.append({str(row.born_on) for row in both if row.born_on})
    return any(len(own) > 1 for own in told)


def have_other_numbers(one: CaseParty, other: CaseParty) -> bool:
    """Each shows a number, and none is the other's: a person may say, with reasons, that they are two."""
    mine, others = _numbers(one), _numbers(other)
    return bool(mine and others) and not mine & others


def _names(party: CaseParty) -> set[str]:
    return {plain_number(name) for name in party.names}


def _numbers(party: CaseParty) -> set[str]:
    return {plain_number(number) for number in (party.id_number, party.credit_code)} - {""}


def beside(proceeding: Proceeding) -> list[Proceeding]:
    """The other proceedings against the same party in the case, the oldest first, without those that serve one.

    What is decided anew is against the same party, however its name or number was mended since.
    """
    party, line = proceeding.respondent, line_of(proceeding)
    rows = (row for row in main_ones(proceeding) if row.pk != proceeding.pk)
    known = with_rows(rows, "respondent")
    return [
        row
        for row in known
        if row.pk in line or (party and row.respondent and is_same(party, row.respondent))
    ]


def main_ones(proceeding: Proceeding) -> list[Proceeding]:
    """The proceedings of the case that stand by themselves: a seizure is part of the penalty that it serves."""
    return [row for row in list_of(proceeding.case, "proceedings") if row.main_id is None]


def line_of(proceeding: Proceeding) -> frozenset[int]:
    """The proceedings, itself too, of which each goes on from another: from the first decision to what is decided anew."""
    known = {row.pk: row.goes_on_from_id for row in (*list_of(proceeding.case, "proceedings"), proceeding)}
    first: dict[int, int] = {}
    for pk, former in sorted(known.items()):  # what it goes on from is older
        first[pk] = pk if former is None else first[former]
    return frozenset(pk for pk in known if first[pk] == first[proceeding.pk])


def before(proceeding: Proceeding) -> list[Proceeding]:
    """Those of them that it goes on from: what is decided anew follows what fell."""
    return [row for row in beside(proceeding) if row.pk < proceeding.pk]


def known_to(proceeding: Proceeding) -> tuple[Evidence, ...]:
    """Where others are proceeded against as well, evidence may be of them: what counts is on what the finding rests."""
    others = {row.pk for row in main_ones(proceeding)} - {proceeding.pk, proceeding.main_id}
    alone = {row.pk for row in beside(proceeding)} >= others
    own = queries.evidence(proceeding.case) if alone else ()
    return tuple(dict.fromkeys((*own, *queries.proofs(proceeding))))


def filed_against(proceeding: Proceeding) -> tuple[Paper, ...]:
    """By what it was filed: what is decided anew, by the filing of the proceeding whose decision fell."""
    own = queries.issued_for(proceeding, "filing")
    former = (queries.issued_for(row, "filing") for row in before(proceeding))
    return own or next((papers for papers in former if papers), ())


def alike(party: CaseParty) -> tuple[CaseParty, ...]:
    """The parties that may be the same, by number or by name (`is_same` says whether); an individual business is its owner (民法典 §56).

    Each by its index: what leads to them is then found without walking through every case.
    """
    owner = PartyKind.INDIVIDUAL_BUSINESS
    numbers = {name: number for name in NUMBERS if (number := getattr(party, name))}
    found = (
        *(row for name in party.names for row in rows_where(CaseParty, name=name)),
        *(row for name in party.names for row in rows_where(CaseParty, kind=owner, representative=name)),
        *(row for name, number in numbers.items() for row in rows_where(CaseParty, **{name: number})),
    )
    return tuple({row.pk: row for row in found}.values())


def against(parties: Iterable[CaseParty], *, beside: Iterable[int]) -> tuple[Proceeding, ...]:
    """The proceedings against these parties, and those with the keys `beside`, in any authority, the oldest first.

    Each with its case, finding, respondent, decision and what was decided on.
    """
    keys = sorted(beside)
    known = rows_by_key(Proceeding, keys) if keys else {}
    for one in with_lists(parties, "proceedings"):
        known |= {row.pk: row for row in list_of(one, "proceedings")}
    found = [with_decision(row) for _, row in sorted(known.items())]
    with_rows((row.decision for row in found if hasattr(row, "decision")), "proposal")
    return with_rows(found, "case", "finding", "respondent")
