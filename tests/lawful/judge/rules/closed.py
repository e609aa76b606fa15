"""Rules on closing: everything is done, nothing is still held, nothing follows (§57, §66, 行政强制法 §27)."""

import itertools
from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import (
    Answered,
    Charged,
    Closed,
    Decided,
    Gathered,
    Ordered,
    Overturned,
    Paid,
    Pleaded,
    Postponed,
    PreservationSettled,
    Preserved,
    Proposed,
    Published,
    Rechecked,
    Reviewed,
    Told,
    Waived,
)
from tests.lawful.chronicle.other_kinds import Seized, SeizureEnded, Thing
from tests.lawful.judge.example import (
    CLERK,
    HEAD,
    ONE,
    REVIEWER,
    at,
    changed,
    fine,
    on,
    ordinary,
    plus,
    without,
)
from tests.lawful.judge.example_grave import decided_anew, pleaded, spared
from tests.lawful.judge.lanes import begun
from tests.lawful.judge.readings import fell, in_course, overturned_between, yuan
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.seizures import kept_of
from tests.lawful.judge.who import is_known

PAID_ANEW = Paid(at=at(62), on=on(62), by=(ONE,), amount=Decimal(600), receipt="2026000000002")
CLOSED_ANEW = Closed(at=at(63), by=(HEAD,), kind="performed")
LATE = (Told, Decided, Gathered, Proposed, Reviewed, Waived, Pleaded, Ordered)


def _owed(case: Chronicle, closed: Closed) -> Decimal:
    decisions = case.before(closed, Decided)
    fined = (decisions[-1].penalty.fine if decisions else None) or Decimal(0)
    late = max((row.amount for row in in_course(case, closed, kind=Charged)), default=Decimal(0))
    return fined + late - sum((row.amount for row in case.before(closed, Paid)), Decimal(0))


def _still_stands(case: Chronicle, closed: Closed) -> bool:
    """The last decision was not touched: how much of one is owed that a court changed is not known."""
    decisions = case.before(closed, Decided)
    return bool(decisions) and not overturned_between(case, decisions[-1], second=closed)


@rule(
    "61.4",
    article="行政处罚法第六十六条、第六十七条",
    says="罚款没有缴清的，不是履行完毕",
    kind="closed_wrongly",
    certainty="推论",
)
def closed_unpaid(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        owed = _owed(case, closed)
        if (
            owed > 0
            and _still_stands(case, closed)
            and closed.kind in {"performed", "corrected", "minor", "unfounded"}
        ):
            yield closed, f"尚欠{yuan(owed)}"


def _changed_by_a_court() -> Chronicle:
    """Less is owed by the judgment, and paid."""
    case = changed(without(ordinary(), Published), Paid, amount=Decimal(500))
    return plus(case, Overturned(at=at(17), by_whom="court", ground="变更为罚款500元"))


closed_unpaid.breach(lambda: without(ordinary(), Paid))
closed_unpaid.lawful(lambda: ordinary())
closed_unpaid.lawful(_changed_by_a_court)
closed_unpaid.breach(lambda: decided_anew(CLOSED_ANEW, penalty=fine(600)))
closed_unpaid.lawful(lambda: decided_anew(PAID_ANEW, CLOSED_ANEW, penalty=fine(600)))
closed_unpaid.lawful(lambda: plus(ordinary(), Postponed(at=at(16), by=(ONE,), until=on(60))))


@rule(
    "61.5",
    article="行政处罚法第五十七条第一款",
    says="没有决定的，不能以履行完毕结案",
    kind="closed_wrongly",
    certainty="推论",
)
def closed_undecided(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        if closed.kind == "performed" and not case.before(closed, Decided):
            yield closed, "没有决定，以履行完毕结案"


closed_undecided.breach(lambda: without(ordinary(), Decided))
closed_undecided.lawful(
    lambda: changed(without(ordinary(), Decided, Paid, Published), Closed, kind="transferred")
)


@rule(
    "61.6",
    article="行政处罚法第五十七条第一款",
    says="结案的事由应当与决定一致",
    kind="closed_wrongly",
    certainty="推论",
)
def closed_against_the_decision(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        decisions = case.before(closed, Decided)
        punishes = bool(decisions) and decisions[-1].penalty.punishes and _still_stands(case, closed)
        lenient = {"corrected", "minor", "unfounded", "not_filed"}
        if punishes and closed.kind in lenient:
            yield closed, f"已作出处罚，以{closed.kind}结案"
        if decisions and decisions[-1].penalty.disposal != "punish" and closed.kind == "performed":
            yield closed, "不予处罚，以履行完毕结案"


closed_against_the_decision.breach(lambda: changed(ordinary(), Closed, kind="minor"))
closed_against_the_decision.lawful(lambda: changed(ordinary(), Closed, kind="enforced"))


@rule(
    "61.7",
    article="行政处罚法第五十七条第一款、第三十三条",
    says="以“已改正”结案，须有复查已改正的记录",
    kind="closed_wrongly",
    certainty="推论",
)
def closed_as_corrected(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        checks = case.before(closed, Rechecked)
        if closed.kind == "corrected" and not (checks and checks[-1].is_corrected):
            yield closed, "没有复查已改正的记录"


closed_as_corrected.breach(lambda: changed(spared(), Closed, kind="corrected"))
closed_as_corrected.lawful(
    lambda: plus(
        changed(spared(), Closed, kind="corrected"), Rechecked(at=at(10), by=(ONE,), is_corrected=True)
    )
)


@rule(
    "61.8",
    article="行政处罚法第四十五条第一款",
    says="申辩没有复核的，不得结案",
    kind="closed_wrongly",
    certainty="推论",
)
def closed_with_a_plea(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        pleas = case.before(closed, Pleaded)
        if pleas and not case.after(pleas[-1], Answered):
            yield closed, "申辩还没有复核"


closed_with_a_plea.breach(lambda: without(pleaded(), Answered))
closed_with_a_plea.lawful(lambda: changed(pleaded(), Answered, at=at(13)))


@rule(
    "61.9",
    article="河南省行政执法条例第三十二条",
    says="结案之后不得再有调查、告知、决定",
    kind="acts_after_closing",
    certainty="推论",
)
def acts_after_closing(case: Chronicle) -> Finds:
    is_closed = False
    for row in case:
        if isinstance(row, Closed | Overturned):  # a decision that falls opens the case again
            is_closed = isinstance(row, Closed)
        elif is_closed and isinstance(row, LATE):
            yield row, f"结案之后又有{row.word}"


acts_after_closing.breach(lambda: changed(ordinary(), Closed, at=at(13)))
acts_after_closing.lawful(lambda: changed(ordinary(), Closed, at=at(18, 10)))


@rule(
    "42.1",
    article="行政强制法第二十七条、第二十八条；行政处罚法第五十六条",
    says="结案时不得还有在控的物品",
    kind="closed_wrongly",
    certainty="推论",
)
def closed_holding_things(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        taken = [row for row in case.before(closed, Seized) if not goes_on_beside(case, row)]
        held = sorted({thing.name for row in taken for thing in kept_of(case, row, before=closed)})
        kept = len(case.before(closed, Preserved)) > len(case.before(closed, PreservationSettled))
        if held or kept:
            yield closed, f"还在控：{'、'.join(held) or '登记保存的证据'}"


def goes_on_beside(case: Chronicle, seized: Seized) -> bool:
    """The seizure is a proceeding of its own, which holds the case open until its things are gone (rules 42.3, 42.4)."""
    return begun(case, seized.ref) is not None


def _seized(*, ended: str) -> Chronicle:
    from_site = frozenset({"told", "heard", "minutes", "signed", "listed", "delivered", "called"})
    seized = Seized(
        at=at(2, 16),
        by=(ONE,),
        basis="大气污染防治法第三十条",
        approved_at=at(2),
        things=(Thing("烤炉"),),
        officers=("officer:1", "officer:2"),
        site=from_site,
    )
    done = SeizureEnded(at=at(12), by=(ONE,), things=(Thing("烤炉", ended=ended),))
    return plus(ordinary(fine(800)), seized, done)


for _fate in ("", "丢失"):
    closed_holding_things.breach(lambda fate=_fate: _seized(ended=fate))
closed_holding_things.lawful(lambda: _seized(ended="returned"))


@rule(
    "61.10",
    article="行政处罚法第五十七条；国办发〔2018〕118号",
    says="不得两次结案",
    kind="closed_wrongly",
    certainty="推论",
)
def closed_twice(case: Chronicle) -> Finds:
    for first, second in itertools.pairwise(case.all(Closed)):
        if not overturned_between(case, first, second=second):
            yield second, "已经结案，又结案"


closed_twice.breach(lambda: plus(ordinary(), Closed(at=at(22), kind="performed")))
closed_twice.lawful(
    lambda: plus(
        without(ordinary(), Published),
        Overturned(at=at(21), by=(HEAD,), ground="程序违法"),
        Closed(at=at(22), by=(HEAD,), kind="unfounded"),
    )
)


MAY_CLOSE = ("officer", "squad_leader", "bureau_head")


@rule(
    "61.11",
    article="行政处罚法第五十七条；国办发〔2018〕118号",
    says="结案由承办的人或者负责人办理",
    kind="closed_wrongly",
    certainty="推论",
)
def closed_by_others(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        known = [(key, case.roster.get(key)) for key in closed.by]
        others = [key for key, person in known if person is None or not person.has(*MAY_CLOSE)]
        if is_known(case) and (others or not closed.by):
            yield closed, "结案的人既不承办，也不是负责人"


for _by in ((CLERK,), (REVIEWER,), ("officer:99",), ()):
    closed_by_others.breach(lambda by=_by: changed(ordinary(), Closed, by=by))
closed_by_others.lawful(lambda: changed(ordinary(), Closed, by=(ONE,)))
closed_by_others.lawful(lambda: changed(ordinary(), Closed, by=(HEAD,)))


@rule(
    "61.13",
    article="行政处罚法第七十五条第二款；行政诉讼法第七十条",
    says="决定已被撤销、没有重新作出的，不能以履行完毕结案",
    kind="closed_wrongly",
    certainty="推论",
)
def closed_after_the_fall(case: Chronicle) -> Finds:
    for closed in case.all(Closed):
        decisions = case.before(closed, Decided)
        gone = fell(case, decisions[-1], before=closed) if decisions else None
        if gone and closed.kind in {"performed", "enforced"}:
            yield closed, f"决定已被撤销，以{closed.kind}结案"


def _closed_fallen(kind: str, *, ground: str = "主要证据不足") -> Chronicle:
    case = changed(without(ordinary(), Published), Closed, kind=kind)
    return plus(case, Overturned(at=at(18, 12), by_whom="court", ground=ground))


for _kind in ("performed", "enforced"):
    closed_after_the_fall.breach(lambda kind=_kind: _closed_fallen(kind))
closed_after_the_fall.lawful(lambda: _closed_fallen("unfounded"))
closed_after_the_fall.lawful(lambda: _closed_fallen("performed", ground="确认程序违法"))
closed_after_the_fall.lawful(lambda: decided_anew(PAID_ANEW, CLOSED_ANEW, penalty=fine(600)))
