"""Rules on where seized things go, how an execution halts, and how a coercion ends (行政强制法 §21, §27, §28, §39–§42, §46, §51)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Decided, Happening, Overturned, Served, Suspected
from tests.lawful.chronicle.lanes import (
    AgreementBroken,
    DutyFulfilled,
    ExecutionAgreed,
    LaneBegun,
    LaneClosed,
    LaneDecided,
    ProxyCounted,
    ProxyPaid,
    ThingsSettled,
)
from tests.lawful.chronicle.other_kinds import Enforced, EnforcementStopped, Seized, Urged
from tests.lawful.judge.example import HEAD, ONE, at, changed, fine, in_order, on, plus, without
from tests.lawful.judge.example_coercion import P, S, carried_out, kept
from tests.lawful.judge.lanes import begun, counted, own
from tests.lawful.judge.readings import heads, months_after, people, served_on
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.seizures import ends_on, kept_of


def _seizure_of(case: Chronicle, row: ThingsSettled | LaneClosed) -> Seized | None:
    return next((seized for seized in case.before(row, Seized) if seized.ref and seized.ref == row.of), None)


def _standing(case: Chronicle, moment: Happening) -> Decided | None:
    """The last decision before the moment that has not fallen."""
    rows = case.before(moment, Decided)
    fallen = rows and any(
        gone in case.before(moment, Overturned) for gone in case.after(rows[-1], Overturned)
    )
    return rows[-1] if rows and not fallen else None


# the procedures that end so
COERCION = frozenset({"measure", "enforcement", "clearing", "demolition"})


@rule(
    "40.4",
    article="行政强制法第十九条、第二十八条第一款",
    says="期限届满、没有批准、不予处罚的，只能解除退还",
    kind="seizure_not_lifted",
    certainty="推论",
)
def not_given_back(case: Chronicle) -> Finds:
    for row in case.all(ThingsSettled):
        seized = _seizure_of(case, row)
        if seized is None or row.way == "returned":
            continue
        decided = _standing(case, row)
        if row.day > ends_on(case, seized, before=row):
            yield row, "期限已经届满，没有退还"
        elif decided is not None and decided.penalty.disposal in {"spare", "unfounded"}:
            yield row, "已经决定不予处罚，没有退还"


def _settled(way: str, *more: Happening, day: int = 20, today: int = 40) -> Chronicle:
    case = kept(*more, ended=day, today=today)
    ends = {
        "returned": "returned",
        "sold": "auctioned",
        "confiscated": "confiscated",
    }
    return changed(case, ThingsSettled, way=ends.get(way, way), lifted_for="")


not_given_back.breach(lambda: _settled("sold", day=35))
not_given_back.lawful(lambda: _settled("sold", day=34))


@rule(
    "41.4",
    article="行政强制法第二十七条；行政处罚法第二十八条、第七十四条",
    says="没收查扣的财物，须有仍然有效的没收该财物的处罚决定",
    kind="seizure_confiscated_wrongly",
    certainty="原文",
)
def confiscated_without_decision(case: Chronicle) -> Finds:
    for row in case.all(ThingsSettled):
        if row.way != "confiscated":
            continue
        decided = _standing(case, row)
        words = decided.penalty.text if decided else ""
        gone = [
            thing
            for thing in row.things
            if counted(thing)[0].partition("(")[0].rstrip("辆台件个") not in words
        ]
        if decided is None or "confiscation" not in decided.penalty.codes or gone:
            yield row, f"没有没收“{(gone or [*row.things, '财物'])[0]}”的决定"


def _confiscated(thing: str) -> Chronicle:
    penalty = fine(900, text=f"没收{thing}", measures=frozenset({"confiscation"}))
    return _settled("confiscated", Decided(at=at(12), by=(HEAD,), penalty=penalty))


confiscated_without_decision.breach(lambda: _confiscated("烤炉一台"))
confiscated_without_decision.breach(lambda: _settled("confiscated"))
confiscated_without_decision.lawful(lambda: _settled("returned"))


@rule(
    "41.5",
    article="行政强制法第二十一条",
    says="财物随案移送，须案件已经移送",
    kind="seizure_not_transferred",
    certainty="原文",
)
def transferred_alone(case: Chronicle) -> Finds:
    for row in case.all(ThingsSettled):
        moved = any(one.stage == "transferred" for one in case.before(row, Suspected))
        if row.way == "transferred" and not moved:
            yield row, "案件没有移送，财物移送了"


transferred_alone.breach(lambda: _settled("transferred"))
transferred_alone.lawful(lambda: _settled("returned"))


@rule(
    "41.6",
    article="行政强制法第四十六条第三款；行政处罚法第七十二条第一款第二项",
    says="拍卖查扣的财物抵缴罚款，须罚款决定已送达、救济期满、经催告仍不履行",
    kind="seizure_set_off_wrongly",
    certainty="原文",
)
def set_off_too_early(case: Chronicle) -> Finds:
    for row in case.all(ThingsSettled):
        if row.way == "set_off" and (why := _why_not_set_off(case, row)):
            yield row, why


def _why_not_set_off(case: Chronicle, row: ThingsSettled) -> str:
    decided = _standing(case, row)
    if decided is None or not decided.penalty.fine:
        return "没有罚款决定"
    served = served_on(case, decided)
    if served is None or row.day <= months_after(served, 6):
        return "起诉的期限还没有届满"
    urged = [one for one in case.before(row, Urged) if not own((one,), row.of)]
    return "" if urged else "没有催告"


set_off_too_early.breach(lambda: _settled("set_off"))
set_off_too_early.breach(lambda: _settled("set_off", Decided(at=at(12), by=(HEAD,), penalty=fine(900))))
set_off_too_early.lawful(lambda: _settled("returned"))


@rule(
    "42.3",
    article="行政强制法第二十七条、第二十八条",
    says="查封扣押程序结束时没有在控的财物",
    kind="closed_wrongly",
    certainty="推论",
)
def seizure_closed_holding(case: Chronicle) -> Finds:
    for row in case.all(LaneClosed):
        seized = _seizure_of(case, row)
        held = kept_of(case, seized, before=row) if seized else ()
        if held:
            yield row, f"“{held[0].name}”还在保管"


seizure_closed_holding.breach(
    lambda: plus(kept(ended=None, today=20), LaneClosed(at=at(10), of=S, kind="settled"))
)
seizure_closed_holding.lawful(lambda: kept(ended=None, today=20))


@rule(
    "42.4",
    article="行政强制法第二十七条、第二十八条、第四十条",
    says="全案结案时没有未终结的强制程序",
    kind="closed_wrongly",
    certainty="推论",
)
def case_closed_over_coercion(case: Chronicle) -> Finds:
    for row in case.all(LaneBegun) if case.closed_by else ():
        if not own(case.all(LaneClosed), row.of):
            yield row, "强制程序没有结束，案件已经结案"


case_closed_over_coercion.breach(lambda: replace(kept(ended=None, today=20), closed_by=on(19)))
case_closed_over_coercion.lawful(lambda: replace(kept(ended=None, today=20), closed_by=None))


@rule(
    "42.5",
    article="行政强制法第三十七条、第四十条、第五十一条",
    says="强制程序按实际发生的情形结束",
    kind="closed_wrongly",
    certainty="推论",
)
def coercion_closed_as_what_it_was_not(case: Chronicle) -> Finds:
    for row in case.all(LaneClosed):
        first = begun(case, row.of)
        if first is None or first.kind not in COERCION:
            continue
        done = own(case.before(row, Enforced), row.of)
        truth = {
            "forgone": not _seizure_of(case, row),
            "settled": bool(_seizure_of(case, row)),
            "executed": bool(done) and not _owed(case, row),
            "unpaid": bool(done),
            "fulfilled": bool(own(case.before(row, DutyFulfilled), row.of)),
            "terminated": any(
                one.way == "ended" for one in own(case.before(row, EnforcementStopped), row.of)
            ),
            "withdrawn": not done,
        }
        if not truth.get(row.kind, True):
            yield row, f"以{row.kind}结束，与发生的不符"


def _owed(case: Chronicle, row: LaneClosed) -> Decimal:
    cost = sum((one.amount for one in own(case.before(row, ProxyCounted), row.of)), Decimal(0))
    return cost - sum((one.amount for one in own(case.before(row, ProxyPaid), row.of)), Decimal(0))


coercion_closed_as_what_it_was_not.breach(lambda: without(carried_out(), ProxyPaid))
coercion_closed_as_what_it_was_not.breach(lambda: changed(kept(), LaneClosed, kind="forgone"))
coercion_closed_as_what_it_was_not.lawful(
    lambda: changed(without(carried_out(), ProxyPaid), LaneClosed, kind="unpaid")
)


@rule(
    "50.7",
    article="行政强制法第三十七条、第五十一条第一款第一项、第二项",
    says="代履行决定送达之后再次催告，满三个工作日才能实施",
    kind="enforcement_substitute",
    certainty="原文",
)
def performed_too_early(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        if row.way != "substitute" or begun(case, row.of) is None:
            continue
        decided = own(case.before(row, LaneDecided), row.of)
        if not decided or not any(one.form == "D59" for one in case.before(row, Served)):
            yield row, "代履行决定没有作出或者没有送达"
            continue
        again = [one for one in own(case.before(row, Urged), row.of) if one in case.after(decided[-1], Urged)]
        if not any(case.days.between(one.day, (row.starts_at or row.at).date()) >= 3 for one in again):
            yield row, "决定以后没有再次催告，或者没有满三个工作日"


def _again(day: int, hour: int) -> Chronicle:
    """The second demand was served at another time."""
    case = carried_out()
    second = case.all(Urged)[-1]
    rest = [row for row in case if row is not second]
    return in_order(case, [*rest, replace(second, at=at(day, hour), on=on(day))])


performed_too_early.breach(lambda: _again(55, 9))
performed_too_early.breach(lambda: _again(60, 9))
performed_too_early.breach(lambda: without(carried_out(), Served))
performed_too_early.lawful(lambda: _again(57, 9))


@rule(
    "50.8",
    article="行政强制法第五十一条第一款第二项",
    says="当事人履行的，停止代履行",
    kind="enforcement_without_debt",
    certainty="原文",
)
def performed_after_fulfilment(case: Chronicle) -> Finds:
    for row in case.all(Enforced):
        done = own(case.before(row, DutyFulfilled), row.of)
        if done:
            yield row, f"当事人已于{done[0].day}履行"


performed_after_fulfilment.breach(lambda: carried_out(DutyFulfilled(at=at(60), on=on(60), by=(ONE,), of=P)))
performed_after_fulfilment.lawful(lambda: carried_out())


@rule(
    "50.9",
    article="行政强制法第五十一条第二款",
    says="代履行费用不超过凭证，收取不超过结算",
    kind="enforcement_cost",
    certainty="原文",
)
def counted_above_vouchers(case: Chronicle) -> Finds:
    for row in case.all(ProxyCounted):
        if row.amount > row.vouched:
            yield row, f"凭证{row.vouched}元，结算{row.amount}元"
        paid = sum((one.amount for one in own(case.after(row, ProxyPaid), row.of)), Decimal(0))
        if paid > row.amount:
            yield row, f"结算{row.amount}元，收取{paid}元"


counted_above_vouchers.breach(lambda: changed(carried_out(), ProxyCounted, vouched=Decimal(2000)))
counted_above_vouchers.breach(lambda: changed(carried_out(), ProxyPaid, amount=Decimal(2300)))
counted_above_vouchers.lawful(lambda: carried_out())


@rule(
    "53.3",
    article="行政强制法第三十九条、第四十条、第四十二条",
    says="中止、终结期间，执行协议履行期间，不得执行",
    kind="enforcement_stopped_wrongly",
    certainty="原文",
)
def executed_while_halted(case: Chronicle) -> Finds:
    for row in (*case.all(LaneDecided), *case.all(Enforced)):
        stops = own(case.before(row, EnforcementStopped), row.of)
        if stops and stops[-1].way in {"suspended", "ended"}:
            yield row, "执行已经中止或者终结"
        agreed = own(case.before(row, ExecutionAgreed), row.of)
        broken = own(case.before(row, AgreementBroken), row.of)
        if len(agreed) > len(broken):
            yield row, "订有执行协议，没有认定为不履行"


def _halted(*ways: str) -> Chronicle:
    stops = (
        EnforcementStopped(
            at=at(57 + day), by=(HEAD,), of=P, way=way, ground="hardship" if way == "suspended" else "gone"
        )
        for day, way in enumerate(ways)
    )
    return carried_out(*stops)


executed_while_halted.breach(lambda: _halted("suspended"))
executed_while_halted.breach(lambda: carried_out(ExecutionAgreed(at=at(57), by=(HEAD,), of=P)))
executed_while_halted.lawful(lambda: _halted("suspended", "resumed"))


@rule(
    "53.4",
    article="行政强制法第三十九条第二款、第四十条第四项",
    says="以中止满三年、决定被撤销终结的，须确已满三年、确已撤销",
    kind="enforcement_stopped_wrongly",
    certainty="原文",
)
def ended_on_what_was_not(case: Chronicle) -> Finds:
    for row in case.all(EnforcementStopped):
        since = [one for one in own(case.before(row, EnforcementStopped), row.of) if one.way == "suspended"]
        if row.ground == "three_years" and not (since and row.day > _years_after(since[-1].day, 3)):
            yield row, "中止没有满三年"
        if row.ground == "overturned" and not case.before(row, Overturned):
            yield row, "决定没有被撤销"


def _years_after(day: date, years: int) -> date:
    return months_after(day, 12 * years)


def _given_up(ground: str) -> Chronicle:
    case = without(carried_out(), Enforced, ProxyCounted, ProxyPaid)
    case = changed(case, LaneClosed, kind="terminated")
    return plus(case, EnforcementStopped(at=at(60), by=(HEAD,), of=P, way="ended", ground=ground))


ended_on_what_was_not.breach(lambda: _given_up("three_years"))
ended_on_what_was_not.breach(lambda: _given_up("overturned"))
ended_on_what_was_not.lawful(lambda: _given_up("object_gone"))


@rule(
    "53.5",
    article="行政强制法第三十九条、第四十条",
    says="中止、恢复、终结执行由机关负责人决定",
    kind="enforcement_stopped_wrongly",
    certainty="推论",
)
def halted_by_others(case: Chronicle) -> Finds:
    for row in case.all(EnforcementStopped):
        in_office = heads(case, row.day)
        if row.of and in_office and not people(case, row.by) & in_office:
            yield row, "决定的不是机关负责人"


halted_by_others.breach(lambda: changed(_given_up("object_gone"), EnforcementStopped, by=(ONE,)))
halted_by_others.lawful(lambda: _given_up("object_gone"))
