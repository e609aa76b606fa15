"""What the rules read alike from a chronicle: who handled, which notice stands, when a period is over, what is grave.

“Before” is always the ledger's order; days are stated days.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from tests.lawful.chronicle import Chronicle, Offence, Party, Penalty
from tests.lawful.chronicle.happenings import (
    Assigned,
    Decided,
    Found,
    Gathered,
    Happening,
    Heard,
    Issued,
    Ordered,
    Overturned,
    Rechecked,
    Reported,
    Served,
    Told,
    Voided,
    Waived,
)
from tests.lawful.chronicle.measures import HEARING
from tests.lawful.chronicle.text import letters
from tests.lawful.judge import lines
from tests.lawful.judge.sound import is_sum

# what an officer signs after the decision: service, payment, closing; everything else is part of the inquiry
AFTERWARDS = frozenset({"D45", "D46", "D48", "D68"})
DECISION_FORMS = frozenset({"D41", "D42", "D43", "D63"})


def punished(case: Chronicle) -> Iterator[Decided]:
    """The decisions that impose anything."""
    return (row for row in case.all(Decided) if row.penalty.is_known and row.penalty.punishes)


def ordinary_decisions(case: Chronicle) -> Iterator[Decided]:
    return (row for row in case.all(Decided) if not row.is_simplified)


def people(case: Chronicle, keys: Iterable[str]) -> frozenset[str]:
    """Persons by key and by name, so that a paper's name meets the ledger's key."""
    known = [(key, case.roster.get(key)) for key in keys if key]
    return frozenset(person.key if person else key for key, person in known)


def handled(case: Chronicle) -> frozenset[str]:
    """Whoever handled the case at any time, until yesterday too."""
    return people(case, (key for row in case.all(Assigned) for key in row.joined))


def worked_on(case: Chronicle) -> frozenset[str]:
    """Whoever handled the case, gathered evidence in it, ordered or rechecked, or signed its papers as an officer."""
    acts = (*case.all(Gathered), *case.all(Ordered), *case.all(Rechecked))
    did = (key for row in acts for key in row.by)
    records = [row for row in case.all(Issued) if row.form not in AFTERWARDS]
    signed = (key for row in records for role, key in row.signers if role == "officer")
    return handled(case) | people(case, (*did, *signed))


def handling(case: Chronicle, moment: Happening) -> frozenset[str]:
    """Whoever handles the case at the moment."""
    now: set[str] = set()
    for row in case.before(moment, Assigned):
        now = (now | people(case, row.joined)) - people(case, row.left)
    return frozenset(now)


def heads(case: Chronicle, day: date) -> frozenset[str]:
    """The keys of the heads in office."""
    return people(case, case.roster.heads_on(day))


def notice_for(case: Chronicle, decided: Decided) -> Told | None:
    """The notice that stands for this decision: the last one before it."""
    rows = case.before(decided, Told)
    return rows[-1] if rows else None


def content_of(case: Chronicle, paper: str) -> Mapping[str, Any]:
    """The data inside the paper as it was issued last; {} where it is not known."""
    rows = [row for row in case.all(Issued) if row.ref and row.ref == paper]
    return (rows[-1].content if rows else None) or {}


def told_and_decided(case: Chronicle, decided: Decided) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """What the papers of the standing notice and of the decision say."""
    told = notice_for(case, decided)
    notice = content_of(case, told.paper) if told else {}
    return notice, decided.says or content_of(case, decided.paper)


def is_one_party(first: Mapping[str, Any], second: Mapping[str, Any]) -> bool:
    """Two papers name the same: by the number where both have one, else by the name; what is blank says nothing."""
    for field in ("party_id_number", "party_credit_code", "party_name"):
        one, two = (letters(str(paper.get(field) or "")) for paper in (first, second))
        if one and two:
            return one == two
    return True


def plea_ends_on(case: Chronicle, told: Told) -> date:
    """The last day of the plea: as many working days as the paper gives; the day of the notice where it gives none."""
    return case.days.after(told.day, told.days or 0)


def asking_ends_on(case: Chronicle, told: Told) -> date:
    """The last day on which a hearing may be asked for (行政处罚法 §64)."""
    return case.days.after(told.day, lines.ASK_HEARING)


def period_ends_on(case: Chronicle, told: Told) -> date:
    """The later of both, as far as the notice gives both."""
    plea = plea_ends_on(case, told)
    return max(plea, asking_ends_on(case, told)) if "hearing" in told.rights else plea


def waived(case: Chronicle, decided: Decided, *, right: str) -> tuple[Waived, ...]:
    """The waivers of the right between the standing notice and the decision."""
    told = notice_for(case, decided)
    rows = case.before(decided, Waived)
    since = case.before(told, Waived) if told else ()
    return tuple(row for row in rows if row.right == right and row not in since)


def entitles_to_hearing(penalty: Penalty, party: Party | None) -> bool:
    """行政处罚法 §63 by codes and sums, whatever the words (the sums: lines.HEARING_…, 记忆)."""
    if not (penalty.is_known and penalty.punishes):
        return False
    line = lines.HEARING_CITIZEN if party and party.is_natural else lines.HEARING_UNIT
    sums = (penalty.fine or 0, penalty.confiscated or 0)
    return bool(penalty.codes & HEARING) or any(amount >= line for amount in sums)


def was_heard(case: Chronicle, moment: Happening) -> bool:
    """A hearing was held, not abandoned, before the moment."""
    return any(not row.is_abandoned for row in case.before(moment, Heard))


def is_major(case: Chronicle, decided: Decided) -> bool:
    """What must be reviewed and discussed: heard, graver than the hearing line, below the minimum, or held so."""
    penalty = decided.penalty
    if decided.is_simplified or not (penalty.is_known and penalty.punishes):
        return False
    grave = entitles_to_hearing(penalty, case.party) or was_heard(case, decided)
    return grave or bool(penalty.mitigation) or decided.is_major


def services_of(case: Chronicle, decided: Decided) -> tuple[Served, ...]:
    """How the decision reached the party, the earliest entry first."""
    return tuple(
        row
        for row in case.after(decided, Served)
        if (row.paper and row.paper == decided.paper) or (not row.paper and row.form in DECISION_FORMS)
    )


def served_on(case: Chronicle, decided: Decided) -> date | None:
    days = [row.day for row in services_of(case, decided)]
    return min(days) if days else None


def papers_before(case: Chronicle, moment: Happening, *, form: str) -> tuple[Issued, ...]:
    """The issued papers of the form before the moment that were not voided by then."""
    gone = {row.paper for row in case.before(moment, Voided) if row.paper}
    return tuple(row for row in case.before(moment, Issued) if row.form == form and row.ref not in gone)


def happened_on(case: Chronicle, moment: Happening | None = None) -> date | None:
    """The last day of the conduct: as found; as reported where nothing was found yet."""
    found = [row for row in (case.before(moment, Found) if moment else case.all(Found)) if row.happened_on]
    if found:
        return found[-1].happened_on
    reported = case.last(Reported)
    return reported.happened_on if reported else None


def quantities(case: Chronicle, decided: Decided) -> dict[str, Decimal]:
    """What was counted: as found, else as the decision itself says."""
    found = [row.quantities for row in case.before(decided, Found) if row.quantities]
    return as_numbers(found[-1] if found else decided.penalty.quantities)


def as_numbers(given: Mapping[str, object] | None) -> dict[str, Decimal]:
    """Rows keep quantities as texts; what is no number counts nothing."""
    numbers = {}
    for name, value in (given or {}).items():
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            continue
        if is_sum(number):
            numbers[name] = number
    return numbers


def of_kind(table: object, party: Party | None) -> Decimal | None:
    """The figure for the party; an individual business is measured as a person (民法典 §54)."""
    figures: dict[str, Decimal] = dict(table) if table else {}  # type: ignore[call-overload]
    kind = "" if party is None else ("person" if party.is_natural else "organisation")
    return figures.get(kind, figures.get(""))


def counted(offence: Offence, given: dict[str, Decimal]) -> Decimal | None:
    """How many units the fine is to be multiplied with; None while something is not counted."""
    wanted = {"": (), "sqm_days": ("sqm", "days")}.get(offence.unit, (offence.unit,))
    if any((given.get(name) or 0) <= 0 for name in wanted):
        return None
    total = Decimal(1)
    for name in wanted:
        amount = given[name]
        total *= amount.to_integral_value("ROUND_CEILING") if name == "sqm" and offence.rounds_up else amount
    return total


def fine_range(offence: Offence, party: Party | None, *, units: Decimal) -> tuple[Decimal, Decimal | None]:
    """The lawful range in yuan for so many units."""
    low, high = of_kind(offence.minimum, party), of_kind(offence.maximum, party)
    cap = of_kind(offence.cap, party)
    least, most = (low or Decimal(0)) * units, None if high is None else high * units
    if cap is not None:
        least, most = min(least, cap), cap if most is None else min(most, cap)
    return least, most


def overturned_between(case: Chronicle, first: Happening, *, second: Happening) -> bool:
    gone = case.before(second, Overturned)
    return any(row not in case.before(first, Overturned) for row in gone)


def years_after(day: date, years: int) -> date:
    """The same day so many years on; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def months_after(day: date, months: int) -> date:
    """The same day so many months on, or the last day of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


def yuan(amount: Decimal | None) -> str:
    return "未写明" if amount is None else f"{amount.normalize():f}元"
