"""A line of an inventory with its valuation: 完好，估价45000元，每日300元; of several pieces it says of one, or of all.

完好，每台估价8000元，每台每日75元 and 完好，共估价16000元，每日共150元 are the same two pumps. Without a price by the day it is
used up, which a machine is not.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from sanzhi.law.derivation import MOST, plain
from sanzhi.law.inventory import Thing, WrongLine, read, thing_of

LAST = "完好程度，估价（元），每日使用价（元，消耗品不写）"
PRICE = r"(\d{1,10}(?:\.\d{1,2})?)元"
VALUED = re.compile(
    rf"(.{{2,100}}?)[，,]\s*(共|每[^\d，,估]{{1,8}})?估价{PRICE}"
    rf"(?:[，,]\s*(每日共|每[^\d，,日]{{1,8}}每日|每日){PRICE})?"
)
MACHINES = frozenset("台辆艘架部")  # 用了还在的：按日补偿，不是消耗品


@dataclass(frozen=True)
class ValuedThing:
    """`worth` is that of the whole line, `daily` what the use of the whole line costs a day; None for what is used up."""

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
        return f"{self.thing.text}，{priced(self.worth, self.daily, count=self.thing.count)}"


def priced(worth: Decimal, daily: Decimal | None, *, count: Decimal) -> str:
    """估价450000元，每日1200元; of several: 共估价16000元，每日共150元."""
    all_of_them = "共" if count != 1 else ""
    by_day = f"，每日{all_of_them}{plain(daily)}元" if daily is not None else ""
    return f"{all_of_them}估价{plain(worth)}元{by_day}"


def valued(thing: Thing) -> ValuedThing:
    """Raises WrongLine where the valuation is missing."""
    found = VALUED.fullmatch(thing.said)
    if found is None:
        raise WrongLine(
            f"“{thing.name}”没有写明估价，请写成“完好，估价45000元，每日300元”，消耗品不写每日使用价。"
        )
    worth = _whole(found[3], of=found[2] or "", thing=thing)
    if not 0 < worth <= MOST:
        raise WrongLine(f"“{thing.name}”的估价应当大于零。")
    daily = _whole(found[5], of=(found[4] or "").removesuffix("每日"), thing=thing) if found[5] else None
    return ValuedThing(thing, found[1], worth, daily)


def _whole(price: str, *, of: str, thing: Thing) -> Decimal:
    """That of the line: a price of one piece is taken as often as there are pieces."""
    if of in {"", "共", "每日共"}:
        return Decimal(price)
    if of.removeprefix("每").removeprefix("一") != thing.unit:
        raise WrongLine(f"“{thing.name}”按{thing.unit}计，不能写“{of}”的价。")
    return Decimal(price) * thing.count


def read_valued(text: str) -> tuple[ValuedThing, ...]:
    """The things of a typed list with their valuations. Raises WrongLine, naming the line."""
    things = tuple(valued(thing) for thing in read(text, last=LAST))
    for one in things:
        _is_clear(one)
    return things


def _is_clear(one: ValuedThing) -> None:
    """Raises WrongLine where nobody can tell whether a price is of one or of all, or a machine would be used up."""
    thing, found = one.thing, VALUED.fullmatch(one.thing.said)
    assert found is not None  # it was valued
    told = found[2] and found[4] != "每日"
    if thing.count != 1 and not told:
        unit = thing.unit
        raise WrongLine(
            f"“{thing.name}”有{thing.counted}，没有写明估价、每日使用价是一{unit}的还是合计的，"
            f"请写成“每{unit}估价8000元，每{unit}每日75元”或者“共估价16000元，每日共150元”。"
        )
    if thing.unit in MACHINES and one.daily is None:
        raise WrongLine(f"“{thing.name}”按{thing.unit}计，不是消耗品，应当写明每日使用价。")


def valued_of(row: dict[str, str]) -> ValuedThing:
    return valued(thing_of(row))
