"""A line of an inventory with its valuation: 完好，估价45000元，每日300元; without a price by the day it is used up or only lent."""

import re
from dataclasses import dataclass
from decimal import Decimal

from sanzhi.law.derivation import MOST, plain
from sanzhi.law.inventory import Thing, WrongLine, read, thing_of

LAST = "完好程度，估价（元），每日使用价（元，消耗品不写）"
VALUED = re.compile(
    r"(.{2,100}?)[，,]\s*估价(\d{1,10}(?:\.\d{1,2})?)元(?:[，,]\s*每日(\d{1,8}(?:\.\d{1,2})?)元)?"
)


@dataclass(frozen=True)
class ValuedThing:
    """`worth` is that of the whole line, `daily` what its use costs a day; None for what is used up."""

    thing: Thing
    condition: str
    worth: Decimal
    daily: Decimal | None

    @property
    def line(self) -> str:
        """As it is typed."""
        return self.thing.line

    @property
    def text(self) -> str:
        return f"{self.thing.text}，估价{plain(self.worth)}元"


def valued(thing: Thing) -> ValuedThing:
    """Raises WrongLine where the valuation is missing."""
    found = VALUED.fullmatch(thing.said)
    if found is None:
        raise WrongLine(
            f"“{thing.name}”没有写明估价，请写成“完好，估价45000元，每日300元”，消耗品不写每日使用价。"
        )
    worth = Decimal(found[2])
    if not 0 < worth <= MOST:
        raise WrongLine(f"“{thing.name}”的估价应当大于零。")
    return ValuedThing(thing, found[1], worth, Decimal(found[3]) if found[3] else None)


def read_valued(text: str) -> tuple[ValuedThing, ...]:
    """The things of a typed list with their valuations. Raises WrongLine, naming the line."""
    return tuple(valued(thing) for thing in read(text, last=LAST))


def valued_of(row: dict[str, str]) -> ValuedThing:
    return valued(thing_of(row))
