"""Further cases of the demonstration: fees that were paid, lowered or are due, requisitions, two pairs that were joined."""

import random
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any

from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.joining import joined
from sanzhi.demo.levying import FeePlan, LevyStory
from sanzhi.demo.media import record
from sanzhi.demo.requisitioning import NeedPlan, RequisitionStory
from sanzhi.demo.story import Story
from sanzhi.kernel.clock import CHINA

SEED = 37
TRENCH = "城市道路挖掘修复费（沥青路面）"
SQUAD: dict[str, Any] = {"officers": ("zhifa3", "zhifa4"), "leader": "duizhang2"}

Told = tuple[datetime, Iterator[int]]


def stories(bureau: Bureau, *, until: datetime) -> list[Told]:
    """When each begins, and its scenes; days before `until`."""
    source = random.Random(SEED)
    shop, firm, builder = (
        people.individual_business(source),
        people.organisation(source),
        people.organisation(source),
    )
    fees = _fees(shop, firm=firm, builder=builder)
    needs = (
        (75, NeedPlan(builder, "舞钢市垭口街道低洼路段", extends=True, record=record)),
        (3, NeedPlan(firm, "舞钢市石漫滩路下穿通道", at_once=True, stop="used", record=record, **SQUAD)),
    )
    told: list[Told] = [(_at(until, days), LevyStory(bureau, plan).scenes()) for days, plan in fees]
    told += [(_at(until, days), RequisitionStory(bureau, plan).scenes()) for days, plan in needs]
    for at, plan in joined(until=until):
        story = Story(bureau, plan)
        # the other squad works in the afternoon: what touches both cases happens in its order
        told += [(at, story.scenes()), (at + timedelta(hours=4), story.other_goes_on())]
    return told


def _fees(
    shop: dict[str, Any], *, firm: dict[str, Any], builder: dict[str, Any]
) -> tuple[tuple[int, FeePlan], ...]:
    """One that is lowered, cut short and given back; one that is paid; one that is due."""
    plea = "占用面积没有这么大，请求重新丈量。"
    lowered = FeePlan(
        shop, "舞钢市温泉路18号门前", relief="残疾人自主经营", cut_after=30, plea=plea, record=record
    )
    dug = FeePlan(
        builder,
        "舞钢市建设路与湖滨路交叉口",
        power="ZS02",
        item=TRENCH,
        by_day=False,
        quantity=Decimal("36.5"),
        summary="经批准挖掘城市道路铺设供水管线，应当缴纳挖掘修复费。",
        record=record,
        **SQUAD,
    )
    owing = FeePlan(firm, "舞钢市钢城路66号门前", stop="collection", quantity=Decimal(80), record=record)
    return ((110, lowered), (60, dug), (14, owing))


def _at(until: datetime, days: int) -> datetime:
    return datetime.combine((until - timedelta(days=days)).date(), time(9, 30), CHINA)
