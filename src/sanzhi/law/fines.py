"""Fine formulas: how much the article allows for what was counted, explained in sentences.

A respondent is person, organisation or individual_business. Where an article names 个人 and 单位 apart, an
individual business is measured as a person: the reading that binds the bureau more tightly.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from enum import StrEnum
from typing import Any


class FormulaKind(StrEnum):
    FIXED = "fixed"
    RANGE = "range"
    PER_ITEM_CAPPED = "per_item_capped"
    PER_SQM = "per_sqm"
    PER_SQM_PER_DAY = "per_sqm_per_day"
    PER_TREE = "per_tree"
    PERCENTAGE = "percentage"
    MULTIPLE = "multiple"


# what each kind counts: (name of the quantity, caption)
COUNTED: dict[FormulaKind, tuple[tuple[str, str], ...]] = {
    FormulaKind.FIXED: (),
    FormulaKind.RANGE: (),
    FormulaKind.PER_ITEM_CAPPED: (("items", "处（张）数"),),
    FormulaKind.PER_SQM: (("sqm", "面积（平方米）"),),
    FormulaKind.PER_SQM_PER_DAY: (("sqm", "面积（平方米）"), ("days", "日数")),
    FormulaKind.PER_TREE: (("trees", "株数"),),
    FormulaKind.PERCENTAGE: (("base", "造价（元）"),),
    FormulaKind.MULTIPLE: (("base", "造价或者违法所得（元）"),),
}
UNITS = {
    FormulaKind.PER_ITEM_CAPPED: "每处（张）",
    FormulaKind.PER_SQM: "每平方米",
    FormulaKind.PER_SQM_PER_DAY: "每平方米每日",
    FormulaKind.PER_TREE: "每株",
}


WHOLE = {"items", "trees", "days"}  # what is counted one by one


class FormulaError(ValueError):
    """A formula or a quantity cannot be read; the sentence says which."""


@dataclass(frozen=True)
class Formula:
    """`minimum`, `maximum`: yuan, yuan per unit, per cent, or multiples, as `kind` says; `cap` in yuan."""

    kind: FormulaKind
    minimum: Decimal
    maximum: Decimal
    cap: Decimal | None = None
    round_up: bool = False  # 不足一平方米的按一平方米计算
    optional: bool = False  # 可以并处
    label: str = ""
    base: str = ""  # of what a percentage or a multiple is taken; "" where the list does not say
    each: str = ""  # what is counted one by one: 辆机动车, 次; "" is 处（张）


@dataclass(frozen=True)
class FineBounds:
    """The lawful range in yuan; `asks` are quantities still wanted; `maximum` None while they are unknown."""

    minimum: Decimal
    maximum: Decimal | None
    explained: tuple[str, ...]
    asks: tuple[tuple[str, str], ...] = ()


def parse_formula(table: Mapping[str, Any]) -> Formula:
    """Read {kind, minimum, maximum, amount, cap, round_up, optional, label, base, each}. Raises FormulaError."""
    try:
        kind = FormulaKind(table["kind"])
        amount = table.get("amount")
        minimum = Decimal(str(table.get("minimum", amount if amount is not None else 0)))
        maximum = Decimal(str(table.get("maximum", amount)))
        cap = Decimal(str(table["cap"])) if table.get("cap") is not None else None
    except (KeyError, ValueError, InvalidOperation) as wrong:
        raise FormulaError(f"计罚公式有误：{dict(table)}。") from wrong
    if minimum < 0 or maximum < minimum:
        raise FormulaError(f"计罚公式的下限高于上限：{dict(table)}。")
    round_up, optional = (bool(table.get(name, False)) for name in ("round_up", "optional"))
    label, base, each = (str(table.get(name, "")) for name in ("label", "base", "each"))
    return Formula(kind, minimum, maximum, cap, round_up, optional, label, base, each)


def counted(formula: Formula) -> tuple[tuple[str, str], ...]:
    """What the formula counts: (name of the quantity, caption)."""
    named = {"base": f"{formula.base}（元）"} if formula.base else {}
    named |= {"items": f"数量（{formula.each}）"} if formula.each else {}
    return tuple((name, named.get(name, said)) for name, said in COUNTED[formula.kind])


def bounds(formula: Formula, quantities: Mapping[str, Decimal | str]) -> FineBounds:
    """The range for the counted `quantities`. Raises FormulaError for one that is no positive number."""
    asked = counted(formula)
    given = {name: _quantity(name, quantities[name]) for name, _ in asked if name in quantities}
    missing = tuple(pair for pair in asked if pair[0] not in given)
    said = [describe(formula)]
    if missing:
        return FineBounds(Decimal(0), None, tuple(said), missing)
    factor = Decimal(1)
    for name, caption in asked:
        value = given[name]
        if formula.round_up and name == "sqm":
            value = value.to_integral_value(ROUND_CEILING)
        factor *= value
        said.append(f"{caption}：{_plain(value)}")
    if formula.kind == FormulaKind.PERCENTAGE:
        factor /= 100
    low, high = _cents(formula.minimum * factor), _cents(formula.maximum * factor)
    if formula.cap is not None:
        low, high = min(low, formula.cap), min(high, formula.cap)
        said.append(f"总额不超过{_plain(formula.cap)}元")
    span = f"{_plain(low)}元" if low == high else f"{_plain(low)}元至{_plain(high)}元"
    said.append(f"法定幅度：{span}")
    return FineBounds(low, high, tuple(said), asked)


def describe(formula: Formula) -> str:
    """The formula in words: 罚款200元至2000元; 每平方米罚款1000元至5000元."""
    unit = f"每{formula.each}" if formula.each else UNITS.get(formula.kind, "")
    measure = {FormulaKind.PERCENTAGE: "%", FormulaKind.MULTIPLE: "倍"}.get(formula.kind, "元")
    low, high = _plain(formula.minimum), _plain(formula.maximum)
    if formula.minimum == formula.maximum:
        span = f"{low}{measure}"
    elif formula.minimum == 0:
        span = f"{high}{measure}以下"
    else:
        span = f"{low}{measure}至{high}{measure}"
    base = (formula.base or "造价（价款）") if measure in "%倍" else ""
    text = f"{unit}罚款{base}{span}"
    text += f"，总额不超过{_plain(formula.cap)}元" if formula.cap is not None else ""
    text += "（不足一平方米的按一平方米计算）" if formula.round_up else ""
    text = f"可以并处{text}" if formula.optional else text
    return f"{formula.label}：{text}" if formula.label else text


def _quantity(name: str, value: Decimal | str) -> Decimal:
    try:
        number = Decimal(value)
    except InvalidOperation as wrong:
        raise FormulaError(f"计罚数量“{name}”应为数字。") from wrong
    if not number.is_finite() or number <= 0:
        raise FormulaError(f"计罚数量“{name}”应大于零。")
    if name in WHOLE and number != number.to_integral_value():
        raise FormulaError(f"计罚数量“{name}”应为整数。")
    return number


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
