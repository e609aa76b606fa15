"""What a levy amounts to: quantity or area × days by the tiers of a tariff, less reductions; the refund of unused days.

城市道路管理条例 §37, §38. A reduction needs its ground; together they never go below nothing. The sum to be paid is
rounded once, at the end.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sanzhi.law.days import chinese_date
from sanzhi.law.derivation import (
    NOTHING,
    CannotCount,
    Derivation,
    Step,
    charged_fen,
    checked,
    checked_ground,
    checked_sum,
    plain,
    rounding,
    total,
)
from sanzhi.law.tariffs import Tariff, TariffRow

REFUND = "城市道路管理条例第三十八条"
HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Use:
    """An area (or a number of things) used on the days from the first to the last, both included."""

    quantity: Decimal
    from_on: date
    to_on: date


@dataclass(frozen=True)
class Reduction:
    """减免: either per cent of the whole charge or yuan; an exemption is a hundred per cent."""

    title: str
    citation: str
    percent: Decimal | None = None
    amount: Decimal | None = None
    mark: str = "原文"


def charge_for_quantity(
    tariff: Tariff, quantity: Decimal, *, on: date, reductions: tuple[Reduction, ...] = ()
) -> Derivation:
    """Each part of the quantity at the price of its tier, by the tariff of the day. Raises CannotCount."""
    rows = tariff.rows_on(on)
    return _payable(tariff, _tiers(rows, checked(quantity, "数量")), reductions=reductions, rows=rows)


def charge_for_days(
    tariff: Tariff, uses: tuple[Use, ...], *, reductions: tuple[Reduction, ...] = ()
) -> Derivation:
    """Area × price × days, each day by the tariff then valid. Raises CannotCount."""
    steps: list[Step] = []
    rows: list[TariffRow] = []
    for use in uses:
        if use.to_on < use.from_on:
            raise CannotCount(f"占用至{chinese_date(use.to_on)}，早于开始的{chinese_date(use.from_on)}。")
        for first, last, valid in tariff.stretches(use.from_on, use.to_on):
            days = (last - first).days + 1
            span = f"{chinese_date(first)}至{chinese_date(last)} "
            steps += _tiers(valid, checked(use.quantity, "面积、数量"), days=days, span=span)
            rows += valid
    return _payable(tariff, steps, reductions=reductions, rows=rows)


def refund_for_unused(
    tariff: Tariff, paid: Decimal, *, used: tuple[Use, ...], reductions: tuple[Reduction, ...] = ()
) -> Derivation:
    """What was paid less what the use costs that really took place: fewer days, a smaller area, or none at all."""
    checked_sum(paid, "已缴款项")
    owed = charge_for_days(tariff, used, reductions=reductions)
    result = max(paid - owed.result, NOTHING)
    steps = (*owed.steps, Step("实际使用应缴", "按上列计算", owed.result), Step("已缴", "", paid))
    back = Step("应退", f"{plain(paid)}元－{plain(owed.result)}元，不足的不退", result)
    return Derivation(f"退还{tariff.item}", (*steps, back), result, REFUND, mark=owed.mark)


def _tiers(rows: Iterable[TariffRow], quantity: Decimal, *, days: int = 0, span: str = "") -> list[Step]:
    """A step for each tier that the quantity reaches; without `days` the price is for the thing, not for its day."""
    found = []
    for row in rows:
        if not (share := row.share_of(quantity)) and (row.above or quantity):
            continue
        formula = f"{plain(share)}{row.unit}×{plain(row.price)}元" + (f"×{days}日" if days else "")
        caption = f"{span}{row.tier or '单价'}（{row.citation}）"
        found.append(Step(caption, formula, share * row.price * (days or 1)))
    return found


def _payable(
    tariff: Tariff, steps: list[Step], *, reductions: tuple[Reduction, ...], rows: Iterable[TariffRow]
) -> Derivation:
    charged = total(step.amount for step in steps)
    told = [*steps, Step("应收合计", "各项相加", charged)] if len(steps) != 1 or reductions else steps
    left = charged
    for row in reductions:
        step = _reduced(row, charged, left=left)
        told = [*told, step]
        left -= step.amount
    if reductions:
        told = [*told, Step("减免之后", "应收合计减去各项减免", left)]
    found = tuple(rows)
    marks = [
        mark for mark in (*(row.mark for row in found), *(row.mark for row in reductions)) if mark != "原文"
    ]
    grounds = "、".join(dict.fromkeys(row.citation for row in found))
    return Derivation(
        tariff.item, (*told, *rounding(left)), charged_fen(left), grounds, mark=marks[0] if marks else "原文"
    )


def _reduced(row: Reduction, charged: Decimal, *, left: Decimal) -> Step:
    """A percentage is taken of the whole charge; nothing takes more than is left."""
    name = f"减免“{row.title}”"
    checked_ground(row.citation, name)
    if (row.percent is None) == (row.amount is None):
        raise CannotCount(f"{name}应写明比例或者金额之一。")
    if row.percent is not None:
        if checked(row.percent, name) > HUNDRED:
            raise CannotCount(f"{name}超过百分之百。")
        wanted, formula = charged * row.percent / HUNDRED, f"{plain(charged)}元×{plain(row.percent)}%"
    else:
        wanted, formula = checked(row.amount or NOTHING, name), "按规定的金额"
    said = f"{formula}，以余额为限" if wanted > left else formula
    return Step(f"{name}（{row.citation}）", said, min(wanted, left))


def given_back(item: str, kept: Decimal, *, owed: Decimal, citation: str = REFUND) -> Derivation:
    """What was paid beyond what is owed: nothing where it is not more. Raises CannotCount."""
    checked_sum(kept, "已缴款项")
    result = max(kept - checked_sum(owed, "应缴款项"), NOTHING)
    back = Step("应退", f"{plain(kept)}元－{plain(owed)}元，不足的不退", result)
    return Derivation(f"退还{item}", (Step("已缴", "", kept), Step("应缴", "", owed), back), result, citation)
