"""What the statutes say of each cause, read from the articles themselves: amounts, what is counted, what comes first.

平顶山市城市市容和环境卫生管理条例 for most; 城市道路管理条例, 大气污染防治法, 平顶山市城市绿化条例 and its 扬尘条例 beside.
Where an article names 个人 and 单位 apart, an individual business is measured as a person.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.lawful.chronicle import Offence

Figures = int | tuple[int, int]  # for all, or (person, organisation)

APPEARANCE = "平顶山市城市市容和环境卫生管理条例第"
ROADS = "城市道路管理条例第四十二条"
AIR = "大气污染防治法第"
GREEN = "平顶山市城市绿化条例第"
DUST = "平顶山市建设工地扬尘污染防治条例第二十一条"
# the code 生态环境法典 takes the place of 大气污染防治法: 摘录
CODE = date(2026, 8, 15)
IN_FORCE = {
    APPEARANCE: (date(2020, 1, 1), None),
    ROADS: (date(1996, 10, 1), None),
    AIR: (date(2016, 1, 1), CODE),
    GREEN: (date(2019, 1, 1), None),
    DUST: (date(2020, 3, 1), None),
}
LEVELS = {ROADS: "regulation", AIR: "law"}


def _figures(given: Figures | None) -> dict[str, Decimal]:
    if given is None:
        return {}
    if isinstance(given, tuple):
        return {"person": Decimal(given[0]), "organisation": Decimal(given[1])}
    return {"": Decimal(given)}


def _row(code: str, article: str, *, low: Figures, high: Figures, **more: Any) -> Offence:
    source = next(name for name in IN_FORCE if article.startswith(name))
    since, until = IN_FORCE[source]
    more["cap"] = _figures(more.get("cap"))
    return Offence(
        code=code,
        article=article,
        minimum=_figures(low),
        maximum=_figures(high),
        level=LEVELS.get(source, "local"),
        since=since,
        until=until,
        **more,
    )


# 责令限期改正，逾期不改正的
LIMIT: dict[str, Any] = {"correct_first": True}
# 责令立即改正（清理），拒不改正（清理）的
AT_ONCE: dict[str, Any] = {"correct_first": True, "at_once": True}
# 责令改正，处罚款；拒不改正的，责令停工整治
HALT: dict[str, Any] = {"measures": frozenset({"halt"}), "refused_first": True, "at_once": True}

ROWS = (
    _row("C01", APPEARANCE + "四十四条第一款", low=200, high=2000, **AT_ONCE),
    _row("C02", APPEARANCE + "四十四条第一款", low=200, high=2000, **AT_ONCE),
    _row("C03", APPEARANCE + "四十四条第二款", low=2000, high=5000, **AT_ONCE),
    _row("C04", APPEARANCE + "四十五条第一款", low=500, high=1000),
    _row("C05", APPEARANCE + "四十五条第二款", low=5000, high=20000),
    _row("C06", APPEARANCE + "四十五条第三款", low=5000, high=20000),
    _row("C07", APPEARANCE + "四十二条第一款", low=(200, 1000), high=(1000, 5000), **LIMIT),
    _row("C08", APPEARANCE + "四十二条第二款", low=50, high=200, **AT_ONCE),
    _row("C09", APPEARANCE + "四十三条第一项", low=5000, high=20000, **LIMIT),
    _row("C10", APPEARANCE + "四十三条第二项", low=100, high=500, **LIMIT),
    _row("C11", APPEARANCE + "四十三条第三项", low=500, high=2000, **LIMIT),
    _row("C12", ROADS, low=0, high=20000),
    _row("C13", ROADS, low=0, high=20000),
    _row("C14", ROADS, low=0, high=20000),
    # 经营性的; -2: 非经营性的
    _row("C15", APPEARANCE + "四十七条", low=2000, high=20000, confiscates=True),
    _row("C15-2", APPEARANCE + "四十七条", low=500, high=2000, confiscates=True),
    _row("C16", AIR + "一百一十八条第三款", low=500, high=20000, confiscates=True),
    _row("C17", APPEARANCE + "五十条", low=(50, 500), high=(50, 500), cap=(5000, 10000), unit="items"),
    _row("C18", APPEARANCE + "五十一条第一款", low=10000, high=100000, **LIMIT),
    _row("C19", APPEARANCE + "五十一条第二款", low=200, high=1000, **LIMIT),
    _row("C20", APPEARANCE + "五十二条第一项", low=500, high=3000),
    _row("C21", APPEARANCE + "五十二条第二项", low=1000, high=10000),
    _row("C22", APPEARANCE + "五十二条第三项", low=50000, high=100000),
    _row("C23", APPEARANCE + "五十三条第一项", low=2000, high=20000),
    _row("C24", APPEARANCE + "五十三条第三项", low=5000, high=50000),
    _row("C25", AIR + "一百一十六条", low=2000, high=20000),
    # 公安机关交通管理部门
    _row("C26", APPEARANCE + "五十三条第二项", low=200, high=200, is_ours=False),
    _row("C27", APPEARANCE + "五十四条", low=200, high=2000, **LIMIT),
    _row("C28", APPEARANCE + "五十五条第一款", low=50, high=200, **AT_ONCE),
    _row("C29", APPEARANCE + "五十五条第二款", low=100, high=1000, **AT_ONCE),
    _row("C30", APPEARANCE + "四十一条", low=200, high=2000, **LIMIT),
    _row("C31", APPEARANCE + "四十九条", low=500, high=2000, **AT_ONCE),
    _row("C32", APPEARANCE + "四十八条第一项", low=2000, high=20000, **LIMIT),
    _row("C32-2", APPEARANCE + "四十八条第二项", low=1000, high=5000, **LIMIT),
    _row("C32-3", APPEARANCE + "四十八条第三项", low=1000, high=5000, **LIMIT),
    _row("C33", APPEARANCE + "四十六条", low=1000, high=5000, **AT_ONCE),
    _row("C42", AIR + "一百一十五条", low=10000, high=100000, **HALT),
    _row("C43", AIR + "一百一十八条第一款", low=5000, high=50000, **HALT),
    _row(
        "C44", AIR + "一百一十八条第二款", low=10000, high=100000, measures=frozenset({"closure"}), **AT_ONCE
    ),
    # ②, with ① as its milder half
    _row(
        "C45",
        AIR + "一百一十九条第二款",
        low=(500, 10000),
        high=(2000, 100000),
        half=_row("C45", AIR + "一百一十九条第一款", low=500, high=2000),
        half_of="秸秆|落叶|树叶|枯叶|枯枝|杂草|荒草|农药",
        half_never="沥青|油毡|橡胶|塑料|皮革|垃圾|有毒|恶臭",
    ),
    _row("DUST-21", DUST, low=20000, high=100000, is_daily=True, **HALT),
    _row("GREEN-40-1", GREEN + "四十条第一项", low=5000, high=30000, unit="sqm", rounds_up=True, **LIMIT),
    _row("GREEN-40-2", GREEN + "四十条第二项", low=10, high=30, unit="sqm_days", rounds_up=True, **LIMIT),
    _row("GREEN-40-3", GREEN + "四十条第三项", low=1000, high=5000, **LIMIT),
    _row("GREEN-41", GREEN + "四十一条", low=2000, high=10000, **LIMIT),
    _row("GREEN-43-1", GREEN + "四十三条第一项", low=1000, high=5000, unit="sqm", rounds_up=True, **LIMIT),
    _row("GREEN-43-2", GREEN + "四十三条第二项", low=1000, high=5000, unit="sqm", rounds_up=True, **LIMIT),
    _row("GREEN-43-3", GREEN + "四十三条第三项", low=50, high=100, unit="sqm_days", rounds_up=True),
    _row("GREEN-43-4", GREEN + "四十三条第四项", low=100, high=500, warns=True),
    _row("GREEN-43-5", GREEN + "四十三条第五项", low=1000, high=5000, **LIMIT),
    _row("GREEN-43-6", GREEN + "四十三条第六项", low=2000, high=20000, unit="trees"),
    _row("GREEN-44-1", GREEN + "四十四条第一项", low=100, high=1000, **LIMIT),
    _row("GREEN-44-2", GREEN + "四十四条第二项", low=500, high=1000, unit="sqm", rounds_up=True, **LIMIT),
    _row("GREEN-44-3", GREEN + "四十四条第三项", low=5000, high=10000, unit="items", **LIMIT),
    _row("GREEN-44-4", GREEN + "四十四条第四项", low=1000, high=5000, **LIMIT),
    _row(
        "GREEN-45-1",
        GREEN + "四十五条第一项",
        low=100000,
        high=500000,
        unit="trees",
        half=_row("GREEN-45-1", GREEN + "四十五条第一项", low=10000, high=100000, unit="trees"),
        half_of="后续资源",
        half_never="古树名木(?!的?后续)",
    ),
    _row("GREEN-45-3", GREEN + "四十五条第三项", low=2000, high=10000, **LIMIT),
)
OFFENCES = {row.code: row for row in ROWS}


def offence_of(code: str) -> Offence | None:
    """The row of the cause; None where the judge has read no article for it."""
    return OFFENCES.get(code)
