"""Compensation as a sum of rows with evidence: for what was requisitioned, for a licence that was withdrawn.

突发事件应对法 §12, 行政许可法 §8(2). A thing that is lost counts by its valuation less what remains of it, one that is
damaged by its repair or by that difference; without evidence there is no row.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sanzhi.law.derivation import (
    NOTHING,
    CannotCount,
    Derivation,
    Step,
    checked,
    plain,
    to_fen,
    total,
)


class CompensatedFor(StrEnum):
    """What is compensated."""

    USE = "use"
    CONSUMPTION = "consumption"
    DAMAGE = "damage"
    LOSS = "loss"
    INVESTMENT = "investment"
    OTHER = "other"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    CompensatedFor.USE: "使用补偿",
    CompensatedFor.CONSUMPTION: "消耗补偿",
    CompensatedFor.DAMAGE: "毁损补偿",
    CompensatedFor.LOSS: "灭失补偿",
    CompensatedFor.INVESTMENT: "投入损失补偿",
    CompensatedFor.OTHER: "其他财产损失补偿",
}


@dataclass(frozen=True)
class Occasion:
    """Why compensation is paid, and what may be a row of it."""

    title: str
    citation: str
    kinds: frozenset[CompensatedFor]


REQUISITION = Occasion(
    "征用补偿",
    "突发事件应对法第十二条",
    frozenset({CompensatedFor.USE, CompensatedFor.CONSUMPTION, CompensatedFor.DAMAGE, CompensatedFor.LOSS}),
)
WITHDRAWAL = Occasion(
    "许可变更、撤回补偿",
    "行政许可法第八条第二款",
    frozenset({CompensatedFor.INVESTMENT, CompensatedFor.DAMAGE, CompensatedFor.LOSS, CompensatedFor.OTHER}),
)


@dataclass(frozen=True)
class Claim:
    """One row: `quantity` × `price`, less `remaining`; the price by day, by unit or by valuation, as the kind says."""

    kind: CompensatedFor
    what: str
    price: Decimal
    evidence: tuple[str, ...]
    quantity: Decimal = Decimal(1)
    remaining: Decimal = NOTHING

    @property
    def amount(self) -> Decimal:
        return to_fen(self.quantity * self.price - self.remaining)


def by_day(what: str, *, days: int, price: Decimal, evidence: tuple[str, ...]) -> Claim:
    """The use of a thing for so many days."""
    return Claim(CompensatedFor.USE, what, price, evidence, quantity=Decimal(days))


def consumed(what: str, *, quantity: Decimal, price: Decimal, evidence: tuple[str, ...]) -> Claim:
    """What was used up: fuel, sandbags."""
    return Claim(CompensatedFor.CONSUMPTION, what, price, evidence, quantity=quantity)


def lost(what: str, *, valuation: Decimal, remaining: Decimal, evidence: tuple[str, ...]) -> Claim:
    """A thing that is gone, or of which only scrap remains."""
    return Claim(CompensatedFor.LOSS, what, valuation, evidence, remaining=remaining)


def damaged(what: str, *, valuation: Decimal, remaining: Decimal, evidence: tuple[str, ...]) -> Claim:
    """A thing that has lost value; where it was repaired the repair is the valuation and nothing remains."""
    return Claim(CompensatedFor.DAMAGE, what, valuation, evidence, remaining=remaining)


def compensation(occasion: Occasion, rows: tuple[Claim, ...]) -> Derivation:
    """Each row rounded to the 分, and their sum. Raises CannotCount."""
    for row in rows:
        _check(occasion, row)
    steps = tuple(Step(f"{row.kind.label}：{row.what}", _formula(row), row.amount) for row in rows)
    result = total(row.amount for row in rows)
    whole = Step("合计", "各项四舍五入至分后相加", result)
    return Derivation(occasion.title, (*steps, whole), result, occasion.citation)


def _check(occasion: Occasion, row: Claim) -> None:
    if row.kind not in occasion.kinds:
        raise CannotCount(f"{occasion.title}没有“{row.kind.label}”一项（{occasion.citation}）。")
    if not any(text.strip() for text in row.evidence):
        raise CannotCount(f"“{row.what}”的{row.kind.label}没有证据。")
    worth = checked(row.quantity, f"“{row.what}”的数量") * checked(row.price, f"“{row.what}”的单价、估价")
    if checked(row.remaining, f"“{row.what}”的残值") > worth:
        raise CannotCount(f"“{row.what}”的残值{plain(row.remaining)}元高于估价{plain(worth)}元。")


def _formula(row: Claim) -> str:
    unit = "日" if row.kind == CompensatedFor.USE else ""
    worth = f"{plain(row.price)}元"
    if row.quantity != 1 or unit:
        worth = f"{worth}×{plain(row.quantity)}{unit}"
    less = f"－残值{plain(row.remaining)}元" if row.remaining else ""
    return f"{worth}{less}（{'、'.join(row.evidence)}）"
