"""The floor of levies 行政征收底线: what no local list may relax. Each rule cites its article and is asked of every path."""

from sanzhi.law.floors.common import Finds, Rule, Way

DECISION = ("levy.decide_levy", "levy_decision")
BEFORE_DECISION = {
    "levy.assessed_now": ("没有按公布的标准核定，不得征收", "城市道路管理条例第三十七条"),
    "levy.lowerings_settled": ("减免申请未审批，不得决定", "河南省行政执法条例第二十六条"),
    "cases.notice_given": ("作出决定前必须告知事实、理由、依据和权利", "河南省行政执法条例第二十六条"),
    "cases.plea_period_over": ("作出决定前必须听取陈述申辩", "河南省行政执法条例第二十六条"),
    "cases.plea_answered": ("陈述申辩必须逐份审查", "河南省行政执法条例第二十六条"),
    "reviews.review_passed": ("重大执法决定未经法制审核不得作出", "河南省行政执法条例第二十八条"),
    "reviews.deliberation_concluded": ("重大执法决定须经负责人集体讨论", "河南省行政执法条例第二十八条"),
    "cases.two_qualified_officers": ("执法人员须具备资格且不少于两人", "河南省行政执法条例第二十四条"),
}


def guards_before_decision(way: Way) -> Finds:
    for place in way.deciding(*DECISION):
        step = way.steps[place]
        for guard, (sentence, citation) in BEFORE_DECISION.items():
            if guard not in step.needs:
                yield step, sentence, citation


def told_before_decision(way: Way) -> Finds:
    """The notice is made before, and then the party can speak."""
    for place in way.deciding(*DECISION)[:1]:
        notice, plea = way.making("plea_notice"), way.offering("cases.record_plea")
        if not notice or notice[0] > place:
            yield way.steps[place], "决定之前没有事先告知", "河南省行政执法条例第二十六条"
        elif not plea or not notice[0] <= plea[0] <= place:
            yield way.steps[place], "告知之后、决定之前没有陈述申辩环节", "河南省行政执法条例第二十六条"


def served_and_collected(way: Way) -> Finds:
    """What was decided is served; no way ends with money owed or kept too much."""
    for place in way.deciding(*DECISION)[:1]:
        after = {name for step in way.steps[place + 1 :] for name in step.needs}
        if "cases.decision_served" not in after:
            yield way.steps[place], "决定之后没有送达", "河南省行政执法条例第三十条"
        if "levy.collected" not in after:
            yield way.steps[-1], "没有缴清、没有退还多收款项的不能结案", "城市道路管理条例第三十八条"


def revocation_after_decision(way: Way) -> Finds:
    """A decision that has fallen has a place where what was paid goes back."""
    after = way.procedure.after_overturn
    for place in way.deciding(*DECISION)[:1]:
        if after is None or "levy.nothing_to_give_back" not in after.needs:
            yield way.steps[place], "没有撤销决定以后退还款项的环节", "河南省行政执法条例第三十二条"


RULES: tuple[Rule, ...] = (
    guards_before_decision,
    told_before_decision,
    served_and_collected,
    revocation_after_decision,
)
