"""Rules on the head's approval: given, by a head, of what is decided, after all that it must rest on (§57)."""

from datetime import timedelta
from typing import Any

from tests.lawful.chronicle import Chronicle, Penalty, said
from tests.lawful.chronicle.happenings import (
    Answered,
    Approved,
    Discussed,
    Found,
    Gathered,
    Happening,
    Heard,
    Ordered,
    Pleaded,
    Rechecked,
    Reviewed,
    Told,
)
from tests.lawful.judge.example import (
    CHAIR,
    CLERK,
    DEPUTY,
    HEAD,
    LEADER,
    ONE,
    TWO,
    at,
    changed,
    dropped,
    fine,
    on,
    ordinary,
    plus,
    without,
)
from tests.lawful.judge.example_grave import corrected_first, decided_anew, grave, pleaded, reviewed
from tests.lawful.judge.readings import (
    correction_since,
    differs,
    fresh_since,
    heads,
    in_course,
    ordinary_decisions,
    people,
    punished,
)
from tests.lawful.judge.rule import Finds, rule


@rule(
    "20.3",
    article="行政处罚法第五十七条第一款",
    says="决定之前由机关负责人审批调查结果",
    kind="not_approved",
    certainty="原文",
)
def not_approved(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        rows = [row for row in in_course(case, decided, kind=Approved) if row.form == "D40"]
        if not rows and decided.penalty.punishes:
            yield decided, "没有D40处罚决定审批"


not_approved.breach(lambda: changed(ordinary(), Approved, form="D03"))
not_approved.lawful(lambda: plus(ordinary(), Approved(at=at(1), by=(HEAD,), form="D03")))
not_approved.breach(lambda: dropped(decided_anew(), Approved, after=at(40)))
not_approved.breach(lambda: dropped(decided_anew(ground="违反法定程序"), Approved, after=at(40)))
not_approved.lawful(lambda: decided_anew(ground="违反法定程序"))


@rule(
    "20.5",
    article="行政处罚法第五十七条第一款；河南省行政执法条例第二十八条第一款",
    says="审批调查结果的应当是机关负责人",
    kind="not_a_head",
    certainty="原文",
)
def approved_by_others(case: Chronicle) -> Finds:
    for row in case.all(Approved):
        in_office = heads(case, row.day)
        if row.form == "D40" and in_office and not people(case, row.by) & in_office:
            yield row, "批准的不是机关负责人" if row.by else "没有批准人"


for _by in ((LEADER,), (CLERK,), (CHAIR,), (TWO,), ()):
    approved_by_others.breach(lambda by=_by: changed(ordinary(), Approved, by=by))
approved_by_others.lawful(lambda: changed(ordinary(), Approved, by=(DEPUTY,)))
approved_by_others.lawful(lambda: changed(ordinary(), Approved, by=(LEADER, HEAD)))


@rule(
    "20.4",
    article="行政处罚法第五十七条第一款",
    says="批准的与决定的应当是同一个处罚",
    kind="approved_not_decided",
    certainty="推论",
)
def approved_something_else(case: Chronicle) -> Finds:
    for decided in ordinary_decisions(case):
        saw = [row.saw for row in in_course(case, decided, kind=Approved) if row.form == "D40" and row.saw]
        if saw and differs(decided.penalty, saw[-1]):
            yield decided, f"批准{said(saw[-1])}，决定{said(decided.penalty)}"


approved_something_else.breach(lambda: changed(ordinary(), Approved, saw=fine(700)))
approved_something_else.breach(
    lambda: changed(ordinary(), Approved, saw=fine(800, measures=frozenset({"halt"})))
)
approved_something_else.lawful(lambda: changed(ordinary(), Approved, saw=Penalty(is_known=False)))


FIVE = timedelta(minutes=5)
RESTS_ON = (Told, Pleaded, Answered, Heard, Reviewed, Discussed, Gathered, Found)


@rule(
    "19.5",
    article="行政处罚法第四十五条、第五十七条、第五十八条第一款、第六十五条",
    says="告知、申辩、听证、审核、讨论、查明之后才能审批（先责令改正的，责令和复查之后），审批之后又有的，应当重新审批",
    kind="stale_approval",
    certainty="推论",
)
def stale_approval(case: Chronicle) -> Finds:
    for decided in punished(case):
        given = [row for row in in_course(case, decided, kind=Approved) if row.form == "D40"]
        if not given or decided.is_simplified:
            continue
        fresh = (
            *fresh_since(case, given[-1], decided=decided, kinds=RESTS_ON),
            *correction_since(case, given[-1], decided=decided),
        )
        if fresh:
            yield decided, f"审批之后才有{'、'.join(dict.fromkeys(row.word for row in fresh))}"


stale_approval.breach(lambda: changed(ordinary(), Approved, at=at(2, 16)))
stale_approval.breach(lambda: changed(pleaded(), Approved, at=at(3, 12)))
stale_approval.breach(lambda: changed(pleaded(), Approved, at=at(6, 12)))
for _day in (10, 23, 31):
    stale_approval.breach(lambda day=_day: changed(grave(), Approved, at=at(day)))
stale_approval.breach(lambda: plus(ordinary(), Found(at=at(14, 9), by=(ONE,), conduct="设摊")))
stale_approval.breach(lambda: plus(ordinary(), Gathered(at=at(14, 9), by=(ONE,), kind="document")))
stale_approval.lawful(lambda: changed(ordinary(), Approved, at=at(3, 12)))
stale_approval.lawful(lambda: changed(pleaded(), Approved, at=at(7, 12)))
stale_approval.lawful(lambda: changed(grave(), Approved, at=at(36)))
stale_approval.lawful(lambda: changed(reviewed(), Approved, at=at(36)))
stale_approval.lawful(lambda: plus(grave(), Approved(at=at(10), by=(HEAD,), saw=fine(8000))))


def _order(moment: int, **more: Any) -> Ordered:
    return Ordered(at=at(moment, 9) + FIVE, by=(ONE, TWO), content="清理", **more)


def _refusal(moment: int, *, by: timedelta = FIVE) -> Rechecked:
    return Rechecked(at=at(moment, 9) + by, by=(ONE, TWO), is_corrected=False, result="没有清理")


def _corrected_late(*rows: Happening) -> Chronicle:
    """Told on day 10, approved on day 21 at nine, decided at ten."""
    return plus(without(corrected_first(at_once=True), Rechecked, Ordered), *rows)


stale_approval.breach(lambda: plus(without(corrected_first(), Rechecked), _refusal(21)))
stale_approval.breach(lambda: plus(corrected_first(), _refusal(21)))
stale_approval.breach(lambda: _corrected_late(_order(21), _refusal(21, by=2 * FIVE)))
stale_approval.breach(lambda: _corrected_late(_order(21, by_on=on(20)), _refusal(21, by=2 * FIVE)))
stale_approval.lawful(lambda: plus(corrected_first(), _refusal(20)))
stale_approval.lawful(lambda: _corrected_late(_order(2), _order(21), _refusal(2, by=2 * FIVE)))
stale_approval.lawful(lambda: changed(ordinary(), Ordered, at=at(14, 9) + FIVE, by_on=on(16)))
