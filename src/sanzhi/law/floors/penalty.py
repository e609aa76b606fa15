"""The floor of penalties 行政处罚底线: what no local list may relax. Each rule cites its article and is asked of every path."""

from sanzhi.law.floors.common import Finds, Rule, Way

DECISION = ("penalty.decide_penalty", "decision")
SPOT_DECISION = ("penalty.penalise_on_the_spot", "decision_on_the_spot")

BEFORE_DECISION = {
    "penalty.notice_given": (
        "作出决定前必须告知拟处罚内容、事实、理由、依据和权利",
        "行政处罚法第四十四条、第六十二条",
    ),
    "penalty.plea_considered": ("作出决定前必须充分听取并复核陈述申辩", "行政处罚法第四十五条、第六十二条"),
    "penalty.hearing_respected": ("当事人要求听证的必须组织听证", "行政处罚法第六十三条至第六十五条"),
    "reviews.review_passed": ("重大执法决定未经法制审核或者审核未通过不得作出", "行政处罚法第五十八条"),
    "reviews.deliberation_concluded": ("重大执法决定须经负责人集体讨论", "河南省行政执法条例第二十八条"),
    "penalty.correction_respected": ("法定须先责令改正的，已改正的不得处罚", "行政处罚法第四条"),
    "penalty.within_limitation": ("超过追责时效的不再处罚", "行政处罚法第三十六条"),
    "penalty.fine_within_range": ("罚款必须在法定幅度之内", "行政处罚法第四条、第三十四条"),
    "penalty.gains_shared": ("查明的违法所得必须全部没收", "行政处罚法第二十八条第二款"),
    "penalty.not_aggravated_by_plea": ("不得因陈述申辩加重处罚", "行政处罚法第四十五条"),
    "penalty.respondent_punishable": ("不满十四周岁的人不予处罚", "行政处罚法第三十条"),
    "penalty.referral_settled": ("移送期间不得处罚", "行政处罚法第二十七条"),
    "cases.two_qualified_officers": ("执法人员须具备资格且不少于两人", "行政处罚法第四十二条"),
    "cases.decided_in_time": ("超过办案期限的须有负责人说明原因的记录", "行政处罚法第六十条"),
}
ON_THE_SPOT = {
    "penalty.within_simplified_limits": (
        "当场处罚限于公民二百元、单位三千元以下罚款或者警告",
        "行政处罚法第五十一条",
    ),
    "penalty.rights_told_on_the_spot": (
        "当场处罚前必须告知并听取陈述申辩",
        "行政处罚法第四十四条、第四十五条",
    ),
    "cases.two_qualified_officers": BEFORE_DECISION["cases.two_qualified_officers"],
    "penalty.fine_within_range": BEFORE_DECISION["penalty.fine_within_range"],
    "penalty.respondent_punishable": BEFORE_DECISION["penalty.respondent_punishable"],
    "penalty.within_limitation": BEFORE_DECISION["penalty.within_limitation"],
    "penalty.referral_settled": BEFORE_DECISION["penalty.referral_settled"],
}

# papers that are made face to face with the party: site, interview, review of the correction, decisions
FACE_TO_FACE = {"inquiry", "correction_review", "decision", "decision_on_the_spot"}
NOTICES = ("plea_notice", "hearing_notice")
HEARING_PAPERS = {
    "hearing_summons": ("没有书面通知当事人听证", "行政处罚法第六十四条第二项"),
    "hearing_minutes": ("听证没有笔录", "行政处罚法第六十四条第八项"),
}


def two_officers(way: Way) -> Finds:
    for step in way.steps:
        decides = set(step.acts) & {DECISION[0], SPOT_DECISION[0]}
        if (decides or way.purposes_of(step) & FACE_TO_FACE) and step.officers < 2:
            yield step, "执法人员不得少于两人", "行政处罚法第四十二条"


def guards_before_decision(way: Way) -> Finds:
    yield from _guards(way, way.deciding(*DECISION), wanted=BEFORE_DECISION)


def guards_on_the_spot(way: Way) -> Finds:
    yield from _guards(way, way.deciding(*SPOT_DECISION), wanted=ON_THE_SPOT)


def _guards(way: Way, places: list[int], *, wanted: dict[str, tuple[str, str]]) -> Finds:
    for place in places:
        step = way.steps[place]
        for guard, (sentence, citation) in wanted.items():
            if guard not in step.needs:
                yield step, sentence, citation


def order_before_decision(way: Way) -> Finds:
    places = way.deciding(*DECISION)
    if not places:
        return
    decision = way.steps[places[0]]
    before = set().union(*(way.purposes_of(step) for step in way.steps[: places[0] + 1]))
    if "filing" not in before:
        yield decision, "决定之前没有立案", "行政处罚法第五十四条"
    if "inquiry" not in before:
        yield decision, "决定之前没有调查取证笔录", "行政处罚法第五十四条、第五十五条"
    if not before & set(NOTICES):
        yield decision, "决定之前没有事先告知", "行政处罚法第四十四条、第六十二条"
    if "approval" not in before:
        yield decision, "决定没有经机关负责人审批", "行政处罚法第五十七条"
    filing, inquiry = way.making("filing"), way.making("inquiry")
    if filing and inquiry and inquiry[-1] < filing[0]:  # a check before the filing is lawful, but not instead
        yield way.steps[filing[0]], "立案之后没有调查取证", "行政处罚法第五十四条"
    notice, plea = way.making(*NOTICES), way.offering("cases.record_plea")
    if not plea:
        yield decision, "决定之前没有陈述申辩环节", "行政处罚法第四十五条、第六十二条"
    elif notice and plea[0] < notice[0]:
        yield way.steps[plea[0]], "陈述申辩在事先告知之前", "行政处罚法第四十四条、第四十五条"


def review_then_deliberation(way: Way) -> Finds:
    decided = way.deciding(*DECISION)
    if not decided:
        return
    decision = way.steps[decided[0]]
    review, talk = way.offering("reviews.submit_for_review"), way.offering("reviews.record_deliberation")
    if not review:
        if "reviews.not_owed" not in way.path.assumed:
            yield (
                decision,
                "重大执法决定的路径没有法制审核",
                "行政处罚法第五十八条；河南省行政执法条例第二十八条",
            )
        return
    if not talk or not review[0] < talk[0] < decided[0]:
        yield decision, "法制审核之后、决定之前没有负责人集体讨论", "河南省行政执法条例第二十八条"
    if "reviews.review_passed" not in way.steps[review[0]].needs:
        yield way.steps[review[0]], "审核未通过即可离开审核环节", "行政处罚法第五十八条"


def hearing_before_decision(way: Way) -> Finds:
    decided = way.deciding(*DECISION)
    if not decided:
        return
    plea, hearing = way.offering("cases.record_plea"), way.offering("cases.conclude_hearing")
    asked = "cases.hearing_requested"
    for place in plea[:1]:
        if not any(edge.when == asked for edge in way.steps[place].next):
            yield way.steps[place], "当事人要求听证时没有去往听证的路径", "行政处罚法第六十三条、第六十四条"
    if not hearing:
        if asked in way.path.assumed:
            sentence = "当事人要求听证的路径没有听证环节"
            yield way.steps[decided[0]], sentence, "行政处罚法第六十三条、第六十四条"
        return
    step = way.steps[hearing[0]]
    if hearing[0] > decided[0]:
        yield step, "听证在决定之后", "行政处罚法第六十五条"
    if not set(step.needs) & {"cases.hearing_notified_in_time", "penalty.hearing_respected"}:
        yield step, "没有要求提前七个工作日通知听证", "行政处罚法第六十四条第二项"
    for purpose, (sentence, citation) in HEARING_PAPERS.items():
        if purpose not in way.purposes_of(step):
            yield step, sentence, citation
    if not way.offering("reviews.submit_for_review"):
        yield step, "经过听证的案件没有法制审核", "行政处罚法第五十八条第一款第二项"


def time_limits(way: Way) -> Finds:
    decided = way.deciding(*DECISION)
    if not decided:
        return
    decision = way.steps[decided[0]]
    if decision.within != "case_decision":
        yield decision, "没有九十日的办案期限", "行政处罚法第六十条"
    service = [step for step in way.steps[decided[0] + 1 :] if "cases.decision_served" in step.needs]
    if not service:
        yield decision, "决定之后没有送达环节", "行政处罚法第六十一条"
    elif service[0].within != "service":
        yield service[0], "送达没有七个工作日的期限", "行政处罚法第六十一条"


def report_after_on_the_spot(way: Way) -> Finds:
    for place in way.deciding(*SPOT_DECISION)[:1]:
        after = set().union(*(way.purposes_of(step) for step in way.steps[place:]))
        if "spot_report" not in after:
            yield way.steps[place], "当场处罚之后没有报所属机关备案", "行政处罚法第五十二条"


def revocation_after_decision(way: Way) -> Finds:
    """A decision that has fallen leaves its way: there must be a place where it goes, with its paper."""
    after = way.procedure.after_overturn
    if after is None or "overturn" not in after.issues or "cases.close_case" not in after.acts:
        for place in [*way.deciding(*DECISION), *way.deciding(*SPOT_DECISION)][:1]:
            sentence = "没有撤销、变更决定的环节和决定书"
            yield way.steps[place], sentence, "行政处罚法第七十五条第二款；河南省行政执法条例第三十二条"


RULES: tuple[Rule, ...] = (
    two_officers,
    guards_before_decision,
    guards_on_the_spot,
    order_before_decision,
    review_then_deliberation,
    hearing_before_decision,
    time_limits,
    report_after_on_the_spot,
    revocation_after_decision,
)
