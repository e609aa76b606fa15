"""Record that what the decision confiscates was taken: goods into keeping, gains into the treasury (行政处罚法 §74)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.cases.models import Proceeding, RecordKind
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Measure, Term
from sanzhi.law.money import yuan
from sanzhi.law.receipts import plain_number
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.confiscating import LAW, is_money, left_to_take
from sanzhi.penalty.models import Confiscation
from sanzhi.penalty.paying import entered_since, is_receipt, outcome_entered
from sanzhi.penalty.things_back import are_here


class TakeConfiscated(OnProceeding):
    """`amount`: what of the gains was paid; left out, it is all that is left."""

    measure: Measure
    amount: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    taken_on: date
    kept_at: Told = Field(min_length=2, max_length=200)
    voucher: str = Field(min_length=3, max_length=40)


def _left(proceeding: Proceeding) -> list[tuple[str, str]]:
    return [(row.measure.value, row.text) for row in left_to_take(proceeding)]


def _begun(proceeding: Proceeding) -> dict[str, Any]:
    first = next(iter(left_to_take(proceeding)), None)
    return {"measure": first.measure if first else None, "taken_on": clock.today()}


CARD = Card(
    captions={
        "measure": "没收的财物、款项",
        "amount": "收取的违法所得（元）",
        "taken_on": "收取日",
        "kept_at": "保管或者缴库处所",
        "voucher": "专用票据号",
    },
    helps={"amount": "可以分次收取，每次凭一张专用票据登记；不填写的，是尚未收取的全部。没收物品的不填写。"},
    choices={"measure": _left},
    initial=_begun,
    objects=lambda proceeding: (
        Verdict.when(
            _left(proceeding), "没有尚未执行的没收。", citation=LAW, remedy="请查看已经登记的没收记录。"
        )
        & outcome_entered(proceeding)
    ),
    after_closure=True,
)


@act("penalty.take_confiscated", title="登记没收的执行", card=CARD)
def take_confiscated(actor: Actor, order: TakeConfiscated, *, on: Proceeding) -> Confiscation:
    """After the closure too: what was given up may turn up with the heirs or with a third person."""
    term = next((row for row in left_to_take(on) if row.measure == order.measure), None)
    number = plain_number(order.voucher)
    require(
        Verdict.when(
            term, "决定没有这一项没收，或者已经登记过。", citation=LAW, remedy="请从尚未执行的没收中选择。"
        ),
        _is_in_time(on, order.taken_on),
        _is_left(term, order.amount) if term else Verdict.yes(),
        is_receipt(number),
        are_here(on, [term] if term else []),
    )
    assert term is not None
    term = replace(term, amount=order.amount or term.amount)
    taken = Confiscation(
        proceeding=on,
        measure=term.measure.value,
        what=term.text[:300],
        amount=term.amount,
        taken_on=order.taken_on,
        kept_at=order.kept_at,
        voucher=number,
    )
    taken.save()
    facts = {"what": taken.what, "voucher": number}
    record(events.CONFISCATION_CARRIED_OUT, actor=actor, subject=on.case, facts=facts)
    return taken


def _is_in_time(on: Proceeding, taken_on: date) -> Verdict:
    served_on = decision_served_on(on)
    first = max([entered_since(on, RecordKind.TAKING), *([served_on] if served_on else [])])
    return Verdict.when(
        served_on is not None and first <= taken_on <= clock.today(),
        f"收取日应在{chinese_date(first)}以后、不晚于今天：决定送达以后才能执行，收取应当及时登记。",
        citation=LAW,
        remedy="请按专用票据填写。",
    )


def _is_left(term: Term, amount: Decimal | None) -> Verdict:
    """Gains may be paid in parts, and no more than is left; a thing is taken as it is."""
    left = term.amount or Decimal(0)
    return Verdict.when(
        amount is None or is_money(term),
        f"“{term.text}”不是按数额收取的。",
        citation=LAW,
        remedy="请不填写收取的数额；没收的物品整件收取。",
    ) & Verdict.when(
        amount is None or not is_money(term) or amount <= left,
        f"违法所得尚有{yuan(left)}元未收取，收取的数额不能超过。",
        citation=LAW,
        remedy="请按专用票据填写；属于罚款的，登记缴款。",
    )
