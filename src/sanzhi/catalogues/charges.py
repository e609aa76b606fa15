"""A charge as a value: the tariff of one item as it stands in an edition, its late rate, for whom it is reduced."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sanzhi.law.levies import Reduction
from sanzhi.law.tariffs import Tariff, TariffError, TariffRow, tariff_of

HUNDRED = Decimal(100)


@dataclass(frozen=True)
class Charge:
    """`late_per_day` is the share of what is unpaid (0.0005 for 0.05 %); None where the basis gives none."""

    item: str
    power: str
    standard: str
    by_day: bool
    tariff: Tariff
    late_per_day: Decimal | None
    late_basis: str
    reductions: tuple[Reduction, ...]

    @property
    def unit(self) -> str:
        return self.tariff.unit

    @property
    def is_late_charged(self) -> bool:
        return self.late_per_day is not None

    def reduction(self, title: str) -> Reduction | None:
        return next((row for row in self.reductions if row.title == title), None)


def items(contents: Iterable[Mapping[str, Any]], *, power: str) -> tuple[str, ...]:
    """The items that are charged on this power, in the order of the list."""
    return tuple(dict.fromkeys(str(row["title"]) for row in contents if row["power"] == power))


def charge_of(item: str, contents: Iterable[Mapping[str, Any]]) -> Charge:
    """Raises TariffError, which names the gap, the overlap, the faulty row."""
    own = [row for row in contents if row["title"] == item]
    tariff = tariff_of(item, tuple(map(_row, own)))
    last = max(own, key=lambda row: str(row["valid_from"]))
    late = last.get("late_percent")
    _agree(own)
    return Charge(
        item,
        str(last["power"]),
        str(last.get("standard") or ""),
        bool(last.get("by_day")),
        tariff,
        Decimal(str(late)) / HUNDRED if late is not None else None,
        str(last.get("late_basis") or ""),
        tuple(_reduction(row, str(last["mark"])) for row in last.get("reductions") or ()),
    )


def _agree(rows: list[Mapping[str, Any]]) -> None:
    """The rows of one item are of one power and counted in one way."""
    for name, caption in (("power", "职权编码"), ("by_day", "是否按日计")):
        said = {str(row.get(name)) for row in rows}
        if len(said) > 1:
            raise TariffError(f"“{rows[0]['title']}”各行的{caption}不一致。")


def gaps(contents: Iterable[Mapping[str, Any]]) -> tuple[str, ...]:
    """What keeps the list from being applied, a sentence for each item that has a gap or an overlap."""
    rows = tuple(contents)
    found = []
    for item in dict.fromkeys(str(row["title"]) for row in rows):
        try:
            charge_of(item, rows)
        except TariffError as wrong:
            found.append(str(wrong))
    return tuple(found)


def _row(content: Mapping[str, Any]) -> TariffRow:
    upto, last = content.get("upto"), content.get("valid_to")
    return TariffRow(
        item=str(content["title"]),
        unit=str(content["unit"]),
        price=Decimal(str(content["price"])),
        citation=str(content["basis"]),
        valid_from=date.fromisoformat(str(content["valid_from"])),
        valid_to=date.fromisoformat(str(last)) if last else None,
        above=Decimal(str(content.get("above") or 0)),
        upto=Decimal(str(upto)) if upto is not None else None,
        mark=str(content["mark"]),
    )


def _reduction(row: Mapping[str, Any], mark: str) -> Reduction:
    return Reduction(str(row["name"]), str(row["basis"]), percent=Decimal(str(row["percent"])), mark=mark)
