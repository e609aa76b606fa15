"""What the statutes say of each cause, read from the articles themselves: amounts, what is counted, what comes first.

平顶山市城市市容和环境卫生管理条例 for most; the statutes beside it stand in IN_FORCE, each as its text reads. No text is
at hand of 城市建筑垃圾管理规定: its figures are from memory (记忆) and agree with the excerpt (摘录).
Where an article names 个人 and 单位 apart, an individual business is measured as a person. Gains are confiscated under
行政处罚法 §28 whether or not the article repeats it: `confiscates` means things, and that they must be taken.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from tests.lawful.chronicle import Offence

# for all, or (person, organisation); None: no figure is known. What is counted in yuan (base) has parts of one
Figure = int | str | None
Figures = Figure | tuple[Figure, Figure]

APPEARANCE = "平顶山市城市市容和环境卫生管理条例第"
ROADS = "城市道路管理条例第四十二条"
AIR = "大气污染防治法第"
GREEN = "平顶山市城市绿化条例第"
DUST = "平顶山市建设工地扬尘污染防治条例第二十一条"
PLANNING = "城乡规划法第"
WASTE = "固体废物污染环境防治法第"
NOISE = "噪声污染防治法第"
DRAINS = "城镇排水与污水处理条例第"
GAS = "城镇燃气管理条例第"
CITIES = "城市市容和环境卫生管理条例第"  # of the State Council
RUBBLE = "城市建筑垃圾管理规定第"
ECOLOGY = "生态环境法典第"
# 生态环境法典 §1242: takes the place of 大气污染防治法, 固体废物污染环境防治法 and 噪声污染防治法
CODE = date(2026, 8, 15)
IN_FORCE = {
    APPEARANCE: (date(2020, 1, 1), None),
    ROADS: (date(1996, 10, 1), None),
    AIR: (date(2016, 1, 1), CODE),
    GREEN: (date(2019, 1, 1), None),
    DUST: (date(2020, 3, 1), None),
    PLANNING: (date(2008, 1, 1), None),
    WASTE: (date(2020, 9, 1), CODE),
    NOISE: (date(2022, 6, 5), CODE),
    DRAINS: (date(2014, 1, 1), None),
    GAS: (date(2011, 3, 1), None),
    CITIES: (date(1992, 8, 1), None),
    RUBBLE: (date(2005, 6, 1), None),  # 记忆
    ECOLOGY: (CODE, None),
}
LEVELS = {
    **dict.fromkeys((AIR, PLANNING, WASTE, NOISE, ECOLOGY), "law"),
    **dict.fromkeys((ROADS, DRAINS, GAS, CITIES), "regulation"),
    RUBBLE: "rule",
}


def _figures(given: Figures) -> dict[str, Decimal]:
    """By kind of party; what has no figure is left out, so that nothing follows from it."""
    pair = zip(("person", "organisation"), given, strict=True) if isinstance(given, tuple) else [("", given)]
    return {kind: Decimal(figure) for kind, figure in pair if figure is not None}


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
# 责令停止建设: whoever writes 停工 means the same
STOP = frozenset({"halt"})
# what is measured more heavily only where the words say so: 拒不改正; 造成严重后果
REFUSED = (
    "(?<!没有)(?<!不存在)(?<![未无非])(?:拒不|拒绝)(?:改正|整改|停止)"
    "|(?:逾期|仍然?|复查[^。；;]{0,12})(?:没有|[未不])(?:改正|整改)"
)
GRAVELY = "(?<!没有)(?<!不会)(?<![未无])造成[^，。；,;]{0,8}严重后果|后果严重"
# ① what is burnt beside ②
LEAVES = "秸秆|落叶|树叶|枯叶|枯枝|杂草|荒草|农药"
PLASTIC = "沥青|油毡|橡胶|塑料|皮革|垃圾|有毒|恶臭"


def _unless(words: str, milder: Offence) -> dict[str, Any]:
    """The milder figures, which hold unless the words say otherwise."""
    return {"half": milder, "half_never": words}


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
    # §123: day by day
    _row("C42", AIR + "一百一十五条第一款", low=10000, high=100000, is_daily=True, **HALT),
    _row("C43", AIR + "一百一十八条第一款", low=5000, high=50000, is_daily=True, **HALT),
    _row(
        "C44", AIR + "一百一十八条第二款", low=10000, high=100000, measures=frozenset({"closure"}), **AT_ONCE
    ),
    _row("C45", AIR + "一百一十九条第一款", low=500, high=2000),
    # with ① as its milder half
    _row(
        "C45-2",
        AIR + "一百一十九条第二款",
        low=(500, 10000),
        high=(2000, 100000),
        half=_row("C45-2", AIR + "一百一十九条第一款", low=500, high=2000),
        half_of=LEAVES,
        half_never=PLASTIC,
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

# 城乡规划法, the fine measured by 工程造价 (base)
PLANS = (
    _row("C34", PLANNING + "六十四条", low="0.05", high="0.1", unit="base", measures=STOP),
    # 不能拆除的没收: it may be, it need not be
    _row("C34-2", PLANNING + "六十四条", low=0, high="0.1", unit="base", measures=STOP | {"confiscation"}),
    _row("C35", PLANNING + "六十六条", low=0, high=1, unit="base"),
    _row("C36", PLANNING + "六十七条", low=10000, high=50000, **LIMIT),
    # 乡、镇人民政府; no fine
    _row("C37", PLANNING + "六十五条", low=None, high=None, measures=STOP, may_fine=False, is_ours=False),
)
# ③, ④: only 单位 is fined; §119: day by day where waste is discharged (推论: dumped)
WASTES = (
    _row(
        "C38",
        WASTE + "一百一十一条第一款第一项、第二款",
        low=(100, 50000),
        high=(500, 500000),
        is_daily=True,
    ),
    _row("C39", WASTE + "一百一十一条第一款第三项、第二款", low=(0, 100000), high=(0, 1000000)),
    _row(
        "C39-2",
        WASTE + "一百一十一条第一款第四项、第二款",
        low=(0, 100000),
        high=(0, 1000000),
        is_daily=True,
    ),
    _row("C40", WASTE + "一百一十一条第一款第五项、第二款", low=(100, 100000), high=(500, 1000000)),
    # 情节严重的; 对个人依法处以罚款: no figure
    _row("C41", WASTE + "一百一十一条第三款", low=(None, 50000), high=(None, 500000)),
)
BUILDING = (
    _row("C42-2", AIR + "一百一十五条第一款、第二款", low=10000, high=100000, **HALT),
    _row("C42-3", DUST, low=20000, high=100000, is_daily=True, **HALT),
    _row("C46", NOISE + "七十七条", low=10000, high=100000, **HALT),
)
# 说服教育，责令改正；拒不改正的，给予警告: the warning waits for the refusal too
URGED: dict[str, Any] = {**AT_ONCE, "warns": True, "measures": frozenset({"warning"})}
NOISES = (
    _row(
        "C47",
        NOISE + "八十一条",
        low=50000,
        high=200000,
        **HALT,
        **_unless(REFUSED, _row("C47", NOISE + "八十一条", low=5000, high=50000)),
    ),
    _row("C47-3", NOISE + "八十一条", low=50000, high=200000, **HALT, correct_first=True),
    _row("C47-2", NOISE + "八十二条", low=(200, 2000), high=(1000, 20000), **URGED),
)
# the bureau's numbers for articles that stand above
GREENERY = {
    "C48": "GREEN-43-2",
    "C48-2": "GREEN-43-3",
    "C49": "GREEN-43-6",
    "C49-2": "GREEN-44-1",
    "C49-3": "GREEN-44-2",
    "C49-4": "GREEN-44-3",
    "C49-5": "GREEN-44-4",
    "C50-5": "GREEN-45-3",
}
GREENS = (
    *(replace(row, code=code) for row in ROWS for code in GREENERY if GREENERY[code] == row.code),
    _row("C50", GREEN + "四十五条第一项", low=100000, high=500000, unit="trees"),
    _row("C50-2", GREEN + "四十五条第一项", low=10000, high=100000, unit="trees"),
    _row("C50-3", GREEN + "四十五条第二项", low=1000, high=5000),
    _row("C50-4", GREEN + "四十五条第二项", low=50, high=200),
)
REVOCATION = frozenset({"revocation"})
REGULATIONS = (
    # 逾期不改正或者造成严重后果的: the second is not told apart here
    _row("C51", DRAINS + "四十九条", low=(20000, 100000), high=(100000, 200000), warns=True, **LIMIT),
    _row("C52", DRAINS + "五十条第一款", low=0, high=500000),
    _row(
        "C52-2",
        DRAINS + "五十条第二款",
        low=50000,
        high=500000,
        measures=REVOCATION,
        **_unless(GRAVELY, _row("C52-2", DRAINS + "五十条第二款", low=0, high=50000)),
    ),
    _row("C52-3", DRAINS + "五十条第二款", low=50000, high=500000, measures=REVOCATION),
    _row("C53", GAS + "四十五条第一款", low=50000, high=500000),
    _row("C54", GAS + "四十六条", low=10000, high=100000, measures=REVOCATION),
    _row("C54-2", GAS + "四十九条第一款", low=0, high=(1000, 100000), **LIMIT),
    # 限期处理或者予以没收，并可处以罚款: no figure
    _row("C55", CITIES + "三十五条", low=None, high=None, measures=frozenset({"confiscation"})),
)
# 记忆, 摘录
RUBBLES = (
    _row("C56", RUBBLE + "二十条", low=0, high=(200, 3000), warns=True),
    _row("C56-2", RUBBLE + "二十条", low=(0, 5000), high=(3000, 10000), warns=True),
    _row("C57", RUBBLE + "二十五条", low=(None, 10000), high=(None, 100000), warns=True),
    _row("C57-2", RUBBLE + "二十五条", low=(None, 5000), high=(None, 30000), warns=True),
    _row("C57-3", RUBBLE + "二十六条", low=(0, 5000), high=(200, 50000), warns=True),
)
# §1060: day by day where something is discharged, dumped or disposed of
HEIRS = (
    # lighter than C16: it holds for earlier conduct too (行政处罚法 §37)
    replace(
        _row(
            "C16-F",
            ECOLOGY + "一千一百三十二条第三款",
            low=5000,
            high=20000,
            confiscates=True,
            **_unless(REFUSED, _row("C16-F", ECOLOGY + "一千一百三十二条第三款", low=500, high=5000)),
        ),
        since=None,
    ),
    _row(
        "C16-2-F",
        ECOLOGY + "一千一百三十二条第三款",
        low=5000,
        high=20000,
        confiscates=True,
        correct_first=True,
    ),
    _row("C25-F", ECOLOGY + "一千一百二十九条", low=2000, high=20000),
    # 个人: only for what is his own; 限制生产、停产整治 where it is grave
    _row(
        "C38-F",
        ECOLOGY + "一千一百六十九条第一款、第三款",
        low=(100, 100000),
        high=(1000, 1000000),
        measures=frozenset({"halt", "restriction"}),
        is_daily=True,
    ),
    _row("C39-F", ECOLOGY + "一千一百七十四条第一款第四项、第二款", low=(0, 100000), high=(0, 1000000)),
    _row(
        "C39-2-F",
        ECOLOGY + "一千一百七十四条第一款第三项、第二款",
        low=(0, 100000),
        high=(0, 1000000),
        is_daily=True,
    ),
    _row("C40-F", ECOLOGY + "一千一百七十四条第一款第二项、第二款", low=(100, 100000), high=(500, 1000000)),
    # 对个人依法处以罚款: no figure
    _row("C41-F", ECOLOGY + "一千一百七十四条第三款", low=(None, 50000), high=(None, 500000), **AT_ONCE),
    _row("C42-F", ECOLOGY + "一千一百二十八条第一款", low=10000, high=100000, **HALT),
    _row("C42-2-F", ECOLOGY + "一千一百二十八条第一款、第二款", low=10000, high=100000, **HALT),
    _row("C43-F", ECOLOGY + "一千一百三十二条第一款", low=5000, high=50000, is_daily=True, **HALT),
    _row(
        "C44-F",
        ECOLOGY + "一千一百三十二条第二款",
        low=10000,
        high=100000,
        measures=frozenset({"closure"}),
        **AT_ONCE,
    ),
    _row("C45-F", ECOLOGY + "一千一百三十一条第一款", low=500, high=2000),
    _row(
        "C45-2-F",
        ECOLOGY + "一千一百三十一条第三款",
        low=(500, 10000),
        high=(2000, 100000),
        half=_row("C45-2-F", ECOLOGY + "一千一百三十一条第一款", low=500, high=2000),
        half_of=LEAVES,
        half_never=PLASTIC,
    ),
    _row("C46-F", ECOLOGY + "一千一百八十五条", low=10000, high=100000, **HALT),
    _row(
        "C47-F",
        ECOLOGY + "一千一百八十九条",
        low=50000,
        high=200000,
        **HALT,
        **_unless(REFUSED, _row("C47-F", ECOLOGY + "一千一百八十九条", low=5000, high=50000)),
    ),
    _row("C47-3-F", ECOLOGY + "一千一百八十九条", low=50000, high=200000, **HALT, correct_first=True),
    _row("C47-2-F", ECOLOGY + "一千一百九十条", low=(200, 2000), high=(1000, 20000), **URGED),
)
ALL = (*ROWS, *PLANS, *WASTES, *BUILDING, *NOISES, *GREENS, *REGULATIONS, *RUBBLES, *HEIRS)
OFFENCES = {row.code: row for row in ALL}


def offence_of(code: str) -> Offence | None:
    """The row of the cause; None where the judge has read no article for it."""
    return OFFENCES.get(code)
