"""How a figure came about, step by step, as a paper prints it: what was taken, the formula in words, the amount.

Amounts stay exact until the last step; a sum that somebody pays or is paid is rounded half-up to the 分, and a step
says so. What cannot be counted is refused with a sentence that names it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from sanzhi.law.money import money_text

MARK = re.compile("〔(?:摘录|记忆|建议)[^〕]*〕")
FEN = Decimal("0.01")
NOTHING = Decimal(0)
MOST = Decimal(10) ** 13  # yuan: what capitals can name, with room for factors
YUAN, DAYS = "元", "日"


class CannotCount(ValueError):
    """A figure cannot be counted from what was given; the sentence says what is wrong."""


@dataclass(frozen=True)
class Step:
    """`formula` in words; `amount` exact, in `unit`."""

    caption: str
    formula: str
    amount: Decimal
    unit: str = YUAN

    @property
    def line(self) -> str:
        """占用费：12.5平方米×0.35元×30日＝131.25元。"""
        said = f"{self.formula}＝" if self.formula else ""
        return f"{self.caption}：{said}{plain(self.amount)}{self.unit}。"


@dataclass(frozen=True)
class Derivation:
    """`result` to the 分, or in whole days; `mark` tells how sure the rule is by which it was counted."""

    title: str
    steps: tuple[Step, ...]
    result: Decimal
    citation: str
    unit: str = YUAN
    mark: str = "原文"

    def lines(self) -> tuple[str, ...]:
        """Title with the article, each step with its number, the result: in words of capitals where it is money."""
        ground = (
            f"（{self.citation}{'' if self.mark == '原文' else f'〔{self.mark}〕'}）" if self.citation else ""
        )
        numbered = (f"{number}. {step.line}" for number, step in enumerate(self.steps, start=1))
        told = money_text(self.result) if self.unit == YUAN else f"{plain(self.result)}{self.unit}"
        return (f"{self.title}{ground}", *numbered, f"结果：{told}。")


def told_lines(lines: Iterable[str]) -> str:
    """As a letter prints it: how sure we are of a rule is said on the pages of the office only."""
    return "\n".join(MARK.sub("", line) for line in lines)


def to_fen(amount: Decimal) -> Decimal:
    """Half-up to the 分."""
    return amount.quantize(FEN, rounding=ROUND_HALF_UP)


def charged_fen(amount: Decimal) -> Decimal:
    """Down to the 分: nobody is charged above the rate of the law, not by half a 分 (行政处罚法 §72(1); 行政强制法 §45)."""
    return amount.quantize(FEN, rounding=ROUND_DOWN)


def plain(amount: Decimal) -> str:
    """All digits that count and no more: 4.375, 1000, 0.03."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounding(amount: Decimal) -> tuple[Step, ...]:
    """The step that rounds what is charged, where there is something to round."""
    paid = charged_fen(amount)
    if paid == amount:
        return ()
    return (Step("取至分", f"{plain(amount)}元不足一分的舍去", paid),)


def total(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, NOTHING)


def checked(amount: Decimal, name: str) -> Decimal:
    """The amount, if it is a number from nothing up to what can be paid. Raises CannotCount."""
    if not amount.is_finite() or not NOTHING <= amount <= MOST:
        raise CannotCount(f"{name}应为零以上的数，现为{amount}。")
    return amount


def checked_sum(amount: Decimal, name: str) -> Decimal:
    """As above, of money that has changed hands or is owed: nothing below the 分. Raises CannotCount."""
    if to_fen(checked(amount, name)) != amount:
        raise CannotCount(f"{name}应精确到分，现为{plain(amount)}元。")
    return amount


def checked_ground(citation: str, name: str) -> str:
    """Every row stands on an article or a document. Raises CannotCount."""
    if not citation.strip():
        raise CannotCount(f"{name}没有写明依据。")
    return citation
