"""Rules on what is paid for what was requisitioned: counted anew, told, decided, paid in full (突发事件应对法 §12)."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening, Waived
from tests.lawful.chronicle.lanes import LaneClosed
from tests.lawful.chronicle.takings import (
    CompensationDecided,
    CompensationPaid,
    CompensationTold,
    DamageValued,
    ThingBack,
    ThingsTaken,
)
from tests.lawful.judge.example import ONE, at, changed, on, plus, without
from tests.lawful.judge.example_taking import DUE, NEED, PAYING, taken
from tests.lawful.judge.lanes import own
from tests.lawful.judge.rule import Finds, Omission, rule
from tests.lawful.judge.rules.takings import things_before

LAW = "突发事件应对法第十二条；民法典第二百四十五条"
FEN, NOTHING = Decimal("0.01"), Decimal(0)


def due(case: Chronicle, row: Happening) -> Decimal | None:
    """Each day from the taking to the return, both counted; what was used up; what a damage or loss was valued at."""
    taken_on = next((one.day for one in case.before(row, ThingsTaken)), None)
    back = {one.ref: one for one in case.before(row, ThingBack)}
    valued = {one.ref: one for one in case.before(row, DamageValued)}
    whole = NOTHING
    for ref, thing in things_before(case, row).items():
        seen = back.get(ref)
        if seen is None or taken_on is None:
            return None
        if thing.daily is not None:
            whole += _fen(thing.daily * ((seen.day - taken_on).days + 1))
        if seen.consumed and thing.count:
            whole += _fen(_fen(thing.worth / thing.count) * seen.consumed)
        if seen.is_damaged or seen.lost:
            if ref not in valued:
                return None
            whole += _fen(valued[ref].worth - valued[ref].remaining)
    return whole


def _fen(amount: Decimal) -> Decimal:
    return amount.quantize(FEN, ROUND_HALF_UP)


@rule(
    "59.27",
    article=LAW,
    says="补偿等于使用日数、消耗、毁损灭失逐项核算之和，全部返还、估价以后才决定",
    kind="compensation_wrong_sum",
    certainty="推论",
)
def compensated_wrongly(case: Chronicle) -> Finds:
    for row in case.all(CompensationDecided):
        right = due(case, row)
        if right is None:
            yield row, "还有财物没有返还，或者毁损、灭失没有估价"
        elif row.amount != right:
            yield row, f"应为{right}元，决定{row.amount}元"


compensated_wrongly.breach(lambda: taken(amount=DUE - 1))
compensated_wrongly.breach(lambda: without(taken(), DamageValued))
compensated_wrongly.lawful(lambda: taken(amount=DUE))


@rule(
    "59.28",
    article="河南省行政执法条例第二十六条；突发事件应对法第十二条",
    says="补偿决定之前已经告知所决定的数额，陈述申辩的期限届满或者明确放弃",
    kind="compensation_untold",
    certainty="推论",
)
def compensated_untold(case: Chronicle) -> Finds:
    for row in case.all(CompensationDecided):
        told = [one for one in own(case.before(row, CompensationTold), row.of) if one.text == row.text]
        waived = [one for one in case.before(row, Waived) if one.right == "plea"]
        if not told:
            yield row, "没有按所决定的数额告知"
        elif not waived and row.day <= case.days.after(told[-1].day, told[-1].days):
            yield row, f"{told[-1].day}告知，陈述申辩的期限没有届满"


compensated_untold.breach(lambda: without(taken(), CompensationTold))
compensated_untold.breach(lambda: changed(taken(), CompensationTold, text="补偿1元"))
compensated_untold.breach(lambda: changed(taken(), CompensationTold, at=at(9), on=on(9)))
compensated_untold.lawful(lambda: changed(taken(), CompensationTold, at=at(6, 13), on=on(6)))


@rule(
    "59.29",
    article=LAW,
    says="补偿付清才结束，不多付，凭证不重复，不是付给权利人的有证明",
    kind="compensation_paid_wrong",
    certainty="推论",
)
def paid_wrongly(case: Chronicle) -> Finds:
    numbers = Counter(one.voucher for one in case.all(CompensationPaid) if one.voucher)
    for row in case.all(CompensationPaid):
        decided = own(case.before(row, CompensationDecided), row.of)
        before = own(case.before(row, CompensationPaid), row.of)
        paid = sum((one.amount for one in before), NOTHING) + row.amount
        if not decided or row.day < decided[-1].day:
            yield row, "没有补偿决定就支付"
        elif paid > decided[-1].amount:
            yield row, f"决定补偿{decided[-1].amount}元，付了{paid}元"
        if not row.is_vouched:
            yield row, "付给他人，没有证明"
        if numbers[row.voucher] > 1:
            yield row, f"凭证{row.voucher}用了{numbers[row.voucher]}次"
    for closed in case.all(LaneClosed):
        owed = sum((one.amount for one in own(case.before(closed, CompensationDecided), closed.of)), NOTHING)
        paid = sum((one.amount for one in own(case.before(closed, CompensationPaid), closed.of)), NOTHING)
        if closed.kind == "compensated" and (paid < owed or not owed):
            yield closed, f"决定补偿{owed}元，只付了{paid}元"


def _paid(**changes: object) -> Chronicle:
    return changed(taken(), CompensationPaid, **changes)


paid_wrongly.breach(lambda: _paid(amount=DUE - 1))
paid_wrongly.breach(lambda: _paid(amount=DUE + 1))
paid_wrongly.breach(lambda: _paid(on=on(13)))
paid_wrongly.breach(lambda: _paid(is_vouched=False))
paid_wrongly.lawful(lambda: _paid(on=on(14)))


@rule(
    "59.30",
    article=LAW,
    says="补偿在决定书送达以后的期限内支付",
    kind="compensation_late",
    certainty="记忆",
)
def paid_late(case: Chronicle) -> Finds:
    for row in case.all(CompensationPaid):
        decided = own(case.before(row, CompensationDecided), row.of)
        served = decided[-1].served_on if decided else None
        if served is None and decided:
            yield row, "补偿决定没有送达就支付"
        elif served and row.day > served + timedelta(days=decided[-1].pays_within):
            yield row, Omission(f"{served}送达，{row.day}才支付")


paid_late.breach(lambda: changed(taken(), CompensationDecided, served_on=None))
paid_late.breach(lambda: changed(taken(), CompensationDecided, pays_within=2))
paid_late.lawful(lambda: changed(taken(), CompensationDecided, pays_within=5))


@rule(
    "59.31",
    article=LAW,
    says="征用过财物的，补偿付清以后才以返还、补偿完毕结束",
    kind="requisition_uncompensated",
    certainty="原文",
)
def closed_uncompensated(case: Chronicle) -> Finds:
    for row in case.all(LaneClosed):
        took = own(case.before(row, ThingsTaken), row.of)
        if row.kind in {"settled", "refused"} and took:
            done = [one for one in case.before(row, LaneClosed) if one.kind == "compensated"]
            if not done:
                yield row, "没有补偿"
        if row.kind in {"not_taken", "not_needed"} and took:
            yield row, "已经征用过财物"


def _closed(kind: str) -> Chronicle:
    case = taken()
    rows = [
        replace(row, kind=kind) if isinstance(row, LaneClosed) and row.of == NEED else row for row in case
    ]
    return replace(case, happenings=tuple(rows))


def _unpaid() -> Chronicle:
    case = taken()
    rows = [row for row in case if getattr(row, "of", "") != PAYING]
    return replace(case, happenings=tuple(rows))


closed_uncompensated.breach(lambda: _unpaid())
closed_uncompensated.breach(lambda: _closed("not_needed"))
closed_uncompensated.lawful(lambda: _closed("settled"))


@rule(
    "59.32",
    article=LAW,
    says="毁损、灭失按证据估价，不同于清单的写明理由和权利人的意见，残值不高于估价",
    kind="compensation_wrong_sum",
    certainty="推论",
)
def valued_wrongly(case: Chronicle) -> Finds:
    for row in case.all(DamageValued):
        back = [one for one in case.before(row, ThingBack) if one.ref == row.ref]
        if not back or not (back[-1].is_damaged or back[-1].lost):
            yield row, "没有毁损、灭失的登记"
        elif row.remaining > row.worth:
            yield row, f"残值{row.remaining}元，估价{row.worth}元"
        elif not row.is_explained and not _fits(case, row, back=back[-1]):
            yield row, f"{row.worth - row.remaining}元，与清单的估价不同，没有说明"


def _fits(case: Chronicle, row: DamageValued, *, back: ThingBack) -> bool:
    """What is lost is worth what it was worth; what is damaged loses no more than that."""
    thing = things_before(case, row).get(row.ref)
    if thing is None:
        return False
    least = _fen(thing.worth * back.lost / thing.count)
    hurt = back.lost + back.returned if back.is_damaged else back.lost
    return least <= row.worth - row.remaining <= _fen(thing.worth * hurt / thing.count)


valued_wrongly.breach(lambda: changed(taken(), DamageValued, ref="thing:1"))
valued_wrongly.breach(lambda: changed(taken(), DamageValued, remaining=Decimal(1801)))
valued_wrongly.breach(lambda: changed(taken(), DamageValued, worth=Decimal(16001)))
valued_wrongly.lawful(lambda: changed(taken(), DamageValued, worth=Decimal(16001), remaining=Decimal(14201)))
valued_wrongly.lawful(
    lambda: plus(taken(), DamageValued(at=at(6, 9), by=(ONE,), of=NEED, ref="thing:2", worth=Decimal(1)))
)
