"""The floor of requisitions 行政征用底线: what no local list may relax. Each rule cites its article."""

from sanzhi.law.floors.common import Finds, Rule, Way

ACT = "突发事件应对法第十二条"
HENAN = "河南省行政执法条例第二十六条"
DECISION = ("requisition.decide_requisition", "requisition_decision")
COMPENSATION = ("requisition.decide_compensation", "compensation_decision")
TAKING = ("requisition.take_over_things", "requisition.requisition_at_once")
REVIEWED = {
    "reviews.review_passed": ("重大执法决定未经法制审核不得作出", "河南省行政执法条例第二十八条"),
    "reviews.deliberation_concluded": ("重大执法决定须经负责人集体讨论", "河南省行政执法条例第二十八条"),
    "cases.two_qualified_officers": ("执法人员须具备资格且不少于两人", "河南省行政执法条例第二十四条"),
}
BEFORE_COMPENSATION = {
    **REVIEWED,
    "requisition.assessed_now": ("没有按清单和返还登记核算，不得决定补偿", ACT),
    "cases.notice_given": ("作出决定前必须告知事实、理由、依据和权利", HENAN),
    "cases.plea_period_over": ("作出决定前必须听取陈述申辩", HENAN),
    "cases.plea_answered": ("陈述申辩必须逐份审查", HENAN),
}
BEFORE_THE_END = {
    "requisition.receipt_handed": ("没有向权利人交付清单和收据", ACT),
    "requisition.all_back": ("使用完毕应当及时返还", ACT),
    "requisition.compensated": ("征用以及毁损、灭失应当给予补偿", ACT),
    "requisition.objections_answered": ("权利人的异议应当答复", HENAN),
}


def guards_before_decision(way: Way) -> Finds:
    yield from _wanted(way, way.deciding(*DECISION), wanted=REVIEWED)


def guards_before_compensation(way: Way) -> Finds:
    yield from _wanted(way, way.deciding(*COMPENSATION), wanted=BEFORE_COMPENSATION)


def _wanted(way: Way, places: list[int], *, wanted: dict[str, tuple[str, str]]) -> Finds:
    for place in places:
        step = way.steps[place]
        for guard, (sentence, citation) in wanted.items():
            if guard not in step.needs:
                yield step, sentence, citation


def things_come_to_an_end(way: Way) -> Finds:
    """No way on which things are taken ends past their return and their compensation."""
    if not way.offering(*TAKING):
        return
    needs = {name for step in way.steps for name in step.needs}
    for guard, (sentence, citation) in BEFORE_THE_END.items():
        if guard not in needs:
            yield way.steps[-1], sentence, citation


def counted_by_two(way: Way) -> Finds:
    """Where things are taken over or given back there are two officers."""
    for place in way.offering("requisition.take_over_things", "requisition.give_thing_back"):
        if way.steps[place].officers < 2 and way.steps[place].next:
            yield way.steps[place], "清点、估价、返还的执法人员不得少于两人", "河南省行政执法条例第二十四条"


def compensation_is_paid(way: Way) -> Finds:
    for place in way.deciding(*COMPENSATION)[:1]:
        after = {name for step in way.steps[place + 1 :] for name in step.needs}
        if not {"cases.decision_served", "requisition.compensation_paid"} <= after:
            yield way.steps[-1], "补偿决定没有送达、付清的不能结束", ACT


RULES: tuple[Rule, ...] = (
    guards_before_decision,
    guards_before_compensation,
    things_come_to_an_end,
    counted_by_two,
    compensation_is_paid,
)
