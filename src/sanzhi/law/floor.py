"""The floor 底线: what no local list may relax. Each rule cites its article and is asked of every path."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sanzhi.law.procedures import Path, Procedure, paths


@dataclass(frozen=True)
class Breach:
    """`path` are the titles of the steps walked, `step` the title where the statute is undercut."""

    path: tuple[str, ...]
    step: str
    sentence: str
    citation: str


@dataclass(frozen=True)
class Way:
    """A path with its procedure, and where each step stands on it."""

    procedure: Procedure
    path: Path

    def at(self, key: str) -> int | None:
        return self.path.steps.index(key) if key in self.path.steps else None

    def papers_before(self, key: str) -> set[str]:
        """Forms needed by the steps before `key`, and by `key` itself."""
        end = self.path.steps.index(key) + 1
        return {need.form for name in self.path.steps[:end] for need in self.procedure.step(name).documents}

    @property
    def deciding(self) -> tuple[str, ...]:
        """Every step that can issue the decision D41: by its papers or by its acts, whatever it is called."""
        return self._steps_with("D41", "decide_penalty")

    @property
    def decides(self) -> str:
        """The first step that issues the decision, or empty."""
        return next(iter(self.deciding), "")

    @property
    def deciding_on_the_spot(self) -> tuple[str, ...]:
        return self._steps_with("D43", "penalise_on_the_spot")

    @property
    def decides_on_the_spot(self) -> str:
        return next(iter(self.deciding_on_the_spot), "")

    def places_with(self, forms: set[str]) -> list[int]:
        """Where papers of these forms are made, in order."""
        return [place for place, key in enumerate(self.path.steps) if self._forms(key) & forms]

    def _steps_with(self, form: str, act: str) -> tuple[str, ...]:
        steps = self.path.steps
        return tuple(key for key in steps if form in self._forms(key) or act in self.procedure.step(key).acts)

    def _forms(self, key: str) -> set[str]:
        return {need.form for need in self.procedure.step(key).documents}


Rule = Callable[[Way], Iterator[tuple[str, str, str]]]

BEFORE_DECISION = {
    "notice_given": (
        "作出决定前必须告知拟处罚内容、事实、理由、依据和权利",
        "行政处罚法第四十四条、第六十二条",
    ),
    "plea_considered": ("作出决定前必须充分听取并复核陈述申辩", "行政处罚法第四十五条、第六十二条"),
    "hearing_respected": ("当事人要求听证的必须组织听证", "行政处罚法第六十三条至第六十五条"),
    "legal_review_passed": ("重大执法决定未经法制审核或者审核未通过不得作出", "行政处罚法第五十八条"),
    "deliberation_concluded": ("重大执法决定须经负责人集体讨论", "河南省行政执法条例第二十八条"),
    "correction_respected": ("法定须先责令改正的，已改正的不得处罚", "行政处罚法第四条"),
    "within_limitation": ("超过追责时效的不再处罚", "行政处罚法第三十六条"),
    "fine_within_range": ("罚款必须在法定幅度之内", "行政处罚法第四条、第三十四条"),
    "not_aggravated_by_plea": ("不得因陈述申辩加重处罚", "行政处罚法第四十五条"),
    "respondent_punishable": ("不满十四周岁的人不予处罚", "行政处罚法第三十条"),
    "two_qualified_officers": ("执法人员须具备资格且不少于两人", "行政处罚法第四十二条"),
}
ON_THE_SPOT = {
    "within_simplified_limits": (
        "当场处罚限于公民二百元、单位三千元以下罚款或者警告",
        "行政处罚法第五十一条",
    ),
    "rights_told_on_the_spot": ("当场处罚前必须告知并听取陈述申辩", "行政处罚法第四十四条、第四十五条"),
    "two_qualified_officers": BEFORE_DECISION["two_qualified_officers"],
    "fine_within_range": BEFORE_DECISION["fine_within_range"],
    "respondent_punishable": BEFORE_DECISION["respondent_punishable"],
    "within_limitation": BEFORE_DECISION["within_limitation"],
}


def breaches(procedure: Procedure) -> tuple[Breach, ...]:
    """Everything in which the procedure is weaker than the statute; empty means that it keeps the floor."""
    titles = {step.key: step.title for step in procedure.steps}
    found: dict[Breach, None] = {}
    for path in paths(procedure):
        way = Way(procedure, path)
        walked = tuple(titles[key] for key in path.steps)
        for rule in RULES:
            for step, sentence, citation in rule(way):
                found[Breach(walked, titles[step], sentence, citation)] = None
    return tuple(found)


# papers that are made face to face with the party: site, interview, review of the correction, decisions
FACE_TO_FACE = {"D08", "D10", "D25", "D41", "D43"}


def two_officers(way: Way) -> Iterator[tuple[str, str, str]]:
    named = {"investigation", "on_the_spot", *way.deciding, *way.deciding_on_the_spot}
    for key in way.path.steps:
        step = way.procedure.step(key)
        meets = key in named or any(need.form in FACE_TO_FACE for need in step.documents)
        if meets and step.officers < 2:
            yield key, "执法人员不得少于两人", "行政处罚法第四十二条"


def guards_before_decision(way: Way) -> Iterator[tuple[str, str, str]]:
    for key in way.deciding:
        has = set(way.procedure.step(key).needs)
        yield from (
            (key, sentence, citation)
            for guard, (sentence, citation) in BEFORE_DECISION.items()
            if guard not in has
        )


def guards_on_the_spot(way: Way) -> Iterator[tuple[str, str, str]]:
    for key in way.deciding_on_the_spot:
        has = set(way.procedure.step(key).needs)
        yield from (
            (key, sentence, citation)
            for guard, (sentence, citation) in ON_THE_SPOT.items()
            if guard not in has
        )


def order_before_decision(way: Way) -> Iterator[tuple[str, str, str]]:
    key = way.decides
    if not key:
        return
    papers = way.papers_before(key)
    if "D03" not in papers:
        yield key, "决定之前没有立案", "行政处罚法第五十四条"
    if not papers & {"D08", "D10"}:
        yield key, "决定之前没有调查取证笔录", "行政处罚法第五十四条、第五十五条"
    if "D29" not in papers and "D30" not in papers:
        yield key, "决定之前没有事先告知", "行政处罚法第四十四条、第六十二条"
    if way.at("plea") is None:
        yield key, "决定之前没有陈述申辩环节", "行政处罚法第四十五条、第六十二条"
    filing, inquiry = way.places_with({"D03"}), way.places_with({"D08", "D10"})
    if filing and inquiry and inquiry[-1] < filing[0]:  # a check before the filing is lawful, but not instead
        yield way.path.steps[filing[0]], "立案之后没有调查取证", "行政处罚法第五十四条"
    notice, plea = way.places_with({"D29", "D30"}), way.at("plea")
    if notice and plea is not None and plea < notice[0]:
        yield "plea", "陈述申辩在事先告知之前", "行政处罚法第四十四条、第四十五条"
    if "D40" not in papers:
        yield key, "决定没有经机关负责人审批", "行政处罚法第五十七条"


def review_then_deliberation(way: Way) -> Iterator[tuple[str, str, str]]:
    key = way.decides
    if not key:
        return
    review, deliberation, decision = way.at("review"), way.at("deliberation"), way.at(key)
    if review is None:
        if "not_major_decision" not in way.path.assumed:
            yield key, "重大执法决定的路径没有法制审核", "行政处罚法第五十八条；河南省行政执法条例第二十八条"
        return
    assert decision is not None
    if deliberation is None or not review < deliberation < decision:
        yield key, "法制审核之后、决定之前没有负责人集体讨论", "河南省行政执法条例第二十八条"
    if "legal_review_passed" not in way.procedure.step("review").needs:
        yield "review", "审核未通过即可离开审核环节", "行政处罚法第五十八条"


def hearing_before_decision(way: Way) -> Iterator[tuple[str, str, str]]:
    key = way.decides
    if not key:
        return
    plea = way.procedure.step("plea") if way.at("plea") is not None else None
    if plea is not None and not any(edge.when == "hearing_requested" for edge in plea.next):
        yield "plea", "当事人要求听证时没有去往听证的路径", "行政处罚法第六十三条、第六十四条"
    hearing, decision = way.at("hearing"), way.at(key)
    assert decision is not None
    if hearing is None and "hearing_requested" in way.path.assumed:
        yield key, "当事人要求听证的路径没有听证环节", "行政处罚法第六十三条、第六十四条"
    if hearing is not None:
        needs = set(way.procedure.step("hearing").needs)
        if hearing > decision:
            yield "hearing", "听证在决定之后", "行政处罚法第六十五条"
        if "hearing_notified_in_time" not in needs:
            yield "hearing", "没有要求提前七个工作日通知听证", "行政处罚法第六十四条第二项"
        if way.at("review") is None:
            yield "hearing", "经过听证的案件没有法制审核", "行政处罚法第五十八条第一款第二项"


def time_limits(way: Way) -> Iterator[tuple[str, str, str]]:
    if way.decides and way.procedure.step(way.decides).within != "case_decision":
        yield way.decides, "没有九十日的办案期限", "行政处罚法第六十条"
    if way.decides and way.at("service") is None:
        yield way.decides, "决定之后没有送达环节", "行政处罚法第六十一条"
    if way.at("service") is not None and way.procedure.step("service").within != "service":
        yield "service", "送达没有七个工作日的期限", "行政处罚法第六十一条"


def report_after_on_the_spot(way: Way) -> Iterator[tuple[str, str, str]]:
    key = way.decides_on_the_spot
    if key:
        after = way.path.steps[way.path.steps.index(key) :]
        forms = {need.form for name in after for need in way.procedure.step(name).documents}
        if "D44" not in forms:
            yield key, "当场处罚之后没有报所属机关备案", "行政处罚法第五十二条"


RULES: tuple[Rule, ...] = (
    two_officers,
    guards_before_decision,
    guards_on_the_spot,
    order_before_decision,
    review_then_deliberation,
    hearing_before_decision,
    time_limits,
    report_after_on_the_spot,
)
