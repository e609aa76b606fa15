"""An inventory 清单 as people type it: a line for each thing, its parts separated by semicolons (行政强制法 §24)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from sanzhi.law.chinese_numbers import NUMERAL, number_of

MOST = 200  # lines of one inventory
PARTS = re.compile(r"\s*[；;]\s*")
# what is one or is not there: nobody takes half of it; of sacks, cases and tonnes there are parts
WHOLE = frozenset("辆台架艘部人名位株棵头匹只件个处座栋幢间套把副张块扇本册份枚根口条顶面双")
COUNT = re.compile(rf"(\d{{1,7}}(?:\.\d{{1,3}})?|{NUMERAL})\s*(\D{{1,8}})")


class WrongLine(ValueError):
    """The sentence names the line and says how to write it."""


@dataclass(frozen=True)
class Thing:
    """`said` is what stands behind the count: how the thing belongs to the case, or in what condition it is."""

    name: str
    spec: str
    count: Decimal
    unit: str
    said: str = ""

    @property
    def counted(self) -> str:
        """2辆, 0.5吨"""
        return f"{self.count.normalize():f}{self.unit}"

    @property
    def text(self) -> str:
        """轻型自卸货车（豫D·00000挂）1辆"""
        return f"{self.name}{f'（{self.spec}）' if self.spec else ''}{self.counted}"

    @property
    def line(self) -> str:
        """As it is typed."""
        return "；".join((self.name, self.spec or "无", self.counted, self.said))

    def as_row(self) -> dict[str, str]:
        """Plain values, as they are stored."""
        return {
            "name": self.name,
            "spec": self.spec,
            "count": str(self.count),
            "unit": self.unit,
            "said": self.said,
        }


def thing_of(row: dict[str, str]) -> Thing:
    return Thing(row["name"], row["spec"], Decimal(row["count"]), row["unit"], row["said"])


def things_of(rows: Iterable[dict[str, str]]) -> tuple[Thing, ...]:
    return tuple(thing_of(row) for row in rows)


def read(text: str, *, last: str) -> tuple[Thing, ...]:
    """The things of a typed list; `last` is what stands at the end of each line. Raises WrongLine."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        raise WrongLine("清单没有写任何一项，请每行写一项。")
    if len(lines) > MOST:
        raise WrongLine(f"清单有{len(lines)}行，一份清单不超过{MOST}行，请分开填写。")
    things = tuple(_read(line, number, last=last) for number, line in enumerate(lines, start=1))
    same = _twice(things)
    if same is not None:
        raise WrongLine(f"“{same.name}{same.spec}”写了两行，请合并为一行并写明总数。")
    return things


def _read(line: str, number: int, *, last: str) -> Thing:
    parts = PARTS.split(line)
    if len(parts) != 4 or not all(parts):
        shape = f"名称；规格型号；数量和单位；{last}"
        raise WrongLine(f"清单第{number}行不是四项，请写成“{shape}”，没有规格型号的写“无”。")
    name, spec, counted, said = parts
    found = COUNT.fullmatch(counted)
    count = _number(found.group(1)) if found else Decimal(0)
    if found is None or not count:
        raise WrongLine(f"清单第{number}行的“{counted}”没有写明数量和单位，请写成“1辆”“20袋”。")
    unit = found.group(2).strip()
    if not is_whole(count, unit):
        raise WrongLine(f"清单第{number}行的“{counted}”不是整数，以{unit}计的应当写整数，例如“1{unit}”。")
    if len(said) < 2:
        raise WrongLine(f"清单第{number}行没有写明{last}。")
    return Thing(name, "" if spec == "无" else spec, count, unit, said)


def is_whole(count: Decimal, unit: str) -> bool:
    """Whether so many of the unit can be: half a tonne is something, half a truck is not."""
    return unit not in WHOLE or count == count.to_integral_value()


def _number(text: str) -> Decimal:
    return Decimal(text) if text[0].isdigit() else Decimal(number_of(text))


def _twice(things: Iterable[Thing]) -> Thing | None:
    seen = set()
    for thing in things:
        if (thing.name, thing.spec) in seen:
            return thing
        seen.add((thing.name, thing.spec))
    return None


def fewer(taken: Iterable[Thing], allowed: Iterable[Thing]) -> list[str]:
    """What was allowed and not taken, or not all of it; in sentences."""
    known = {(thing.name, thing.spec): thing for thing in taken}
    said = []
    for thing in allowed:
        found = known.get((thing.name, thing.spec))
        if found is None:
            said.append(f"“{replace(thing, said='').text}”没有查封、扣押")
        elif found.unit == thing.unit and found.count < thing.count:
            said.append(f"“{thing.name}”{found.counted}，决定的是{thing.counted}")
    return said


def beyond(taken: Iterable[Thing], allowed: Iterable[Thing]) -> list[str]:
    """What was taken and not allowed: another thing, in another unit, or in a greater number; in sentences."""
    known = {(thing.name, thing.spec): thing for thing in allowed}
    said = []
    for thing in taken:
        found = known.get((thing.name, thing.spec))
        if found is None:
            said.append(f"“{replace(thing, said='').text}”不在决定之内")
        elif found.unit != thing.unit or thing.count > found.count:
            said.append(f"“{thing.name}”{thing.counted}，决定的是{found.counted}")
    return said
