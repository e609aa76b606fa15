"""What a judge must know beside the case: people, calendar, the offence, other decided cases, must-record moments."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from sanzhi.cases.models import Case, Decision, Evidence
from sanzhi.cases.models import CaseParty as PartyRow
from sanzhi.catalogues import queries as catalogues
from sanzhi.organisation.models import CalendarDay, CalendarYear, Officer
from sanzhi.penalty.models import Correction
from tests.lawful.adapter.papers import money, taken
from tests.lawful.adapter.rows import load
from tests.lawful.chronicle import Certificate, Days, Other, Party, Person, Roster, Tier
from tests.lawful.chronicle.joined import Borrowed
from tests.lawful.chronicle.text import letters

DECIDED = (
    '"case_id" <> %s AND "id" IN (SELECT "respondent_id" FROM "cases_proceeding" WHERE "id" IN'
    ' (SELECT "proceeding_id" FROM "cases_decision"))'
)


def party_of(row: PartyRow) -> Party:
    return Party(
        kind=row.kind,
        name=row.name,
        identity=row.id_number or row.credit_code or row.name,
        born_on=row.born_on,
        representative=row.representative,
        guardian=row.guardian,
        address=row.address,
        phone=row.phone,
    )


def roster_of(authority: int) -> Roster:
    """Everybody of the bureau, with certificates (2 queries)."""
    rows = (
        Officer.objects.filter(authority_id=authority).select_related("unit").prefetch_related("certificates")
    )
    return Roster({person.key: person for person in map(_person, rows)})


def _person(row: Officer) -> Person:
    return Person(
        key=f"officer:{row.pk}",
        name=row.name,
        roles=frozenset(row.roles),
        unit=row.unit.name,
        is_established=row.employment == "established",
        qualified_on=row.qualified_on,
        left_on=row.left_on,
        is_lawyer=row.has_legal_qualification,
        certificates=tuple(
            Certificate(card.number, card.issued_on, card.valid_until, card.suspended_on)
            for card in row.certificates.all()
        ),
    )


def days() -> Days:
    """The official calendar as entered (2 queries)."""
    rows = list(CalendarDay.objects.values_list("day", "is_working"))
    return Days(
        off=frozenset(day for day, works in rows if not works),
        worked=frozenset(day for day, works in rows if works),
        noticed=frozenset(CalendarYear.objects.values_list("year", flat=True)),
    )


def others_of(case: Case, row: PartyRow) -> tuple[Other, ...]:
    """Other cases decided against the same party (1 query, 3 where there are any)."""
    identity = party_of(row).identity
    parties = load(PartyRow, DECIDED, case.pk)
    same = [other.case_id for other in parties if _is_one(row, other)]
    if not same:
        return ()
    rows = Decision.objects.filter(proceeding__case_id__in=same).select_related("proceeding__case")
    orders = Correction.objects.filter(proceeding__case_id__in=same)
    ordered = dict(orders.values_list("proceeding_id", "ordered_on"))
    return tuple(
        Other(
            case=f"cases.case:{decision.proceeding.case_id}",
            identity=identity,
            cause=decision.proceeding.cause_code,
            place=decision.proceeding.case.place,
            happened_on=decision.proceeding.case.happened_on,
            decided_on=decision.decided_on,
            fine=taken(decision.terms, "fine"),
            ordered_on=ordered.get(decision.proceeding_id),
        )
        for decision in rows
    )


def borrowed(keys: Iterable[int], *, case: int) -> dict[int, Borrowed]:
    """Those of the keys that are evidence of another case than this (1 query for each that is not its own)."""
    found = {}
    for key in keys:
        for row in load(Evidence, '"id" = %s AND "case_id" <> %s', key, case):
            (other,) = load(Case, '"id" = %s', row.case_id)
            found[key] = Borrowed(other.number, row.name, row.gathered_on)
    return found


def _is_one(row: PartyRow, other: PartyRow) -> bool:
    """By the number where both have one, by the name where one has none; neither spaces nor widths count."""
    for name in ("id_number", "credit_code"):
        mine, theirs = letters(getattr(row, name)), letters(getattr(other, name))
        if mine and theirs:
            return mine == theirs
    return letters(row.name) == letters(other.name)


@lru_cache(maxsize=64)
def moments_of(edition: int | None) -> Mapping[str, int]:
    """The must-record moments of the recording list, each with its shortest seconds."""
    return {row.key: row.shortest_seconds for row in catalogues.recording_moments_of(edition)}


@lru_cache(maxsize=256)
def tiers_of(edition: int | None, code: str) -> tuple[Tier, ...]:
    """The tiers of the cause in the bureau's own list, as its rows have them."""
    rows = dict(catalogues.edition(edition).rows.values_list("code", "content")) if edition else {}
    return tuple(
        Tier(row["name"], money(row.get("minimum")), money(row.get("maximum")))
        for row in rows.get(code, {}).get("tiers", ())
    )


@lru_cache(maxsize=64)
def wants_of(edition: int) -> Mapping[str, tuple[str, frozenset[str], frozenset[str]]]:
    """By step title: its key, the forms it always wants, and the moments that must be recorded at it."""
    steps = catalogues.procedure_of_edition(edition).steps
    return {
        step.title: (
            step.key,
            frozenset(need.form for need in step.documents if not (need.when or need.unless)),
            frozenset(step.recording),
        )
        for step in steps
    }


def chinese_day(text: str) -> date | None:
    """2026年9月4日 or 2026年09月04日 as it stands in an entry."""
    parts = text.replace("年", "-").replace("月", "-").rstrip("日").split("-")
    try:
        year, month, day = map(int, parts)
        return date(year, month, day)
    except ValueError:
        return None
