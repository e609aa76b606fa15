"""What a party owes for performance by proxy 代履行: the real and reasonable cost, row by row (行政强制法 §51(2)).

The budget was told in the decision (§51(1)(1)); a row above it counts only with a reason, else as far as the budget.
"""

from dataclasses import dataclass
from decimal import Decimal

from sanzhi.law.derivation import NOTHING, CannotCount, Derivation, Step, checked_sum, plain, total

CITATION = "行政强制法第五十一条第二款"


@dataclass(frozen=True)
class ProxyCost:
    """`budget` as told; `actual` as the vouchers show it; `reasonable` where a valuation found less."""

    what: str
    budget: Decimal
    actual: Decimal
    vouchers: tuple[str, ...]
    reason: str = ""
    reasonable: Decimal | None = None

    @property
    def amount(self) -> Decimal:
        """What the party bears of this row."""
        real = self.actual if self.reasonable is None else min(self.actual, self.reasonable)
        return real if self.reason.strip() else min(real, self.budget)


def proxy_cost(rows: tuple[ProxyCost, ...]) -> Derivation:
    """The rows and their sum. Raises CannotCount."""
    for row in rows:
        _check(row)
    steps = [Step(row.what, _formula(row), row.amount) for row in rows]
    budget, actual = total(row.budget for row in rows), total(row.actual for row in rows)
    result = total(row.amount for row in rows)
    whole = Step("合计", f"预算{plain(budget)}元，实际{plain(actual)}元，由当事人承担", result)
    return Derivation("代履行费用", (*steps, whole), result, CITATION)


def _check(row: ProxyCost) -> None:
    for amount, name in (
        (row.budget, "预算"),
        (row.actual, "实际费用"),
        (row.reasonable or NOTHING, "合理费用"),
    ):
        checked_sum(amount, f"“{row.what}”的{name}")
    if row.actual and not any(text.strip() for text in row.vouchers):
        raise CannotCount(f"“{row.what}”没有费用凭证，不得由当事人承担（{CITATION}）。")


def _formula(row: ProxyCost) -> str:
    said = f"预算{plain(row.budget)}元，实际{plain(row.actual)}元"
    if row.reasonable is not None and row.reasonable < row.actual:
        said += f"，合理费用{plain(row.reasonable)}元"
    if row.actual > row.budget:
        said += f"，超出预算的理由：{row.reason}" if row.reason.strip() else "，超出预算没有理由，以预算为限"
    return said
