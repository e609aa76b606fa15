"""Rules on a requisition: in an emergency, what was decided, a receipt, within the term, all back (突发事件应对法 §12, §76)."""

from collections import Counter
from dataclasses import replace
from datetime import date

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening
from tests.lawful.chronicle.lanes import LaneClosed
from tests.lawful.chronicle.takings import (
    Objected,
    ObjectionAnswered,
    RequisitionDecided,
    RequisitionLonger,
    RequisitionRefused,
    TakenThing,
    ThingBack,
    ThingsTaken,
    ThingsUsed,
    UseEnded,
)
from tests.lawful.judge.example import HEAD, LEADER, ONE, at, changed, on, plus, without
from tests.lawful.judge.example_taking import DIGGER, NAMES, NEED, THINGS, taken
from tests.lawful.judge.lanes import beyond, own
from tests.lawful.judge.readings import heads, people
from tests.lawful.judge.rule import Finds, Omission, rule

LAW = "突发事件应对法第十二条"


def things_before(case: Chronicle, row: Happening) -> dict[str, TakenThing]:
    return {one.ref: one for seen in case.before(row, ThingsTaken) for one in seen.things}


def last_day(case: Chronicle, row: Happening) -> date | None:
    """Until when they may be used, as it stood then."""
    decided, longer = case.before(row, RequisitionDecided), case.before(row, RequisitionLonger)
    days = [one.until for one in (*decided, *longer) if one.until]
    return max(days, default=None)


@rule(
    "59.18",
    article=f"{LAW}；突发事件应对法第七十六条",
    says="征用决定以已经作出的应急决定为前提，写明期限",
    kind="requisition_without_need",
    certainty="推论",
)
def decided_without_emergency(case: Chronicle) -> Finds:
    for row in case.all(RequisitionDecided):
        if row.declared_on is None or row.declared_on > row.day:
            yield row, f"应急决定{row.declared_on or '没有'}，{row.day}决定征用"
        elif row.until is None or row.until < row.day:
            yield row, f"征用期限{row.until or '没有写'}"


decided_without_emergency.breach(lambda: taken(declared_on=on(1)))
decided_without_emergency.breach(lambda: taken(declared_on=None))
decided_without_emergency.breach(lambda: changed(taken(until=on(-1)), ThingsUsed, on=on(0)))
decided_without_emergency.lawful(lambda: taken(declared_on=on(-1)))


@rule(
    "59.19",
    article=f"{LAW}；河南省行政执法条例第二十九条",
    says="先决定、送达，后征用；情况紧急先行征用的，随后补办决定，不批准的立即停止使用",
    kind="requisition_not_decided",
    certainty="推论",
)
def taken_undecided(case: Chronicle) -> Finds:
    for row in case.all(ThingsTaken):
        before = own(case.before(row, RequisitionDecided), row.of)
        if not row.is_urgent:
            if not before:
                yield row, "没有征用决定"
            elif before[-1].served_on is None or before[-1].served_on > row.day:
                yield row, "征用决定还没有送达"
            continue
        after = own(case.after(row, RequisitionDecided), row.of)
        if after and after[0].day > row.day:
            yield after[0], Omission(f"{row.day}先行征用，{after[0].day}才补办决定")
        for used in own(case.after(row, ThingsUsed), row.of):
            refused = own(case.before(used, RequisitionRefused), row.of)
            if refused:
                yield used, "没有批准征用，仍在使用"


taken_undecided.breach(lambda: taken(served_on=on(1)))
taken_undecided.breach(lambda: without(taken(), RequisitionDecided))
taken_undecided.lawful(lambda: taken(served_on=on(0)))


@rule(
    "59.20",
    article=f"{LAW}；民法典第二百四十五条",
    says="征用的财物不超出决定的名称和数量，权利人或者见证人在场清点",
    kind="requisition_beyond_decision",
    certainty="推论",
)
def taken_beyond_decision(case: Chronicle) -> Finds:
    for row in case.all(ThingsTaken):
        decided = own(case.all(RequisitionDecided), row.of)
        more = beyond([one.name for one in row.things], decided[0].things) if decided else ()
        if more:
            yield row, f"决定中没有“{more[0]}”"
        if not row.is_witnessed:
            yield row, "清点时没有权利人，也没有见证人"


taken_beyond_decision.breach(lambda: taken(things=NAMES[:2]))
taken_beyond_decision.breach(lambda: taken(things=("挖掘机1台", "抽水泵1台", "沙袋500条")))
taken_beyond_decision.breach(lambda: changed(taken(), ThingsTaken, is_witnessed=False))
taken_beyond_decision.lawful(lambda: taken(things=(*NAMES, "发电机1台")))


@rule(
    "59.21",
    article=f"{LAW}；民法典第二百四十五条",
    says="征用的财物有清单和收据交付权利人",
    kind="requisition_unlisted",
    certainty="推论",
)
def taken_without_receipt(case: Chronicle) -> Finds:
    for row in case.all(ThingsTaken):
        closed = own(case.after(row, LaneClosed), row.of)
        if row.receipt_on is None and closed:
            yield closed[-1], "清单和收据始终没有交付"
        elif row.receipt_on is not None and row.receipt_on > row.day:
            yield row, Omission(f"{row.day}征用，{row.receipt_on}才交付清单和收据")


taken_without_receipt.breach(lambda: changed(taken(), ThingsTaken, receipt_on=None))
taken_without_receipt.breach(lambda: changed(taken(), ThingsTaken, receipt_on=on(2)))
taken_without_receipt.lawful(lambda: changed(taken(), ThingsTaken, receipt_on=on(0)))


@rule(
    "59.22",
    article=LAW,
    says="只在征用期限以内征用、使用，停止使用以后不再使用",
    kind="requisition_used_beyond",
    certainty="推论",
)
def used_beyond(case: Chronicle) -> Finds:
    for row in case.all(ThingsTaken):
        last = last_day(case, row)
        if last is not None and row.day > last:
            yield row, f"征用期限到{last}，才接收"
    for row in case.all(ThingsUsed):
        began = own(case.before(row, ThingsTaken), row.of)
        last = last_day(case, row)
        if not began or row.day < began[0].day:
            yield row, "还没有征用就使用"
        elif last is not None and row.day > last:
            yield row, f"征用期限到{last}"
        elif any(one.day < row.day for one in own(case.all(UseEnded), row.of)):
            yield row, "已经停止使用"


used_beyond.breach(lambda: changed(taken(), ThingsUsed, on=on(-1)))
used_beyond.breach(lambda: plus(taken(), ThingsUsed(at=at(5), on=on(5), by=(ONE,), of=NEED)))
used_beyond.breach(lambda: changed(taken(), UseEnded, on=on(0)))
used_beyond.breach(lambda: taken(until=on(0)))
used_beyond.breach(lambda: without(taken(until=on(-1)), ThingsUsed))
used_beyond.lawful(lambda: taken(until=on(1)))


@rule(
    "59.23",
    article=f"{LAW}；河南省行政执法条例第二十六条",
    says="延长征用在期限届满之前由机关负责人决定，书面告知权利人",
    kind="requisition_extended_wrong",
    certainty="推论",
)
def extended_wrongly(case: Chronicle) -> Finds:
    for row in case.all(RequisitionLonger):
        in_office, last = heads(case, row.day), last_day(case, row)
        if in_office and not people(case, row.by) & in_office:
            yield row, "延长的不是机关负责人"
        if last is not None and row.day > last:
            yield row, f"征用期限已经在{last}届满"
        closed = own(case.after(row, LaneClosed), row.of)
        if closed and row.told_on is None:
            yield row, "没有书面告知权利人"


def _longer(day: int, *, told: int | None = 3, by: str = HEAD) -> Chronicle:
    more = {"until": on(30), "told_on": None if told is None else on(told)}
    return taken(RequisitionLonger(at=at(day), by=(by,), of=NEED, **more), until=on(3))


extended_wrongly.breach(lambda: _longer(4))
extended_wrongly.breach(lambda: _longer(3, told=None))
extended_wrongly.breach(lambda: _longer(3, by=LEADER))
extended_wrongly.lawful(lambda: _longer(3))


@rule(
    "59.24",
    article=f"{LAW}；民法典第二百四十五条",
    says="停止使用以后逐项返还，返还、消耗、灭失相加等于清单的数量，每项一次",
    kind="requisition_not_returned",
    certainty="原文",
)
def given_back_wrongly(case: Chronicle) -> Finds:
    seen: Counter[str] = Counter()
    for row in case.all(ThingBack):
        thing = things_before(case, row).get(row.ref)
        seen[row.ref] += 1
        if thing is None:
            yield row, "清单上没有这一项"
        elif row.returned + row.consumed + row.lost != thing.count:
            yield row, f"{thing.name}：返还{row.returned}、消耗{row.consumed}、灭失{row.lost}"
        elif row.consumed and thing.daily is not None:
            yield row, f"{thing.name}有每日使用价，不是消耗品"
        elif not row.is_vouched:
            yield row, "交给他人，没有证明"
        if seen[row.ref] > 1:
            yield row, "同一项返还了两次"
        ended = case.before(row, UseEnded) or case.before(row, RequisitionRefused)
        if not ended:
            yield row, "还没有停止使用"


def _back(line: str, **counts: object) -> Chronicle:
    case = taken()
    rows = tuple(
        replace(row, **counts) if isinstance(row, ThingBack) and row.ref == line else row for row in case
    )
    return replace(case, happenings=rows)


given_back_wrongly.breach(lambda: without(taken(), UseEnded))
given_back_wrongly.breach(lambda: _back("thing:2", returned=DIGGER.count))
given_back_wrongly.breach(lambda: _back("thing:1", returned=DIGGER.count - 1, consumed=DIGGER.count))
given_back_wrongly.breach(lambda: _back("thing:3", ref="thing:9"))
given_back_wrongly.breach(lambda: _back("thing:1", is_vouched=False))
given_back_wrongly.lawful(lambda: taken())


@rule(
    "59.25",
    article=f"{LAW}；民法典第二百四十五条",
    says="征用程序结束时，没有未返还的财物、未答复的异议",
    kind="requisition_not_returned",
    certainty="推论",
)
def closed_holding(case: Chronicle) -> Finds:
    for row in case.all(LaneClosed):
        if not own(case.before(row, ThingsTaken), row.of):
            continue
        back = {one.ref for one in case.before(row, ThingBack)}
        gone = [one.name for ref, one in things_before(case, row).items() if ref not in back]
        if gone:
            yield row, f"“{gone[0]}”没有返还、清点"
        if len(case.before(row, Objected)) > len(case.before(row, ObjectionAnswered)):
            yield row, "权利人的异议没有答复"


def _kept() -> Chronicle:
    spare = TakenThing("thing:4", "发电机1台", DIGGER.count, DIGGER.worth, DIGGER.daily)
    return changed(taken(things=(*NAMES, spare.name)), ThingsTaken, things=(*THINGS, spare))


def _objected(*, answered: bool) -> Chronicle:
    more = (ObjectionAnswered(at=at(3), by=(HEAD,), of=NEED),) if answered else ()
    return taken(Objected(at=at(2), by=(ONE,), of=NEED), *more)


closed_holding.breach(lambda: _kept())
closed_holding.breach(lambda: _objected(answered=False))
closed_holding.lawful(lambda: _objected(answered=True))


@rule(
    "59.26",
    article=f"{LAW}；河南省行政执法条例第二十六条",
    says="权利人的异议由机关负责人答复",
    kind="requisition_objection",
    certainty="推论",
)
def answered_by_others(case: Chronicle) -> Finds:
    for row in case.all(ObjectionAnswered):
        in_office = heads(case, row.day)
        if in_office and not people(case, row.by) & in_office:
            yield row, "答复的不是机关负责人"


answered_by_others.breach(lambda: changed(_objected(answered=True), ObjectionAnswered, by=(ONE,)))
answered_by_others.lawful(lambda: changed(_objected(answered=True), ObjectionAnswered, by=(HEAD,)))
