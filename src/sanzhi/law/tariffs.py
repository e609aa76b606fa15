"""A levy by tariff 收费标准: rows with price, tier and days of validity; a table with a hole or an overlap is no tariff.

Only what a law, a regulation or an approved tariff names is charged (城市道路管理条例 §37, 行政许可法 §58): each row has
its basis. What a row does not say is refused, never guessed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from sanzhi.law.days import chinese_date
from sanzhi.law.derivation import NOTHING, CannotCount, checked, checked_ground, plain

ONE = timedelta(days=1)


class TariffError(CannotCount):
    """The tariff cannot be applied; the sentence names the gap, the overlap or the row."""


@dataclass(frozen=True)
class TariffRow:
    """Yuan for one `unit` of what lies above `above` up to `upto` (None: without end), on the days of its validity."""

    item: str
    unit: str
    price: Decimal
    citation: str
    valid_from: date
    valid_to: date | None = None
    above: Decimal = NOTHING
    upto: Decimal | None = None
    mark: str = "原文"

    @property
    def tier(self) -> str:
        """100以内, 超过100至500, 超过500; empty for the only tier."""
        if self.upto is None:
            return f"超过{plain(self.above)}" if self.above else ""
        return f"超过{plain(self.above)}至{plain(self.upto)}" if self.above else f"{plain(self.upto)}以内"

    def is_valid(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def share_of(self, quantity: Decimal) -> Decimal:
        """How much of the quantity lies in this tier."""
        most = quantity if self.upto is None else min(quantity, self.upto)
        return max(most - self.above, NOTHING)


@dataclass(frozen=True)
class Tariff:
    """All rows of one item, checked: on each day from the first to the last the tiers reach from zero without end."""

    item: str
    unit: str
    rows: tuple[TariffRow, ...]

    def rows_on(self, day: date) -> tuple[TariffRow, ...]:
        """The tiers of the day in their order. Raises TariffError where no row is valid."""
        found = sorted((row for row in self.rows if row.is_valid(day)), key=lambda row: row.above)
        if not found:
            raise TariffError(f"“{self.item}”在{chinese_date(day)}没有收费标准。")
        return tuple(found)

    def stretches(self, from_on: date, to_on: date) -> Iterator[tuple[date, date, tuple[TariffRow, ...]]]:
        """First and last day of each stretch on which the same rows are valid. Raises TariffError."""
        starts = sorted({from_on, *(day for day in _turns(self.rows) if from_on < day <= to_on)})
        for first, following in pairwise([*starts, to_on + ONE]):
            yield first, following - ONE, self.rows_on(first)


def tariff_of(item: str, rows: tuple[TariffRow, ...]) -> Tariff:
    """The tariff of `item` among the rows. Raises TariffError that names the first gap, overlap or faulty row."""
    own = tuple(row for row in rows if row.item == item)
    if not own:
        raise TariffError(f"没有“{item}”的收费标准。")
    for row in own:
        _check_row(row)
    if len({row.unit for row in own}) > 1:
        raise TariffError(f"“{item}”的收费标准有不同的单位：{'、'.join(sorted({row.unit for row in own}))}。")
    for first, following in pairwise([*sorted(_turns(own)), None]):
        if first is not None:
            _check_stretch(own, first, following=following)
    return Tariff(item, own[0].unit, own)


def _check_row(row: TariffRow) -> None:
    name = f"“{row.item}”{row.tier}的单价"
    checked(row.price, name)
    checked(row.above, f"“{row.item}”的档次下限")
    checked_ground(row.citation, f"“{row.item}”的收费标准")
    if row.upto is not None and row.upto <= row.above:
        raise TariffError(f"“{row.item}”的一档上限{plain(row.upto)}不高于下限{plain(row.above)}。")
    if row.valid_to is not None and row.valid_to < row.valid_from:
        raise TariffError(
            f"“{row.item}”的标准{chinese_date(row.valid_from)}起生效，{chinese_date(row.valid_to)}已失效。"
        )


def _turns(rows: tuple[TariffRow, ...]) -> set[date]:
    """The days on which a row begins, and the days after one has ended."""
    ends = {row.valid_to + ONE for row in rows if row.valid_to is not None and row.valid_to < date.max}
    return {row.valid_from for row in rows} | ends


def _check_stretch(rows: tuple[TariffRow, ...], first: date, *, following: date | None) -> None:
    """From `first` to the day before `following` the same rows are valid; after the last end there may be none."""
    valid = sorted((row for row in rows if row.is_valid(first)), key=lambda row: row.above)
    until = f"至{chinese_date(following - ONE)}" if following else "起"
    when = f"“{rows[0].item}”{chinese_date(first)}{until}"
    if not valid and following is None:
        return
    if not valid:
        raise TariffError(f"{when}没有收费标准。")
    if valid[0].above:
        raise TariffError(f"{when}的档次有空缺：零至{plain(valid[0].above)}没有标准。")
    for lower, upper in pairwise(valid):
        if lower.upto is None or lower.upto > upper.above:
            most = "以上" if upper.upto is None else f"至{plain(upper.upto)}"
            raise TariffError(f"{when}的档次有重叠：{plain(upper.above)}{most}有两项标准。")
        if lower.upto < upper.above:
            raise TariffError(f"{when}的档次有空缺：{plain(lower.upto)}至{plain(upper.above)}没有标准。")
    last = valid[-1].upto
    if last is not None:
        raise TariffError(f"{when}的档次有空缺：{plain(last)}以上没有标准。")
