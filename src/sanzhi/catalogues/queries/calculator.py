"""The discretion calculator: which range the statute gives, which the tier, and whether a sum lies within (F9-21 to F9-26).

It explains and warns; it decides nothing. A sum above the statute's maximum is never lawful, one below its minimum
only as 减轻处罚 (行政处罚法第三十二条) after legal review and deliberation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sanzhi.catalogues.powers import Power
from sanzhi.catalogues.queries import Tier
from sanzhi.law.fines import COUNTED, FineBounds, FormulaError, FormulaKind, bounds

BELOW = "低于法定下限，属于减轻处罚，须有行政处罚法第三十二条规定的情形，并经法制审核和集体讨论"
ABOVE = "高于法定上限，任何情形下都不得如此处罚"


@dataclass(frozen=True)
class Assessment:
    """`asks` are quantities (name, caption, value given); `warnings` stand for a sum or tier outside the range."""

    explained: tuple[str, ...]
    asks: tuple[tuple[str, str, str], ...]
    warnings: tuple[str, ...]
    result: str


def assess(power: Power, tiers: tuple[Tier, ...], *, said: Mapping[str, str]) -> Assessment | None:
    """Work out what `said` asks: respondent, tier, amount and the counted quantities. None where no fine is fixed."""
    formula = power.formula_for(said.get("respondent", "person"))
    if formula is None:
        return None
    names = COUNTED[formula.kind]
    asks = tuple((name, caption, said.get(name, "").strip()) for name, caption in names)
    try:
        found = bounds(formula, {name: value for name, _, value in asks if value})
    except FormulaError as wrong:
        return Assessment((), asks, (str(wrong),), "")
    explained = list(found.explained)
    warnings: list[str] = []
    low, high = found.minimum, found.maximum
    tier = next((tier for tier in tiers if tier.name == said.get("tier")), None)
    if tier is not None:
        explained.append(f"“{tier.name}”档（{tier.when}）：{tier.text}")
        if (
            formula.kind in {FormulaKind.RANGE, FormulaKind.FIXED}
            and tier.minimum is not None
            and tier.maximum is not None
        ):
            low, high = tier.minimum, tier.maximum
            warnings += _outside(low, high, found=found)
        elif tier.minimum is None and tier.maximum is None:
            return Assessment(tuple(explained), asks, (), tier.text)
    warnings += _amount(said.get("amount", "").strip(), found)
    result = (
        ""
        if high is None
        else f"罚款{_plain(low)}元至{_plain(high)}元"
        if low != high
        else f"罚款{_plain(low)}元"
    )
    return Assessment(tuple(explained), asks, tuple(warnings), result)


def _outside(low: Decimal, high: Decimal, *, found: FineBounds) -> list[str]:
    said = [f"该档下限{_plain(low)}元{BELOW}。"] if low < found.minimum else []
    return said + (
        [f"该档上限{_plain(high)}元{ABOVE}。"] if found.maximum is not None and high > found.maximum else []
    )


def _amount(text: str, found: FineBounds) -> list[str]:
    if not text:
        return []
    try:
        amount = Decimal(text)
    except ArithmeticError:
        return [f"“{text}”应为数字。"]
    if not amount.is_finite() or amount < 0:
        return [f"“{text}”应为不小于零的数字。"]
    if amount < found.minimum:
        return [f"{_plain(amount)}元{BELOW}。"]
    if found.maximum is not None and amount > found.maximum:
        return [f"{_plain(amount)}元{ABOVE}。"]
    return []


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
