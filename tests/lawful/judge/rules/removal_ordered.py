"""Rules on the order to demolish: stopped, reported, sorted, told, heard, ordered with a term (城乡规划法 §64; 平顶山条例 §§24–28)."""

from dataclasses import replace

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.buildings import (
    GovernmentOrdered,
    GovernmentReported,
    RemovalOrdered,
    RemovalTold,
    StopLooked,
    StructureSorted,
)
from tests.lawful.chronicle.happenings import Issued, Reported, Served, Waived
from tests.lawful.chronicle.lanes import LaneClosed, LaneDecided, LanePleaded
from tests.lawful.chronicle.other_kinds import CourtAsked, Enforced
from tests.lawful.judge.example import HEAD, LEADER, at, changed, in_order, on, plus, without
from tests.lawful.judge.example_building import DUTY, THE_ORDER, ordered, torn_down
from tests.lawful.judge.lanes import own
from tests.lawful.judge.rule import Finds, Omission, rule

LOCAL = "平顶山市城乡规划建设管理条例"
STOP_WITHIN = REPORT_WITHIN = 2  # working days, 平顶山条例 §24
SORTS = {"correctable": "25", "removable": "26", "stays": "27", "lawful": "40"}


def _first_stop(case: Chronicle) -> Served | None:
    return next((row for row in case.all(Served) if row.form == "D24"), None)


@rule(
    "52.5",
    article=f"{LOCAL}第二十四条",
    says="责令停止违法行为通知书在发现之日起二个工作日内送达，先责令停止，后决定拆除",
    kind="removal_not_stopped",
    certainty="原文",
)
def not_told_to_stop(case: Chronicle) -> Finds:
    for row in case.all(RemovalOrdered):
        if not any(one.form == "D24" for one in case.before(row, Served)):
            yield row, "没有送达责令停止违法行为通知书"
    found, told = case.first(Reported), _first_stop(case)
    if case.all(RemovalOrdered) and found and told:
        since = found.found_on or found.day
        if told.day > case.days.after(since, STOP_WITHIN):
            yield told, Omission(f"{since}发现，{told.day}才送达")


def _stopped(day: int | None) -> Chronicle:
    case = ordered()
    rows = [row for row in case if not (isinstance(row, Served) and row.form == "D24")]
    told = _first_stop(case)
    return in_order(
        case, [*rows, *([replace(told, at=at(day), on=on(day))] if told and day is not None else [])]
    )


not_told_to_stop.breach(lambda: _stopped(None))
not_told_to_stop.breach(lambda: _stopped(3))
not_told_to_stop.lawful(lambda: _stopped(0))


@rule(
    "52.6",
    article=f"{LOCAL}第二十四条；城乡规划法第六十八条",
    says="不停止建设的，送达通知书以后二个工作日内报告人民政府，取得书面责成",
    kind="removal_not_reported",
    certainty="原文",
)
def defied_unreported(case: Chronicle) -> Finds:
    for row in case.all(RemovalOrdered):
        looked = own(case.before(row, StopLooked), row.of)
        if not looked:
            yield row, "没有复查是否停止"
        elif not looked[-1].has_stopped:
            reported = own(case.before(row, GovernmentReported), row.of)
            if not reported or not own(case.before(row, GovernmentOrdered), row.of):
                yield row, "没有停止施工，没有报告人民政府并取得书面责成"
            elif (told := _first_stop(case)) and reported[0].day > case.days.after(told.day, REPORT_WITHIN):
                yield reported[0], Omission(f"{told.day}送达，{reported[0].day}才报告")


defied_unreported.breach(lambda: without(ordered(), StopLooked))
defied_unreported.breach(lambda: without(ordered(), GovernmentReported))
defied_unreported.breach(lambda: without(ordered(), GovernmentOrdered))
defied_unreported.lawful(lambda: ordered())
defied_unreported.lawful(
    lambda: changed(without(ordered(), GovernmentReported, GovernmentOrdered), StopLooked, has_stopped=True)
)


@rule(
    "52.7",
    article=f"城乡规划法第六十四条；{LOCAL}第二十五条至第二十七条",
    says="只有认定应当拆除的才能限期拆除，认定与所依据的情形一致",
    kind="removal_not_removable",
    certainty="原文",
)
def ordered_what_may_stay(case: Chronicle) -> Finds:
    for one in case.all(StructureSorted):
        if not one.item.startswith(f"{SORTS.get(one.sort, '')}_"):
            yield one, f"第{one.item.replace('_', '条第')}项不是{one.sort}的情形"
    for row in case.all(RemovalOrdered):
        found = own(case.before(row, StructureSorted), row.of)
        if not found:
            yield row, "没有认定"
        elif found[-1].sort != "removable":
            yield row, "认定的不是应当拆除"


ordered_what_may_stay.breach(lambda: changed(ordered(), StructureSorted, sort="correctable", item="25_1"))
ordered_what_may_stay.breach(lambda: changed(ordered(), StructureSorted, item="27_1"))
ordered_what_may_stay.breach(lambda: without(ordered(), StructureSorted))
ordered_what_may_stay.lawful(lambda: changed(ordered(), StructureSorted, item="26_1"))


@rule(
    "52.8",
    article=f"{LOCAL}第二十七条第二款",
    says="认定不能拆除之前，经过鉴定和听证",
    kind="removal_stays_unheard",
    certainty="原文",
)
def stays_unheard(case: Chronicle) -> Finds:
    for row in case.all(StructureSorted):
        if row.sort == "stays" and not (row.is_appraised and row.is_heard):
            yield row, "没有鉴定，或者没有听证"


def _stays(*, is_heard: bool) -> Chronicle:
    case = without(ordered(), RemovalTold, RemovalOrdered, LaneDecided)
    return changed(case, StructureSorted, sort="stays", item="27_2", is_appraised=True, is_heard=is_heard)


stays_unheard.breach(lambda: _stays(is_heard=False))
stays_unheard.lawful(lambda: _stays(is_heard=True))


@rule(
    "52.9",
    article="河南省行政执法条例第二十六条",
    says="限期拆除之前，已经告知所决定的内容，陈述申辩的期限届满或者明确放弃",
    kind="removal_untold",
    certainty="推论",
)
def ordered_untold(case: Chronicle) -> Finds:
    for row in case.all(RemovalOrdered):
        told = [one for one in own(case.before(row, RemovalTold), row.of) if one.duty == row.duty]
        if not told:
            yield row, "没有按所决定的内容告知"
            continue
        spoke = own(case.before(row, LanePleaded), row.of)
        waived = [one for one in case.before(row, Waived) if one.right == "plea"]
        ends = case.days.after(told[-1].day, told[-1].days)
        if row.day <= ends and not waived and not spoke:
            yield row, f"{told[-1].day}告知，期限到{ends}"
        elif row.day <= ends and not waived:
            yield row, f"期限到{ends}，当事人还可以继续陈述申辩"


ordered_untold.breach(lambda: without(ordered(), RemovalTold))
ordered_untold.breach(lambda: changed(ordered(), RemovalTold, duty="于2026年12月1日前自行拆除"))
ordered_untold.breach(lambda: changed(ordered(), RemovalTold, at=at(7), on=on(7)))
ordered_untold.lawful(lambda: changed(ordered(), RemovalTold, duty=DUTY))


@rule(
    "52.10",
    article=f"城乡规划法第六十四条；{LOCAL}第二十八条",
    says="限期拆除的期限在决定、送达之后，留给当事人自行拆除",
    kind="removal_without_term",
    certainty="推论",
)
def ordered_without_term(case: Chronicle) -> Finds:
    for row in case.all(RemovalOrdered):
        if row.due_on is None or row.due_on <= row.day:
            yield row, f"{row.day}决定，期限{row.due_on or '没有写'}"


ordered_without_term.breach(lambda: changed(ordered(), RemovalOrdered, due_on=on(11)))
ordered_without_term.lawful(lambda: changed(ordered(), RemovalOrdered, due_on=on(20)))


@rule(
    "52.11",
    article="城乡规划法第六十八条；行政强制法第四十四条",
    says="限期拆除由政府责成强制拆除，不申请法院执行",
    kind="removal_by_court",
    certainty="记忆",
)
def removal_by_court(case: Chronicle) -> Finds:
    for row in case.all(RemovalOrdered):
        for asked in case.after(row, CourtAsked):
            yield asked, "申请法院执行限期拆除决定"
        for paper in case.after(row, Issued):
            if paper.form == "D66":
                yield paper, "签发了强制执行申请书"


removal_by_court.breach(lambda: plus(ordered(), Issued(at=at(300), by=(HEAD,), form="D66")))
removal_by_court.lawful(lambda: plus(ordered(), Issued(at=at(300), by=(HEAD,), form="D46")))


@rule(
    "52.12",
    article=f"{LOCAL}第二十八条、第三十条；行政强制法第四十条",
    says="以强制拆除结束的，确已拆除",
    kind="closed_wrongly",
    certainty="推论",
)
def removal_closed_standing(case: Chronicle) -> Finds:
    for row in case.all(LaneClosed):
        if row.kind == "removed" and not any(one.way == "demolition" for one in case.before(row, Enforced)):
            yield row, "没有强制拆除的登记"


removal_closed_standing.breach(
    lambda: plus(ordered(), LaneClosed(at=at(300), by=(LEADER,), of=THE_ORDER, kind="removed"))
)
removal_closed_standing.lawful(lambda: torn_down())
removal_closed_standing.lawful(
    lambda: plus(ordered(), LaneClosed(at=at(300), by=(LEADER,), of=THE_ORDER, kind="self_removed"))
)
