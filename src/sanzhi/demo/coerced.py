"""Cases of the demonstration with coercion beside the penalty: kept, given back, done by proxy, cleared at once; and demolitions."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sanzhi.demo import people
from sanzhi.demo.deeds import Plan
from sanzhi.demo.media import record
from sanzhi.kernel.clock import CHINA

CODE = date(2026, 8, 15)  # 生态环境法典: before it what is punished by it stood on other articles
ENOUGH = 60  # cases: a smaller demonstration goes without


@dataclass(frozen=True)
class Coerced:
    """`days`: how long before the last day it begins."""

    days: int
    cause: str
    who: Callable[[random.Random], dict[str, Any]]
    fine: int
    seen: str
    aside: tuple[str, ...]
    stop: str = ""


STREWN = "运输车辆未采取防遗撒措施，渣土沿途遗撒约三百米"
COERCED = (
    Coerced(12, "C25-F", people.organisation, 5000, STREWN, ("seizure",), "seizure_kept"),
    Coerced(70, "C25-F", people.organisation, 8000, STREWN, ("seizure", "extension")),
    Coerced(
        64,
        "C01",
        people.person,
        500,
        "占用人行道约十平方米搭设固定售货亭，不自行拆除",
        ("proxy",),
        "costs_told",
    ),
    Coerced(
        33, "C24", people.organisation, 8000, "渣土运输车遗撒渣土约三立方米，覆盖两条车道", ("clearing",)
    ),
)
# neither the fine nor what was done in the party's place is paid: the truck is sold, the court is asked
UNPAID = (
    Coerced(265, "C25", people.organisation, 5000, STREWN, ("seizure", "auction")),
    Coerced(
        200,
        "C01",
        people.person,
        500,
        "占用人行道约九平方米搭设固定售货亭，不自行拆除",
        ("proxy", "costs_unpaid"),
    ),
)


HOUSE = "未取得建设工程规划许可证，在消防通道上建设一层砖混结构房屋"
# how long before the last day it begins, where it stands then
DEMOLISHED = ((415, ""), (60, "removal_ordered"), (4, "sorting"))


def coerced(source: random.Random, *, until: datetime) -> list[tuple[datetime, Plan]]:
    """The cases with the moments at which they begin."""
    found = list(_begun(COERCED, source, until=until))
    for days, stop in DEMOLISHED:
        day = (until - timedelta(days=days)).date()
        found.append((datetime.combine(day, time(10, 10), CHINA), _house(source, stop)))
    found += _begun(UNPAID, random.Random(46), until=until)
    return found


def _begun(
    rows: tuple[Coerced, ...], source: random.Random, *, until: datetime
) -> Iterator[tuple[datetime, Plan]]:
    for row in rows:
        day = (until - timedelta(days=row.days)).date()
        if day >= CODE or not row.cause.endswith("-F"):
            yield datetime.combine(day, time(9, 30), CHINA), _plan(source, row)


def _house(source: random.Random, stop: str) -> Plan:
    """An illegal structure, on its way to the order or to its end."""
    party, where = people.person(source), people.place(source)
    return Plan(
        cause="QZ07",
        procedure="coercion/demolition-order",
        party=party,
        place=where,
        summary=f"{party['name']}在{where}{HOUSE}。",
        fine=None,
        stop=stop,
        record=record,
    )


def _plan(source: random.Random, row: Coerced) -> Plan:
    party, where = row.who(source), people.place(source)
    return Plan(
        cause=row.cause,
        party=party,
        place=where,
        summary=f"{party['name']}在{where}{row.seen}。",
        fine=Decimal(row.fine),
        reason="",
        aside=row.aside,
        stop=row.stop,
        record=record,
    )
