"""Give back what was paid too much, or for a decision that has fallen; a row of its own, no payment is changed."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Refund
from sanzhi.penalty.owed import outstanding
from sanzhi.penalty.paying import no_correction_waits


class RefundPayment(OnProceeding):
    amount: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    refunded_on: date
    voucher: str = Field(min_length=3, max_length=40)


def _owed_back(proceeding: Proceeding) -> dict[str, Any]:
    return {"amount": max(-outstanding(proceeding), Decimal(0)), "refunded_on": clock.today()}


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        outstanding(proceeding) < 0,
        "没有应当退还当事人的款项。",
        citation="行政处罚法第六十六条、第七十五条第二款",
        remedy="缴款登记有误的，请先申请更正。",
    )


CARD = Card(
    captions={"amount": "金额（元）", "refunded_on": "退还日", "voucher": "退款凭证号"},
    initial=_owed_back,
    objects=_objects,
    at_any_step=True,
    after_closure=True,
)


@act("penalty.refund_payment", title="退还多收的款项", card=CARD)
def refund_payment(actor: Actor, order: RefundPayment, *, on: Proceeding) -> Refund:
    back = -outstanding(on)
    require(
        Verdict.when(
            order.amount <= back, f"应当退还的是{yuan(back)}元。", citation="行政处罚法第七十五条第二款"
        ),
        Verdict.when(
            order.refunded_on <= clock.today(), "退还日不能晚于今天。", citation="行政处罚法第七十五条第二款"
        ),
        no_correction_waits(on),
    )
    refund = Refund(proceeding=on, **order.said())
    refund.save()
    facts = {"amount": str(order.amount), "voucher": order.voucher}
    record(events.PAYMENT_REFUNDED, actor=actor, subject=on.case, facts=facts)
    return refund
