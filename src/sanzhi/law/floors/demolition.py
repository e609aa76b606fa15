"""The floor of demolition 强制拆除底线: what no local list may relax. Each rule cites its article and is asked of every path."""

from sanzhi.law.floors.common import Finds, Rule, Way

RULES_OF_CITY = "平顶山市城乡规划建设管理条例"
ORDER = ("coercion.decide_removal", "demolition_order")
TEARING = "coercion.tear_down"
DECIDING = "execution_decision"

STOPPED = {
    "coercion.stop_told": ("没有送达责令停止违法行为通知书", f"{RULES_OF_CITY}第二十四条"),
    "coercion.stop_looked_at": ("没有复查当事人是否停止施工", f"{RULES_OF_CITY}第二十四条"),
}
BEFORE_ORDER = {
    "coercion.removal_authorised": ("没有授权的，不得责令限期拆除", "城乡规划法第六十四条"),
    "coercion.structure_sorted": (
        "不属于应当拆除情形的，不得责令限期拆除",
        f"{RULES_OF_CITY}第二十五条至第二十七条",
    ),
    "coercion.removal_told": ("决定以前没有告知当事人", "河南省行政执法条例第二十六条"),
    "coercion.removal_heard": ("陈述申辩的期限没有届满", "河南省行政执法条例第二十六条"),
    "cases.plea_answered": ("陈述申辩没有复核", "河南省行政执法条例第二十六条"),
    "reviews.review_passed": ("重大执法决定未经法制审核不得作出", "河南省行政执法条例第二十八条"),
    "reviews.deliberation_concluded": ("重大执法决定须经负责人集体讨论", "河南省行政执法条例第二十八条"),
    "cases.two_qualified_officers": ("执法人员须具备资格且不少于两人", "行政处罚法第四十二条"),
}
BEFORE_FORCE = {
    "coercion.order_final": ("复议、诉讼期限届满或者终局以前不得强制拆除", "行政强制法第四十四条"),
    "coercion.announced": ("强制拆除应当公告", f"行政强制法第四十四条；{RULES_OF_CITY}第三十一条"),
    "coercion.demanded": ("强制执行决定以前应当催告", "行政强制法第三十五条"),
    "coercion.demand_over": ("催告的期限没有届满", "行政强制法第三十五条、第三十七条"),
    "cases.plea_answered": ("陈述申辩没有复核", "行政强制法第三十六条"),
    "coercion.plea_respected": ("采纳的陈述申辩没有落实", "行政强制法第三十六条"),
    "coercion.government_ordered": (
        "没有人民政府的书面责成",
        f"城乡规划法第六十八条；{RULES_OF_CITY}第三十条",
    ),
    "reviews.review_passed": ("重大执法决定未经法制审核不得作出", "河南省行政执法条例第二十八条"),
    "reviews.deliberation_concluded": ("重大执法决定须经负责人集体讨论", "河南省行政执法条例第二十八条"),
    "cases.two_qualified_officers": ("执法人员须具备资格且不少于两人", "行政强制法第三十四条"),
    "coercion.goes_on": ("中止、终结、协议履行期间不得执行", "行政强制法第三十九条、第四十条、第四十二条"),
}
ON_THE_SCENE = {
    "coercion.torn_down": ("没有实施的不能结束", f"{RULES_OF_CITY}第三十三条"),
    "coercion.list_given": ("搬离的财物没有清单", f"{RULES_OF_CITY}第三十二条"),
}
NO_COURT = "court_application"


def stopped_before_the_order(way: Way) -> Finds:
    for place in way.deciding(*ORDER):
        before = {name for step in way.steps[:place] for name in step.needs}
        for guard, (sentence, citation) in STOPPED.items():
            if guard not in before:
                yield way.steps[place], sentence, citation


def guards_before_the_order(way: Way) -> Finds:
    for place in way.deciding(*ORDER):
        yield from _missing(way, place, wanted=BEFORE_ORDER)


def guards_before_force(way: Way) -> Finds:
    for place in way.making(DECIDING):
        yield from _missing(way, place, wanted=BEFORE_FORCE)


def _missing(way: Way, place: int, *, wanted: dict[str, tuple[str, str]]) -> Finds:
    step = way.steps[place]
    for guard, (sentence, citation) in wanted.items():
        if guard not in step.needs:
            yield step, sentence, citation


def decided_and_told_first(way: Way) -> Finds:
    """Nothing comes down by force that was not decided, and the party was told of the day (行政强制法 §37; 平顶山条例 §33)."""
    for place in way.offering(TEARING):
        step, before = way.steps[place], way.steps[:place]
        if not any(DECIDING in way.purposes_of(one) for one in before):
            yield step, "没有作出强制执行决定", "行政强制法第三十七条"
        if not any("coercion.summoned" in one.needs for one in before):
            yield step, "没有书面告知当事人到场", f"{RULES_OF_CITY}第三十三条第一款"


def scene_in_order(way: Way) -> Finds:
    """Where it comes down there are two officers, the record, the film, and the list of the goods."""
    for place in way.offering(TEARING):
        step = way.steps[place]
        if step.officers < 2:
            yield step, "执法人员不得少于两人", "行政强制法第三十四条"
        if "execution_record" not in way.purposes_of(step):
            yield step, "没有现场笔录", f"{RULES_OF_CITY}第三十三条第二款"
        if not step.recording:
            yield step, "强制拆除应当拍照、录像", f"{RULES_OF_CITY}第三十三条第二款"
        yield from _missing(way, place, wanted=ON_THE_SCENE)


def goods_come_to_an_end(way: Way) -> Finds:
    """No way ends past the guard that nobody's goods are kept."""
    if way.offering(TEARING) and not any("coercion.goods_settled" in step.needs for step in way.steps):
        yield way.steps[-1], "搬离的财物没有领取或者提存", f"{RULES_OF_CITY}第三十二条"


def no_court_for_planning(way: Way) -> Finds:
    """法释〔2013〕5号 (记忆): a planning demolition is not brought before the court."""
    if not way.offering(TEARING, ORDER[0]):
        return
    for place in way.making(NO_COURT):
        yield (
            way.steps[place],
            "规划类强制拆除不能申请法院执行",
            "城乡规划法第六十八条；法释〔2013〕5号（记忆）",
        )


RULES: tuple[Rule, ...] = (
    stopped_before_the_order,
    guards_before_the_order,
    guards_before_force,
    decided_and_told_first,
    scene_in_order,
    goods_come_to_an_end,
    no_court_for_planning,
)
