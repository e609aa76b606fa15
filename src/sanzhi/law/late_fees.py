"""Late penalty 加处罚款, late fee 滞纳金 and interest, day by day, with what was paid and what did not count.

The rate comes from a law or regulation and was told to the party; the sum never exceeds the obligation (行政强制法 §45,
行政处罚法 §72). The day of a payment is still late; remedies, deferrals and instalments are taken out as periods.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, pairwise

from sanzhi.law.citations import parse_citations
from sanzhi.law.days import chinese_date
from sanzhi.law.deadlines import Exclusion
from sanzhi.law.derivation import (
    DAYS,
    NOTHING,
    CannotCount,
    Derivation,
    Step,
    charged_fen,
    checked,
    checked_sum,
    plain,
    rounding,
    to_fen,
    total,
)
from sanzhi.law.penalties import LATE_PER_DAY

CAP = "行政强制法第四十五条第二款"
LONGEST = 36600  # days: no debt is followed further


@dataclass(frozen=True)
class Rate:
    """`per_day` of what is unpaid; `told_on` is the day on which the party was told of it (行政强制法 §45(1))."""

    title: str
    per_day: Decimal
    citation: str
    told_on: date | None
    mark: str = "原文"


def penalty_rate(told_on: date | None) -> Rate:
    """Three per cent a day of a fine (行政处罚法 §72(1))."""
    return Rate("加处罚款", LATE_PER_DAY, "行政处罚法第七十二条第一款第一项", told_on)


@dataclass(frozen=True)
class Payment:
    """What was paid of the obligation itself."""

    paid_on: date
    amount: Decimal


@dataclass(frozen=True)
class Debt:
    """`principal` was to be paid by the end of `due_on`; `pauses` are periods in which nothing accrues."""

    principal: Decimal
    due_on: date
    payments: tuple[Payment, ...] = ()
    pauses: tuple[Exclusion, ...] = ()

    def unpaid_on(self, day: date) -> Decimal:
        """What was unpaid at the beginning of the day: a payment of the day itself comes after it."""
        paid = total(row.amount for row in self.payments if row.paid_on < day)
        return max(self.principal - paid, NOTHING)

    def is_paused(self, day: date) -> bool:
        return any(row.from_on <= day <= row.to_on for row in self.pauses)

    def counted_days(self, until: date) -> Iterator[tuple[date, Decimal]]:
        """Each late day that counts up to and including `until`, with what was unpaid on it."""
        for number in range(1, min((until - self.due_on).days, LONGEST) + 1):
            day = self.due_on + timedelta(days=number)
            if not self.is_paused(day) and (unpaid := self.unpaid_on(day)):
                yield day, unpaid


def late_fee(debt: Debt, rate: Rate, *, until: date) -> Derivation:
    """What has accrued by the end of `until`. Raises CannotCount."""
    _check_debt(debt)
    _check_rate(rate)
    stretches = tuple(_stretches(debt, until))
    steps, raw = [], NOTHING
    for first, last, days, base in stretches:
        amount = base * rate.per_day * days
        raw += amount
        span = f"{chinese_date(first)}至{chinese_date(last)}"
        steps.append(Step(span, f"{plain(base)}元×每日{_percent(rate.per_day)}×{days}日", amount))
    if len(steps) > 1:
        steps.append(Step("合计", "各段相加", raw))
    steps += _paused(debt, until)
    steps += rounding(raw)
    result = charged_fen(raw)
    if result > debt.principal:
        result = debt.principal
        steps.append(Step("以本金为限", f"不得超出金钱给付义务的数额（{CAP}）", result))
    # whether part payments lessen the base no statute says
    mark = "记忆" if rate.mark == "原文" and len({base for *_, base in stretches}) > 1 else rate.mark
    return Derivation(rate.title, tuple(steps), result, rate.citation, mark=mark)


@dataclass(frozen=True)
class YearlyRate:
    """Interest of a period, both days included; `yearly` is 0.015 for one and a half per cent a year."""

    from_on: date
    to_on: date
    yearly: Decimal
    source: str


RETURNED = "国家赔偿法第三十六条第七项"


def interest(
    principal: Decimal, rates: tuple[YearlyRate, ...], *, from_on: date, until: date, days_in_year: int
) -> Derivation:
    """Interest on money that is to be given back, from the day after `from_on` to the end of `until`, not compounded.

    `days_in_year` (360, 365) is the bank's convention and told by the caller. Every day has exactly one rate. Raises
    CannotCount.
    """
    checked_sum(principal, "本金")
    if days_in_year not in {360, 365, 366}:
        raise CannotCount(f"一年按{days_in_year}日计息，没有这样的算法。")
    ordered = sorted(rates, key=lambda row: row.from_on)
    for before, after in pairwise(ordered):
        if after.from_on <= before.to_on:
            raise CannotCount(f"{chinese_date(after.from_on)}有两个利率。")
    steps, weighted, start = [], NOTHING, from_on + timedelta(days=1)
    for row in ordered:
        first, last = max(row.from_on, start), min(row.to_on, until)
        if first > last:
            continue
        if first != start:
            break
        days = (last - first).days + 1
        part = principal * checked(row.yearly, "年利率") * days
        weighted += part
        span = f"{chinese_date(first)}至{chinese_date(last)}（{row.source}）"
        formula = f"{plain(principal)}元×年利率{_percent(row.yearly)}×{days}日÷{days_in_year}"
        steps.append(Step(span, formula, to_fen(part / days_in_year)))
        start = last + timedelta(days=1)
    if start <= until:
        raise CannotCount(f"{chinese_date(start)}没有利率。")
    result = to_fen(weighted / days_in_year)
    steps.append(Step("合计", "各段精确相加后四舍五入至分", result))
    return Derivation("银行同期存款利息", tuple(steps), result, RETURNED)


def _check_debt(debt: Debt) -> None:
    checked_sum(debt.principal, "本金")
    for row in debt.payments:
        checked_sum(row.amount, f"{chinese_date(row.paid_on)}的缴款")


def _check_rate(rate: Rate) -> None:
    if not checked(rate.per_day, "每日的标准") or rate.per_day > 1:
        raise CannotCount(f"{rate.title}的标准应在零与百分之百之间，现为每日{_percent(rate.per_day)}。")
    if not parse_citations(rate.citation):
        raise CannotCount(f"{rate.title}的标准没有法律、法规的依据，不得收取。")
    if rate.told_on is None:
        raise CannotCount(f"{rate.title}的标准没有告知当事人，不得收取（行政强制法第四十五条第一款）。")


def _stretches(debt: Debt, until: date) -> Iterator[tuple[date, date, int, Decimal]]:
    """First and last day, number of days and base of each run of days with the same unpaid sum and no pause between."""
    days = list(debt.counted_days(until))
    for _, group in groupby(enumerate(days), key=lambda row: (row[1][0].toordinal() - row[0], row[1][1])):
        run = [day for _, day in group]
        yield run[0][0], run[-1][0], len(run), run[0][1]


def _paused(debt: Debt, until: date) -> Iterator[Step]:
    for row in sorted(debt.pauses, key=lambda row: (row.from_on, row.to_on)):
        first, last = max(row.from_on, debt.due_on + timedelta(days=1)), min(row.to_on, until)
        if first <= last:
            span = f"{row.reason}，{chinese_date(first)}至{chinese_date(last)}"
            yield Step("不计算的期间", span, Decimal((last - first).days + 1), DAYS)


def _percent(share: Decimal) -> str:
    return f"{plain(share * 100)}%"
