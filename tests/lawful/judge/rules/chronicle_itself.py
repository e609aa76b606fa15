"""Rules on the chronicle itself: times that contradict each other, a clock that goes back, rows that are gone."""

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    Decided,
    Filed,
    Happening,
    HearingNotified,
    Issued,
    Paid,
    Reported,
    Served,
    Told,
)
from tests.lawful.judge.example import HEAD, ONE, at, changed, on, ordinary, plus
from tests.lawful.judge.rule import Finds, rule


@rule(
    "63.1",
    article="行政处罚法第四十七条",
    says="账本的时间不得倒退",
    kind="clock_backwards",
    certainty="推论",
)
def clock_backwards(case: Chronicle) -> Finds:
    last: Happening | None = None
    for row in case.happenings:
        if last is not None and row.at < last.at:
            yield row, f"{last.word}在{last.at:%m-%d %H:%M}，其后的{row.word}在{row.at:%m-%d %H:%M}"
        last = row


def _swapped() -> Chronicle:
    case = ordinary()
    rows = list(case.happenings)
    rows[3], rows[4] = rows[4], rows[3]
    return type(case)(case.case, happenings=tuple(rows), roster=case.roster, days=case.days)


clock_backwards.breach(_swapped)
clock_backwards.lawful(lambda: changed(ordinary(), Filed, at=at(0, 11)))


@rule(
    "63.2",
    article="行政处罚法第四十七条、第四十六条第二款",
    says="事情不得在发生之前就登记",
    kind="time_contradicts",
    certainty="推论",
)
def entered_before_it_happened(case: Chronicle) -> Finds:
    for row in case.happenings:
        announced = isinstance(row, Served) and row.method == "public_notice"
        if row.on and row.on > row.at.date() and not announced and not isinstance(row, HearingNotified):
            yield row, f"{row.at.date()}登记{row.on}的{row.word}"


entered_before_it_happened.breach(lambda: changed(ordinary(), Paid, on=on(19)))
entered_before_it_happened.lawful(lambda: changed(ordinary(), Paid, on=on(17)))


@rule(
    "63.3",
    article="行政处罚法第五十九条第一款第六项、第六十条",
    says="决定的日期不得倒签",
    kind="decision_backdated",
    certainty="推论",
)
def decision_backdated(case: Chronicle) -> Finds:
    for row in (*case.all(Decided), *case.all(Filed)):
        if row.on and row.on < row.at.date():
            yield row, f"{row.at.date()}登记，写成{row.on}"


decision_backdated.breach(lambda: changed(ordinary(), Decided, on=on(12)))
decision_backdated.lawful(lambda: changed(ordinary(), Decided, on=on(14)))


@rule(
    "63.4",
    article="行政处罚法第三十六条、第四十条",
    says="发现不得早于行为，行为不得晚于线索",
    kind="time_contradicts",
    certainty="推论",
)
def act_after_the_lead(case: Chronicle) -> Finds:
    for row in case.all(Reported):
        ends = row.found_on or row.day
        if row.happened_on and row.happened_on > max(ends, row.day):
            yield row, f"行为{row.happened_on}，线索{row.day}"
        elif row.found_on and row.found_on > row.at.date():
            yield row, f"发现日{row.found_on}晚于登记"


act_after_the_lead.breach(lambda: changed(ordinary(), Reported, happened_on=on(3)))
act_after_the_lead.lawful(lambda: changed(ordinary(), Reported, happened_on=on(-3), found_on=on(-1)))


@rule(
    "63.5",
    article="行政处罚法第四十七条",
    says="案卷的行、文书、账本应当互相一致，没有被覆盖、缺失",
    kind="paper_differs",
    certainty="推论",
)
def flaws(case: Chronicle) -> Finds:
    for flaw in case.flaws:
        yield None, flaw


flaws.breach(lambda: ordinary(flaws=("D41的数额与登记不同",)))
flaws.lawful(
    lambda: plus(
        ordinary(),
        Issued(at=at(16), by=(HEAD,), form="D48", content={"amount": "800.00"}, row={"amount": "800"}),
    )
)


@rule(
    "63.6",
    article="行政处罚法第四十四条、第四十七条",
    says="告知送达的日期不得早于案件",
    kind="time_contradicts",
    certainty="推论",
)
def told_before_the_case(case: Chronicle) -> Finds:
    first = case.first(Reported)
    start = first.at.date() if first else None
    for row in (*case.all(Told), *case.all(Served), *case.all(Paid), *case.all(HearingNotified)):
        if start and row.day < start:
            yield row, f"{row.word}在{row.day}，案件在{start}"


told_before_the_case.breach(lambda: changed(ordinary(), Told, on=on(-5)))
told_before_the_case.lawful(
    lambda: plus(
        ordinary(), Served(at=at(0, 12), on=on(0), by=(ONE,), form="D23", to="王某", relation="本人")
    )
)


@rule(
    "63.7",
    article="行政处罚法第四十四条、第四十七条",
    says="告知、送达不得倒填到其所依据的事情之前",
    kind="service_backdated",
    certainty="推论",
)
def told_before_the_paper(case: Chronicle) -> Finds:
    for told in case.all(Told):
        papers = [
            row
            for row in case.before(told, Happening)
            if row.ref and row.ref == told.paper and row is not told
        ]
        if papers and told.day < papers[-1].day:
            yield told, f"{papers[-1].day}签发，{told.day}送达"


told_before_the_paper.breach(lambda: changed(ordinary(), Told, on=on(2)))
told_before_the_paper.lawful(lambda: plus(ordinary(), Filed(at=at(1, 10), by=(HEAD,))))
