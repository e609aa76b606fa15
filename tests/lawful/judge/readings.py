"""What the rules read alike from a chronicle: who handled, which notice stands, when a period is over, what is grave.

“Before” is always the ledger's order; days are stated days.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from tests.lawful.chronicle import Chronicle, Offence, Party, Penalty, is_another, is_same
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
    Proposed,
    Rechecked,
    RecusalDecided,
    Reported,
    Served,
    Told,
    Voided,
    Waived,
)
from tests.lawful.chronicle.measures import HEARING
from tests.lawful.chronicle.text import letters, plain
from tests.lawful.judge import lines
from tests.lawful.judge.sound import is_sum

H = TypeVar("H", bound=Happening)
# a court or the bureau changed the decision, or held it unlawful and let it stand
STILL_OWED = re.compile("(?<!未)变更|改为|减为|降为|确认[^，。；,;]*违法|部分撤销|撤销[^，。；,;]{0,8}部分")
NO_MITIGATION = re.compile(
    "(?:经(?:审查|调查|核实|查),?|本案|当事人|暂|尚)*(?:减轻|从轻|法定)?(?:情[节形]|事由|理由)?:?"
    "(?:无(?!责任|行为)|没有(?!能力)|不(?!满|足)|未(?!成年|满)|非|否)|[/—-]+$|[Nn]/?[Aa]$"
)
# 行政处罚法 §30, §31, §32
GROUNDS = re.compile(
    "第(?:三十[一二]?|3[012])条|未成年|(?:不满|未满|不足)(?:十八|18)|(?:已满)?(?:十四|14)周?岁|尚未完全丧失|精神病|智力残疾"
    "|主动(?:消除|减轻)|(?:消除|减轻)[^，。；,;]{0,8}后果|胁迫|诱骗|主动(?:供述|交代)|立功"
    "|(?:法律|法规|规章)规定的?其他应当(?:依法)?(?:从轻|减轻)"
)
NOT_SO = re.compile("(?:不(?!满|足)|没有?|未(?!成年|满)|无|非)[^，。；,;并但且]{0,10}$")
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
    """Whoever handled the case, found its facts, proposed, told, ordered or rechecked, or signed as an officer."""
    kinds: tuple[type[Happening], ...] = (Gathered, Found, Proposed, Told, Ordered, Rechecked)
    did = (key for kind in kinds for row in case.all(kind) for key in row.by)
    records = [row for row in case.all(Issued) if row.form not in AFTERWARDS]
    signed = (key for row in records for role, key in row.signers if role == "officer")
    return handled(case) | people(case, (*did, *signed))


def handling(case: Chronicle, moment: Happening) -> frozenset[str]:
    """Whoever handles the case at the moment; who is recused does so no longer, whatever the assignment says."""
    now: set[str] = set()
    for row in case.before(moment, Assigned):
        now = (now | people(case, row.joined)) - people(case, row.left)
    recused = (row.of for row in case.before(moment, RecusalDecided) if row.is_granted)
    return frozenset(now) - people(case, recused)


def heads(case: Chronicle, day: date) -> frozenset[str]:
    """The keys of the heads in office."""
    return people(case, case.roster.heads_on(day))


def last_fall(case: Chronicle, moment: Happening) -> Overturned | None:
    """The last time before the moment that a decision of the case fell."""
    rows = [row for row in case.before(moment, Overturned) if case.before(row, Decided)]
    return rows[-1] if rows else None


def in_course(case: Chronicle, moment: Happening, *, kind: type[H]) -> tuple[H, ...]:
    """Those before the moment in its own course: what was done for a decision that fell vouches for no later one (推论)."""
    fall, rows = last_fall(case, moment), case.before(moment, kind)
    since = case.after(fall, kind) if fall else rows
    return tuple(row for row in rows if any(row is other for other in since))


def fell(case: Chronicle, decided: Decided, *, before: Happening) -> Overturned | None:
    """What took the decision away before the moment; one that was only changed or held unlawful is still owed."""
    gone = case.before(before, Overturned)
    rows = [row for row in case.after(decided, Overturned) if row in gone]
    return next((row for row in rows if not STILL_OWED.search(plain(row.ground))), None)


def notice_for(case: Chronicle, decided: Decided) -> Told | None:
    """The notice that stands for this decision: the last one before it, and after the fall of an earlier one."""
    rows = in_course(case, decided, kind=Told)
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
    """The last day on which a hearing may be asked for: five days (行政处罚法 §64), or as many more as the paper gives."""
    given = told.days or 0 if "hearing" in told.rights else 0
    return case.days.after(told.day, max(given, lines.ASK_HEARING))


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


def parties_at(case: Chronicle, row: Happening) -> tuple[Party, ...]:
    """The party as it stood then, and as it stands last: who is registered anew makes nothing undone."""
    then, last = case.party_at(row) or _party_on_paper(getattr(row, "says", None) or {}), case.party
    return tuple(party for party in (then, None if last == then else last) if party)


def _party_on_paper(says: Mapping[str, Any]) -> Party | None:
    """The party as the decision's paper has it, where the register was overwritten since."""
    number, code, name = (
        str(says.get(field) or "") for field in ("party_id_number", "party_credit_code", "party_name")
    )
    try:
        born = date.fromisoformat(str(says.get("party_born_on") or ""))
    except ValueError:
        born = None
    kind = str(says.get("party_kind") or "")
    return Party(kind=kind, name=name, identity=number or code or name, born_on=born) if kind else None


def denies(mitigation: str) -> bool:
    """无, 没有减轻情节, 不具有…: words in the place of a reason that say that there is none, and name none after that."""
    return bool(NO_MITIGATION.match(plain(mitigation))) and not has_ground(mitigation)


def has_ground(mitigation: str) -> bool:
    """A ground of 行政处罚法 §30 to §32, by its words or by its article; not what somebody wishes."""
    words = plain(mitigation)
    return any(
        not NOT_SO.search(words[max(hit.start() - 16, 0) : hit.start()]) for hit in GROUNDS.finditer(words)
    )


def was_heard(case: Chronicle, moment: Happening) -> bool:
    """A hearing was held, not abandoned, before the moment and in its own course."""
    return any(not row.is_abandoned for row in in_course(case, moment, kind=Heard))


def is_major(case: Chronicle, decided: Decided) -> bool:
    """What must be reviewed and discussed: heard, graver than the hearing line, below the minimum, or held so."""
    penalty = decided.penalty
    if decided.is_simplified or not (penalty.is_known and penalty.punishes):
        return False
    grave = any(entitles_to_hearing(penalty, party) for party in parties_at(case, decided))
    grave = grave or (not case.party and entitles_to_hearing(penalty, None))
    lighter = bool(penalty.mitigation.strip()) and not denies(penalty.mitigation)
    return grave or was_heard(case, decided) or lighter or decided.is_major


def differs(decided: Penalty, saw: Penalty) -> bool:
    """Not the identical proposal: review, discussion and approval vouch for no other, a lighter one neither (推论)."""
    tiers = {letters(row.tier) for row in (decided, saw) if letters(row.tier)}
    return len(tiers) > 1 or not is_same(decided, saw) or is_another(decided, saw)


def fresh_since(
    case: Chronicle, vouching: Happening, *, decided: Decided, kinds: Iterable[type[Happening]]
) -> tuple[Happening, ...]:
    """What came up between a review, a discussion or an approval and the decision: it was not vouched for."""
    return tuple(
        row for kind in kinds for row in case.after(vouching, kind) if row in case.before(decided, kind)
    )


def fined_after_order(case: Chronicle) -> list[Decided]:
    """Fines and graver measures that the article ties to a refused or an overdue correction."""
    row = case.offence
    if row is None:
        return []
    tied = row.measures if row.correct_first or row.refused_first else frozenset()
    return [d for d in punished(case) if (row.correct_first and d.penalty.fine) or d.penalty.codes & tied]


def correction_since(case: Chronicle, vouching: Happening, *, decided: Decided) -> tuple[Happening, ...]:
    """The order and its refusal, where the fine rests on them; an order beside one that stood already changes nothing."""
    first = case.offence is not None and case.offence.correct_first
    if not first or decided not in fined_after_order(case):
        return ()
    kinds = (Rechecked,) if case.before(vouching, Ordered) else (Ordered, Rechecked)
    return fresh_since(case, vouching, decided=decided, kinds=kinds)


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


def offence_for(case: Chronicle, decided: Decided) -> Offence | None:
    """The half of the article that the case is about, by its words; the graver one where they do not say (推论)."""
    law = case.offence
    if law is None or law.half is None:
        return law
    says = decided.says or {}
    found = [row.conduct for row in case.before(decided, Found)][-1:]
    told = [row.summary for row in case.before(decided, Reported)] if not found else []
    words = plain("；".join((*found, *told, str(says.get("conduct") or ""), decided.penalty.tier)))
    milder = re.search(law.half_of, words) and not (law.half_never and re.search(law.half_never, words))
    return law.half if milder else law


def fine_range(offence: Offence, party: Party | None, *, units: Decimal) -> tuple[Decimal, Decimal | None]:
    """The lawful range in yuan for so many units."""
    low, high = of_kind(offence.minimum, party), of_kind(offence.maximum, party)
    cap = of_kind(offence.cap, party)
    least, most = (low or Decimal(0)) * units, None if high is None else high * units
    if cap is not None:
        least, most = min(least, cap), cap if most is None else min(most, cap)
    return least, most


def is_daily(case: Chronicle, decided: Decided) -> bool:
    """One of the fines day by day that some articles allow: so many times the first, for days after a refused order."""
    earlier = [row for row in case.before(decided, Decided) if row.penalty.fine]
    orders, first = case.before(decided, Ordered), earlier[0].penalty.fine if earlier else None
    refused = [row for row in case.before(decided, Rechecked) if not row.is_corrected]
    refused = [row for row in refused if orders and row in case.after(orders[0], Rechecked)]
    if not (case.offence and case.offence.is_daily and first and decided.penalty.fine and refused):
        return False
    times = decided.penalty.fine / first
    return times == times.to_integral_value() and 0 < times <= (decided.day - orders[0].day).days


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
