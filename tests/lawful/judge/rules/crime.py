"""Rules on suspected crime: two officers report, the head answers, the case goes to the police (移送规定 §5–§11)."""

from datetime import timedelta

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Closed, Decided, Suspected
from tests.lawful.judge.example import HEAD, ONE, TWO, at, changed, ordinary, plus, without
from tests.lawful.judge.example_grave import referred
from tests.lawful.judge.readings import heads, people, punished
from tests.lawful.judge.rule import Finds, Omission, rule

ARTICLE = "行政执法机关移送涉嫌犯罪案件的规定第五条"


BY = {"reported": (ONE, TWO), "returned": ("演示公安分局",)}


def suspected(*stages: tuple[str, int, int], **more: object) -> Chronicle:
    """The ordinary case up to its notice, then the stages (stage, day, hour)."""
    case = ordinary()
    early = tuple(row for row in case if row.at < at(5))
    rows = [
        Suspected(at=at(day, hour), by=BY.get(stage, (HEAD,)), stage=stage, **more)  # type: ignore[arg-type]
        for stage, day, hour in stages
    ]
    return plus(
        type(case)(case.case, happenings=early, roster=case.roster, days=case.days, offence=case.offence),
        *rows,
    )


@rule(
    "31.1",
    article=ARTICLE,
    says="专案组由两名以上执法人员组成并书面报告",
    kind="crime_not_referred",
    certainty="原文",
)
def crime_reported_alone(case: Chronicle) -> Finds:
    for row in case.all(Suspected):
        count = len(people(case, row.by))
        if row.stage == "reported" and count < 2:
            yield row, f"报告人{count}名"


crime_reported_alone.breach(lambda: changed(suspected(("reported", 6, 9)), Suspected, by=(ONE,)))
crime_reported_alone.breach(lambda: changed(suspected(("reported", 6, 9)), Suspected, by=(ONE, "苏甲")))
crime_reported_alone.lawful(lambda: suspected(("reported", 6, 9)))


@rule(
    "31.2",
    article=ARTICLE,
    says="正职负责人自接到报告三日内决定是否移送",
    kind="crime_not_referred",
    certainty="原文",
)
def crime_not_answered(case: Chronicle) -> Finds:
    for row in case.all(Suspected):
        if row.stage != "reported":
            continue
        answers = [after for after in case.after(row, Suspected) if after.stage == "answered"]
        ends = row.day + timedelta(days=3)
        if (answers and answers[0].day > ends) or (not answers and case.today and case.today > ends):
            yield row, Omission(f"{row.day}报告，{answers[0].day if answers else '没有'}答复")


crime_not_answered.breach(lambda: suspected(("reported", 6, 9), ("answered", 10, 9), ("transferred", 10, 10)))
crime_not_answered.lawful(lambda: suspected(("reported", 6, 9), ("answered", 9, 9), ("transferred", 9, 10)))


@rule(
    "31.3",
    article=ARTICLE,
    says="批准移送的，二十四小时内向公安机关移送",
    kind="crime_not_referred",
    certainty="原文",
)
def crime_not_transferred(case: Chronicle) -> Finds:
    for row in case.all(Suspected):
        if row.stage != "answered" or not row.approves:
            continue
        moved = [after for after in case.after(row, Suspected) if after.stage == "transferred"]
        ends = row.at + timedelta(hours=24)
        if (moved and moved[0].at > ends) or (not moved and case.today and case.today > ends.date()):
            yield row, Omission("批准后没有在二十四小时内移送")


crime_not_transferred.breach(lambda: suspected(("answered", 8, 9), ("transferred", 9, 10)))
crime_not_transferred.lawful(lambda: suspected(("answered", 8, 9), ("transferred", 9, 9)))


@rule(
    "31.4",
    article="行政处罚法第八条第二款、第三十五条第二款；行政执法机关移送涉嫌犯罪案件的规定第十条、第十一条",
    says="移送之后、收到不予立案等通知之前，不得作出罚款决定",
    kind="fined_after_transfer",
    certainty="推论",
)
def fined_after_transfer(case: Chronicle) -> Finds:
    for decided in punished(case):
        stages = [row.stage for row in case.before(decided, Suspected)]
        if "transferred" in stages and stages[-1] != "returned" and decided.penalty.fine:
            yield decided, "案件在公安机关，又罚款"


def _moved(*stages: str) -> Chronicle:
    rows = [
        Suspected(at=at(11, 9 + n), by=BY.get(stage, (HEAD,)), stage=stage) for n, stage in enumerate(stages)
    ]
    return plus(ordinary(), *rows)


fined_after_transfer.breach(lambda: _moved("reported", "answered", "transferred"))
fined_after_transfer.lawful(lambda: _moved("reported", "answered", "transferred", "returned"))


@rule(
    "31.5",
    article="行政处罚法第二十七条第一款、第五十七条第一款第四项",
    says="认为涉嫌犯罪的，移送司法机关，不得只在案卷里写移送",
    kind="crime_not_referred",
    certainty="推论",
)
def referred_on_paper_only(case: Chronicle) -> Finds:
    for decided in case.all(Decided):
        moved = any(row.stage == "transferred" for row in case.all(Suspected))
        if decided.penalty.disposal == "refer" and not moved and case.all(Closed):
            yield decided, "决定移送，没有移送的记录"


referred_on_paper_only.breach(lambda: without(referred(), Suspected))
referred_on_paper_only.lawful(lambda: changed(referred(), Suspected, at=at(18)))


@rule(
    "31.6",
    article="行政执法机关移送涉嫌犯罪案件的规定第五条、第十一条第一款；行政处罚法第八条第二款",
    says="不得以行政处罚代替移送：移送的报告没有答复、已批准移送的，不得先作出处罚",
    kind="crime_not_referred",
    certainty="推论",
)
def punished_instead(case: Chronicle) -> Finds:
    for decided in punished(case):
        rows = case.before(decided, Suspected)
        if rows and rows[-1].stage == "reported":
            yield decided, "移送的报告还没有答复，却先作出处罚"
        elif rows and rows[-1].stage == "answered" and rows[-1].approves:
            yield decided, "已批准移送，却先作出处罚"


punished_instead.breach(lambda: _moved("reported"))
punished_instead.breach(lambda: _moved("reported", "answered"))
punished_instead.lawful(lambda: _refused(by=HEAD))


def _refused(*, by: str) -> Chronicle:
    """The report is answered: the case is not one for the police."""
    return plus(_moved("reported"), Suspected(at=at(12), by=(by,), stage="answered", approves=False))


@rule(
    "31.7",
    article=ARTICLE,
    says="是否移送由机关正职负责人或者主持工作的负责人决定",
    kind="crime_not_referred",
    certainty="原文",
)
def crime_answered_by_others(case: Chronicle) -> Finds:
    for row in case.all(Suspected):
        in_office = heads(case, row.day)
        if row.stage == "answered" and in_office and not people(case, row.by) & in_office:
            yield row, "答复的不是机关负责人" if row.by else "没有写明是谁答复的"


crime_answered_by_others.breach(lambda: _refused(by=ONE))
crime_answered_by_others.breach(
    lambda: plus(_moved("reported"), Suspected(at=at(12), stage="answered", approves=False))
)
crime_answered_by_others.lawful(lambda: _refused(by=HEAD))


@rule(
    "31.8",
    article="行政执法机关移送涉嫌犯罪案件的规定第八条",
    says="移送的案件由公安机关退回，不由本机关自己写成退回",
    kind="crime_not_referred",
    certainty="推论",
)
def returned_by_ourselves(case: Chronicle) -> Finds:
    for row in case.all(Suspected):
        moved = any(earlier.stage == "transferred" for earlier in case.before(row, Suspected))
        own = [key for key in row.by if case.roster.get(key)]
        if row.stage == "returned" and (own or not row.by):
            yield row, "退回的是本机关的人" if own else "没有写明是谁退回的"
        elif row.stage == "returned" and not moved:
            yield row, "没有移送，却写成退回"


def _returned(by: tuple[str, ...]) -> Chronicle:
    case = _moved("reported", "answered", "transferred")
    return plus(case, Suspected(at=at(12), by=by, stage="returned"))


for _by in ((ONE,), (HEAD,), ()):
    returned_by_ourselves.breach(lambda by=_by: _returned(by))
returned_by_ourselves.breach(lambda: _moved("reported", "returned"))
returned_by_ourselves.lawful(lambda: _returned(("演示公安分局",)))
