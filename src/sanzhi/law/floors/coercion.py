"""The floor of coercion 行政强制底线: what no local list may relax. Each rule cites its article and is asked of every path."""

from sanzhi.law.floors.common import Finds, Rule, Way

DECISION = ("coercion.decide_seizure", "seizure_decision")
CARRYING_OUT = "coercion.carry_out_seizure"
AT_ONCE, AFTERWARDS = "coercion.seize_at_once", "coercion.regularise_seizure"
FORGONE = "coercion.forgone"
RECORD, INVENTORY = "seizure_record", "inventory"

BEFORE_DECISION = {
    "coercion.measure_authorised": (
        "没有法律、法规授权的，不得查封、扣押",
        "行政强制法第十条、第十七条、第二十二条",
    ),
    "reviews.review_passed": ("重大执法决定未经法制审核不得作出", "河南省行政执法条例第二十八条"),
    "reviews.deliberation_concluded": ("重大执法决定须经负责人集体讨论", "河南省行政执法条例第二十八条"),
    "cases.two_qualified_officers": (
        "执法人员须具备资格且不少于两人",
        "行政强制法第十七条第三款、第十八条第二项",
    ),
}
ON_THE_SCENE = {
    "coercion.carried_out": ("没有实施的不能进入保管", "行政强制法第十八条"),
    "coercion.handed_over_there": ("决定书和清单应当当场交付", "行政强制法第二十四条"),
}
BEFORE_THE_END = {
    "coercion.things_settled": ("查封、扣押的财物应当在期限内处理", "行政强制法第二十七条、第二十八条"),
    "coercion.party_told": ("延长、解除、移送应当书面告知", "行政强制法第二十一条、第二十五条、第二十八条"),
}
PAPERS = {
    RECORD: ("没有现场笔录", "行政强制法第十八条第七项"),
    INVENTORY: ("没有清单", "行政强制法第二十四条"),
}


def guards_before_decision(way: Way) -> Finds:
    for place in way.deciding(*DECISION):
        step = way.steps[place]
        for guard, (sentence, citation) in BEFORE_DECISION.items():
            if guard not in step.needs:
                yield step, sentence, citation


def scene_in_order(way: Way) -> Finds:
    """Where it is carried out there are two officers, the record, the list, and both papers are handed over."""
    for place in way.offering(CARRYING_OUT):
        step = way.steps[place]
        if step.officers < 2:
            yield step, "执法人员不得少于两人", "行政强制法第十八条第二项"
        for guard, (sentence, citation) in ON_THE_SCENE.items():
            if guard not in step.needs:
                yield step, sentence, citation
        for purpose, (sentence, citation) in PAPERS.items():
            if purpose not in way.purposes_of(step):
                yield step, sentence, citation
        if not step.recording:
            yield step, "查封、扣押应当全程音像记录", "国办发〔2018〕118号三"


def approved_first(way: Way) -> Finds:
    """What is carried out was decided before, or done on the spot and approved afterwards (行政强制法 §18(1), §19)."""
    for place in way.offering(CARRYING_OUT):
        before = {name for step in way.steps[:place] for name in step.acts}
        if not before & {DECISION[0], AFTERWARDS}:
            yield way.steps[place], "实施前须经机关负责人批准", "行政强制法第十八条第一项"


def urgent_is_approved(way: Way) -> Finds:
    """Where it may be done at once, the way goes on to the approval, within its time (行政强制法 §19)."""
    for place in way.offering(AT_ONCE):
        after = way.steps[place + 1 :]
        decides = [step for step in after if AFTERWARDS in step.acts or DECISION[0] in step.acts]
        if not decides:
            yield way.steps[place], "当场实施的应当在二十四小时内补办批准", "行政强制法第十九条"
        for step in after:
            if AFTERWARDS in step.acts and "coercion.regularised" not in step.needs:
                yield step, "没有补办批准的不能继续", "行政强制法第十九条"


def things_come_to_an_end(way: Way) -> Finds:
    """No way ends past the guards that everything which was taken is settled, and told."""
    if not way.offering(CARRYING_OUT) or FORGONE in way.path.assumed:
        return
    needs = {name for step in way.steps for name in step.needs}
    for guard, (sentence, citation) in BEFORE_THE_END.items():
        if guard not in needs:
            yield way.steps[-1], sentence, citation


PROXY = ("coercion.decide_enforcement", "proxy_decision")
BY_PROXY, AT_ONCE_CLEARED = "coercion.perform_by_proxy", "clearing_notice"
BEFORE_PROXY = {
    "coercion.demanded": ("决定以前必须书面催告", "行政强制法第三十五条、第五十条"),
    "coercion.demand_over": ("催告期满才能决定", "行政强制法第三十七条"),
    "cases.plea_answered": ("陈述申辩必须复核", "行政强制法第三十六条"),
    "coercion.plea_respected": ("陈述申辩成立的应当采纳", "行政强制法第三十六条"),
    "reviews.review_passed": BEFORE_DECISION["reviews.review_passed"],
    "reviews.deliberation_concluded": BEFORE_DECISION["reviews.deliberation_concluded"],
    "cases.two_qualified_officers": BEFORE_DECISION["cases.two_qualified_officers"],
}
BEFORE_THE_DEED = {
    "cases.decision_served": ("代履行前必须送达决定书", "行政强制法第五十一条第一款第一项"),
    "coercion.demanded_again": ("代履行三日前必须再次催告", "行政强制法第五十一条第一款第二项"),
}


def guards_before_proxy(way: Way) -> Finds:
    for place in way.deciding(*PROXY):
        step = way.steps[place]
        for guard, (sentence, citation) in BEFORE_PROXY.items():
            if guard not in step.needs:
                yield step, sentence, citation


def deed_in_order(way: Way) -> Finds:
    """Told, demanded again, supervised by two, filmed, its cost settled (行政强制法 §51)."""
    for place in way.offering(BY_PROXY):
        step, before = way.steps[place], {name for one in way.steps[:place] for name in one.needs}
        for guard, (sentence, citation) in BEFORE_THE_DEED.items():
            if guard not in before:
                yield step, sentence, citation
        yield from _supervised(way, place)


def clearing_in_order(way: Way) -> Finds:
    """The party, once it is known, is told at once; two supervise, it is filmed, its cost settled (行政强制法 §51, §52)."""
    for place in way.making(AT_ONCE_CLEARED):
        step = way.steps[place]
        if "coercion.party_notified" not in step.needs:
            yield step, "立即代履行应当立即告知当事人", "行政强制法第五十二条"
        yield from _supervised(way, place)


def _supervised(way: Way, place: int) -> Finds:
    step, after = way.steps[place], {name for one in way.steps[place:] for name in one.needs}
    if step.officers < 2:
        yield step, "行政机关应当派员到场监督，执法人员不得少于两人", "行政强制法第五十一条第一款第三项"
    if not step.recording:
        yield step, "代履行应当全程音像记录", "国办发〔2018〕118号三"
    if "coercion.costs_settled" not in after:
        yield step, "代履行费用应当按成本结算", "行政强制法第五十一条第二款"


RULES: tuple[Rule, ...] = (
    guards_before_decision,
    scene_in_order,
    approved_first,
    urgent_is_approved,
    things_come_to_an_end,
    guards_before_proxy,
    deed_in_order,
    clearing_in_order,
)
