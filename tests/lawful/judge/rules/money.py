"""Rules on what is charged when a fine is paid late, or after the decision fell (§66, §72, §73, §75)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.aftermath import Instalment
from tests.lawful.chronicle.happenings import (
    Challenged,
    Charged,
    Closed,
    Decided,
    Overturned,
    Paid,
    Postponed,
    Published,
    Served,
)
from tests.lawful.judge import lines
from tests.lawful.judge.example import HEAD, ONE, at, changed, fine, on, ordinary, plus, without
from tests.lawful.judge.example_grave import decided_anew
from tests.lawful.judge.readings import fell, served_on, yuan
from tests.lawful.judge.rule import Finds, rule


def fined(case: Chronicle, moment: Charged | Paid) -> Decided | None:
    rows = [row for row in case.before(moment, Decided) if row.penalty.fine]
    return rows[-1] if rows else None


@dataclass(frozen=True)
class Part:
    """A part of the fine: due on its day, paid once all payments together cover it and those before it."""

    amount: Decimal
    covered_by: Decimal
    due: date
    granted_until: date | None = None


def _parts(case: Chronicle, charged: Charged) -> list[Part]:
    """The fine, due on the last of the fifteen days, rolled on to a working day; in parts as they were granted last.

    Payment postponed in time is due later; granted afterwards, the days until then stay late ones.
    """
    decided, rows = fined(case, charged), _postponed(case, charged)
    served = served_on(case, decided) if decided else None
    if decided is None or served is None:
        return []
    fine = decided.penalty.fine or Decimal(0)
    first = case.days.after(served + timedelta(days=lines.PAY - 1), 1)
    granted = rows[-1].instalments if rows else ()
    plan = [(row.due, row.amount) for row in granted] or [(rows[-1].until if rows else None, fine)]
    paid_before, found = fine - sum(amount for _, amount in plan), []
    for day, amount in ((first, paid_before), *plan):
        due = first
        for row in rows:
            until = day if row is rows[-1] else row.until
            due = max(due, until) if until and row.day <= due else due
        covered = amount + (found[-1].covered_by if found else Decimal(0))
        found.append(Part(amount, covered, due, day))
    return found


def _postponed(case: Chronicle, charged: Charged) -> list[Postponed]:
    """What was granted when the charge was made, the earliest first: what is granted later undoes no charge."""
    known = case.before(charged, Postponed)
    rows = [row for row in case.all(Postponed) if row in known or row.day <= charged.day]
    return sorted(rows, key=lambda row: row.day)


def _paid_by(case: Chronicle, day: date) -> Decimal:
    return sum((row.amount for row in case.all(Paid) if row.day <= day), Decimal(0))


def _is_annulled(case: Chronicle, charged: Charged) -> bool:
    """Counted anew and lower since: the error is put right as the law asks, the higher sum is no longer owed (§75(2))."""
    return any(row.amount < charged.amount for row in case.after(charged, Charged))


def _late_days(case: Chronicle, charged: Charged, *, part: Part) -> int:
    """Days after the part was due until the charge or its payment, without those of a challenge or of a deferral."""
    full = [row.day for row in case.all(Paid) if _paid_by(case, row.day) >= part.covered_by]
    ends = min([charged.day, *full])
    late = {part.due + timedelta(days=n) for n in range(1, min(max((ends - part.due).days, 0), 4000) + 1)}
    rows = _postponed(case, charged)
    free = [(row.day, part.granted_until if row is rows[-1] else row.until) for row in rows if row.until]
    for day_of, until in (*((row.day, row.until) for row in case.all(Challenged)), *free):
        late = {day for day in late if day < day_of or (until is not None and day > until)}
    return len(late)


@rule(
    "47.1",
    article="行政处罚法第七十二条第一款第一项、第六十七条第三款",
    says="按期缴清的，不得加处罚款",
    kind="late_penalty_on_time",
    certainty="推论",
)
def charged_though_on_time(case: Chronicle) -> Finds:
    for charged in case.all(Charged):
        parts = _parts(case, charged)
        if not parts or charged.amount <= 0 or _is_annulled(case, charged):
            continue
        if all(_paid_by(case, row.due) >= row.covered_by or charged.day <= row.due for row in parts):
            yield charged, f"{parts[-1].due}到期，已按期缴清或者还没有到期"


def late(paid: int, charged: int, *, amount: int) -> Chronicle:
    """Served on day 15; day 30 is the first of the holidays, so due on day 37."""
    case = without(ordinary(today=on(80)), Paid)
    case = plus(case, Charged(at=at(charged, 10), on=on(charged), by=(ONE,), amount=Decimal(amount)))
    case = plus(case, Paid(at=at(paid), on=on(paid), amount=Decimal(800), receipt="2026000000011"))
    owed = Paid(at=at(charged, 12), on=on(charged), amount=Decimal(amount), receipt="2026000000012")
    moved = [row for row in case if row.word in {"结案", "公示"}]
    kept = [row for row in plus(case, owed) if row.word not in {"结案", "公示"}]
    ended = [type(moved[0])(at=at(charged, 14), by=moved[0].by, kind="performed")] if moved else []  # type: ignore[call-arg]
    return plus(without(case, *{type(row) for row in case}), *kept, *ended)


charged_though_on_time.breach(lambda: late(30, 40, amount=100))
charged_though_on_time.breach(lambda: late(37, 40, amount=24))
charged_though_on_time.lawful(lambda: late(40, 40, amount=72))


def _deferred(*amounts: int, granted: int) -> Chronicle:
    """Unpaid, charged on day 40, then on day 62; deferred until day 60."""
    case = without(ordinary(today=on(80)), Paid, Closed)
    rows = [
        Charged(at=at(day), on=on(day), by=(ONE,), amount=Decimal(amount))
        for day, amount in zip((40, 62), amounts, strict=False)
    ]
    return plus(case, Postponed(at=at(granted), by=(HEAD,), until=on(60)), *rows)


charged_though_on_time.breach(lambda: _deferred(72, granted=20))
charged_though_on_time.lawful(lambda: _deferred(72, granted=41))


@rule(
    "47.2",
    article="行政处罚法第七十二条第一款第一项、第七十三条第三款",
    says="加处罚款每日不得超过罚款的百分之三，复议诉讼、批准延期分期期间不计",
    kind="late_penalty_too_much",
    certainty="推论",
)
def charged_too_much(case: Chronicle) -> Finds:
    for charged in case.all(Charged):
        parts = _parts(case, charged)
        if parts and parts[-1].covered_by and not _is_annulled(case, charged):
            most = sum(row.amount * lines.LATE_RATE * _late_days(case, charged, part=row) for row in parts)
            if charged.amount > most:
                yield charged, f"加处{yuan(charged.amount)}，至多{yuan(most)}"


charged_too_much.breach(lambda: late(40, 40, amount=96))
charged_too_much.breach(lambda: plus(late(40, 40, amount=72), Challenged(at=at(38), on=on(38), until=on(39))))
charged_too_much.breach(lambda: _deferred(72, 121, granted=41))
charged_too_much.lawful(lambda: late(40, 41, amount=72))


def _recounted(amount: int) -> Chronicle:
    """Charged on day 41, and on day 42 counted anew for a payment of day 40."""
    anew = Charged(at=at(42), on=on(41), by=(ONE,), amount=Decimal(amount))
    return plus(late(40, 41, amount=96), anew)


charged_too_much.lawful(lambda: _recounted(72))
charged_too_much.breach(lambda: _recounted(95))
charged_too_much.breach(lambda: _recounted(97))
charged_too_much.lawful(lambda: _deferred(72, granted=41))
charged_too_much.lawful(lambda: _deferred(72, 120, granted=41))


def _in_parts(amount: int, *, charged: int = 55, paid: int | None = None) -> Chronicle:
    """Put off in time: 300 yuan by day 50, the other 500 by day 60."""
    case = without(ordinary(today=on(80)), Paid, Closed)
    parts = (Instalment(on(50), Decimal(300)), Instalment(on(60), Decimal(500)))
    rows = [Paid(at=at(paid), on=on(paid), amount=Decimal(300), receipt="2026000000011")] if paid else []
    charge = Charged(at=at(charged, 10), on=on(charged), by=(ONE,), amount=Decimal(amount))
    return plus(case, Postponed(at=at(20), by=(HEAD,), until=on(60), instalments=parts), *rows, charge)


charged_too_much.lawful(lambda: _in_parts(45))
charged_too_much.breach(lambda: _in_parts(46))
charged_too_much.lawful(lambda: _in_parts(18, paid=52))
charged_too_much.breach(lambda: _in_parts(19, paid=52))
charged_too_much.lawful(lambda: _in_parts(15, charged=61, paid=50))
charged_though_on_time.breach(lambda: _in_parts(9, paid=50))
charged_though_on_time.lawful(lambda: _in_parts(9))


@rule(
    "47.3",
    article="行政处罚法第七十二条第一款第一项；行政强制法第四十五条第二款",
    says="加处罚款不得超出罚款的数额",
    kind="late_penalty_too_much",
    certainty="原文",
)
def charged_above_the_fine(case: Chronicle) -> Finds:
    """Each charge is the whole up to its day; a later one takes the place of the earlier."""
    for charged in case.all(Charged):
        decided = fined(case, charged)
        if decided and decided.penalty.fine and charged.amount > decided.penalty.fine:
            yield charged, f"罚款{yuan(decided.penalty.fine)}，共加处{yuan(charged.amount)}"


def _charged(*days: int) -> Chronicle:
    """Unpaid and charged on each of the days, three per cent of 800 yuan for each day after the 37th."""
    case = without(ordinary(today=on(80)), Paid, Closed)
    rows = [Charged(at=at(day), on=on(day), by=(ONE,), amount=Decimal(24) * (day - 37)) for day in days]
    return plus(case, *rows)


charged_above_the_fine.breach(lambda: _charged(60, 71))
charged_above_the_fine.lawful(lambda: _charged(60, 66))
charged_above_the_fine.breach(lambda: late(75, 75, amount=801))
charged_above_the_fine.lawful(lambda: late(75, 75, amount=800))


@rule(
    "47.4",
    article="行政强制法第四十五条第一款；罚款决定与罚款收缴分离实施办法第七条",
    says="加处的标准应当已在决定书中告知",
    kind="late_penalty_not_told",
    certainty="推论",
)
def late_penalty_not_told(case: Chronicle) -> Finds:
    for charged in case.all(Charged):
        decided = fined(case, charged)
        says = (decided.says or {}) if decided else {}
        if charged.amount > 0 and "late_text" in says and "加处" not in str(says["late_text"] or ""):
            yield charged, "决定书没有告知加处罚款"


late_penalty_not_told.breach(lambda: changed(late(40, 40, amount=72), Decided, says={"late_text": "无"}))
late_penalty_not_told.lawful(
    lambda: changed(late(40, 40, amount=72), Decided, says={"late_text": "每日加处百分之三"})
)


@rule(
    "47.5",
    article="行政处罚法第七十二条第一款第一项",
    says="没有送达的决定，不得加处罚款",
    kind="late_penalty_on_time",
    certainty="推论",
)
def charged_before_service(case: Chronicle) -> Finds:
    for charged in case.all(Charged):
        decided = fined(case, charged)
        if charged.amount > 0 and (decided is None or served_on(case, decided) is None):
            yield charged, "决定没有送达，缴款期限还没有开始"


charged_before_service.breach(lambda: without(late(38, 38, amount=24), Served))
charged_before_service.breach(
    lambda: plus(without(ordinary(), Decided), Charged(at=at(16), amount=Decimal(24)))
)
charged_before_service.lawful(lambda: late(38, 38, amount=24))


@rule(
    "47.6",
    article="行政处罚法第七十二条第一款、第七十五条第二款；行政诉讼法第七十条",
    says="已被撤销的决定，不得再收缴罚款、加处罚款",
    kind="collected_after_the_fall",
    certainty="推论",
)
def collected_after_the_fall(case: Chronicle) -> Finds:
    """A payment counts by its day: what is only entered later was taken before."""
    for row in (*case.all(Charged), *case.all(Paid)):
        decided = fined(case, row)
        gone = fell(case, decided, before=row) if decided else None
        if gone and row.amount > 0 and (isinstance(row, Charged) or row.day > gone.day):
            yield row, f"{gone.day}已撤销，又{row.word}{yuan(row.amount)}"


def _after_the_fall(*rows: Charged | Paid, ground: str = "主要证据不足") -> Chronicle:
    """Unpaid; a court has the decision fall on day 39."""
    gone = Overturned(at=at(39), by_whom="court", ground=ground)
    return plus(without(ordinary(today=on(80)), Paid, Closed, Published), gone, *rows)


def paid_anew(amount: int) -> Chronicle:
    """800 yuan paid, the decision fallen, 600 yuan decided anew and paid."""
    first = Paid(at=at(18), on=on(18), by=(ONE,), amount=Decimal(800), receipt="2026000000001")
    again = Paid(at=at(62), on=on(62), by=(ONE,), amount=Decimal(amount), receipt="2026000000002")
    return decided_anew(first, again, penalty=fine(600))


CHARGE = Charged(at=at(40), on=on(40), by=(ONE,), amount=Decimal(72), days=3)
PAYMENT = Paid(at=at(40), on=on(40), by=(ONE,), amount=Decimal(800), receipt="2026000000001")
for _row in (CHARGE, PAYMENT):
    collected_after_the_fall.breach(lambda row=_row: _after_the_fall(row))
    collected_after_the_fall.lawful(lambda row=_row: _after_the_fall(row, ground="变更罚款数额，其余维持"))
collected_after_the_fall.lawful(lambda: _after_the_fall(replace(PAYMENT, on=on(38))))
collected_after_the_fall.lawful(lambda: paid_anew(600))
