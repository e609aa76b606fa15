"""Payment in instalments 分期缴纳: a sum split to the 分, its due days, what is overdue (行政处罚法 §66(2), 行政强制法 §42).

Whether the whole sum falls due when instalments are missed is no rule of statute: the plan itself says it, or not.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise

from sanzhi.law.days import chinese_date
from sanzhi.law.derivation import FEN, NOTHING, CannotCount, Derivation, Step, checked_sum, plain, total
from sanzhi.law.late_fees import Payment

CITATION = "行政处罚法第六十六条第二款"


@dataclass(frozen=True)
class Instalment:
    """To be paid by the end of `due_on`."""

    due_on: date
    amount: Decimal


@dataclass(frozen=True)
class Plan:
    """`whole_after` missed instalments the rest falls due at once; 0 where the plan does not say so."""

    instalments: tuple[Instalment, ...]
    whole_after: int = 0
    citation: str = CITATION

    @property
    def total(self) -> Decimal:
        return total(row.amount for row in self.instalments)

    @property
    def derivation(self) -> Derivation:
        steps = tuple(
            Step(f"第{number}期", f"最迟{chinese_date(row.due_on)}缴纳", row.amount)
            for number, row in enumerate(self.instalments, start=1)
        )
        whole = Step("合计", "各期相加", self.total)
        return Derivation("分期缴纳", (*steps, whole), self.total, self.citation)


def split(
    sum_owed: Decimal, due_on: tuple[date, ...], *, whole_after: int = 0, citation: str = CITATION
) -> Plan:
    """Equal parts to the 分; what does not divide stands in the last one. Raises CannotCount."""
    checked_sum(sum_owed, "应缴款项")
    if not due_on or sum_owed < FEN * len(due_on):
        raise CannotCount(f"{plain(sum_owed)}元不能分为{len(due_on)}期。")
    part = (sum_owed / len(due_on)).quantize(FEN, rounding=ROUND_DOWN)
    amounts = [part] * (len(due_on) - 1)
    amounts.append(sum_owed - total(amounts))
    rows = tuple(map(Instalment, due_on, amounts))
    return agreed(rows, sum_owed=sum_owed, whole_after=whole_after, citation=citation)


def agreed(
    rows: tuple[Instalment, ...], *, sum_owed: Decimal, whole_after: int = 0, citation: str = CITATION
) -> Plan:
    """A plan with parts of its own: in the order of days, none empty, together what is owed. Raises CannotCount."""
    if whole_after < 0:
        raise CannotCount(f"逾期{whole_after}期不能作为全部到期的条件。")
    for row in rows:
        if not checked_sum(row.amount, f"{chinese_date(row.due_on)}的一期"):
            raise CannotCount(f"{chinese_date(row.due_on)}的一期没有金额。")
    for before, after in pairwise(rows):
        if after.due_on <= before.due_on:
            raise CannotCount(
                f"{chinese_date(after.due_on)}的一期应晚于{chinese_date(before.due_on)}的一期。"
            )
    plan = Plan(rows, whole_after, citation)
    if plan.total != sum_owed:
        raise CannotCount(
            f"各期合计{plain(plan.total)}元，应缴{plain(sum_owed)}元，相差{plain(abs(plan.total - sum_owed))}元。"
        )
    return plan


def paid_by(payments: tuple[Payment, ...], on: date) -> Decimal:
    return total(
        checked_sum(row.amount, f"{chinese_date(row.paid_on)}的缴款") for row in payments if row.paid_on <= on
    )


def missed(plan: Plan, payments: tuple[Payment, ...], *, on: date) -> int:
    """How many instalments were due before `on` and are not paid in full; payments fill the oldest first."""
    left, count = paid_by(payments, on), 0
    for row in plan.instalments:
        if row.due_on < on and left < row.amount:
            count += 1
        left = max(left - row.amount, NOTHING)
    return count


def whole_is_due(plan: Plan, payments: tuple[Payment, ...], *, on: date) -> bool:
    """Whether the plan says that the rest is due, and so many instalments are missed on `on`."""
    return bool(plan.whole_after) and missed(plan, payments, on=on) >= plan.whole_after


def overdue(plan: Plan, payments: tuple[Payment, ...], *, on: date) -> Decimal:
    """What should have been paid before `on` and was not by the end of it; all of the rest where the whole is due."""
    paid = paid_by(payments, on)
    if whole_is_due(plan, payments, on=on):
        return max(plan.total - paid, NOTHING)
    return max(total(row.amount for row in plan.instalments if row.due_on < on) - paid, NOTHING)
