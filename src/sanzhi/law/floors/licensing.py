"""The floor of licensing 行政许可底线: what no local list may relax. Each rule cites its article and is asked of every path."""

from sanzhi.law.floors.common import Finds, Rule, Way

DECISION = ("licensing.decide_licence", "license_decision")
PROPOSED, ENDED = "licensing.propose_licence", "licensing.propose_ending"
EXAMINE = "licensing.examine"
INSTANT = "licensing.instant"

BEFORE_DECISION = {
    "licensing.accepted": ("没有受理并送达书面凭证的不能决定", "行政许可法第三十二条"),
    "licensing.examined": ("需要核实的由两名以上工作人员核查", "行政许可法第三十四条第三款"),
    "licensing.time_told": ("延长、不计入的时间应当书面告知", "行政许可法第四十二条、第四十五条"),
    "licensing.decided_in_time": ("超过办理期限的须有负责人说明原因的记录", "行政许可法第四十二条"),
    "licensing.proposal_lawful": (
        "准予、不予须符合法定条件和期限",
        "行政许可法第三十八条、第五十条、第七十八条",
    ),
    "licensing.notice_given": ("应当先公告、公示的须期满", "行政许可法第四十六条"),
}
OF_EVERY = {
    "licensing.interested_heard": ("应当听取申请人、利害关系人的意见", "行政许可法第三十六条"),
    "licensing.hearing_settled": ("应当告知听证权利、依申请举行听证", "行政许可法第四十六条至第四十八条"),
    "reviews.review_passed": ("重大执法决定未经法制审核不得作出", "河南省行政执法条例第二十八条"),
    "reviews.deliberation_concluded": ("重大执法决定须经负责人集体讨论", "河南省行政执法条例第二十八条"),
}
BEFORE_THE_END = {
    "cases.decision_served": ("决定应当送达", "行政许可法第三十八条、第四十四条"),
    "licensing.delivered": ("许可证件应当颁发、送达", "行政许可法第四十四条"),
}


def _proposes(way: Way, act: str) -> bool:
    return bool(way.offering(act))


def guards_before_decision(way: Way) -> Finds:
    wanted = {**OF_EVERY, **(BEFORE_DECISION if _proposes(way, PROPOSED) else {})}
    for place in way.deciding(*DECISION):
        step = way.steps[place]
        for guard, (sentence, citation) in wanted.items():
            if guard not in step.needs:
                yield step, sentence, citation


def two_examine(way: Way) -> Finds:
    """Where it is examined there are two; no way but the instant one goes past it (行政许可法 §34)."""
    places = way.offering(EXAMINE)
    for place in places:
        if way.steps[place].officers < 2:
            yield way.steps[place], "核查的工作人员不得少于两人", "行政许可法第三十四条第三款"
    if _proposes(way, PROPOSED) and not places and INSTANT not in way.path.assumed:
        yield way.steps[-1], "没有审查核实的环节", "行政许可法第三十四条"


def applicant_can_go(way: Way) -> Finds:
    """Who applied may take it back, and what is missing is told once, before it is accepted (行政许可法 §32)."""
    if not _proposes(way, PROPOSED):
        return
    for act, sentence in (
        ("licensing.tell_corrections", "材料不齐全的应当一次告知补正"),
        ("licensing.accept_application", "符合要求的应当受理"),
        ("licensing.decline_application", "不予受理应当书面作出"),
    ):
        if not way.offering(act):
            yield way.steps[0], sentence, "行政许可法第三十二条"


def comes_to_an_end(way: Way) -> Finds:
    """After a decision everything is served before the way ends (行政许可法 §44)."""
    if not way.deciding(*DECISION):
        return
    needs = {name for step in way.steps for name in step.needs}
    for guard, (sentence, citation) in BEFORE_THE_END.items():
        if guard not in needs:
            yield way.steps[-1], sentence, citation


RULES: tuple[Rule, ...] = (guards_before_decision, two_examine, applicant_can_go, comes_to_an_end)
