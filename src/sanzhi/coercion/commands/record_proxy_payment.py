"""Record that the party paid what the proxy cost (行政强制法 §51(2))."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterPayment, enter_payment
from sanzhi.cases.models import Payment, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion.costs import LAW, owed
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.money import yuan
from sanzhi.law.receipts import plain_number


class RecordProxyPayment(OnProceeding):
    amount: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    paid_on: date
    receipt_number: str = Field(min_length=3, max_length=40)


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    return {"amount": owed(proceeding) or None, "paid_on": clock.today()}


CARD = Card(
    captions={"amount": "金额（元）", "paid_on": "缴款日", "receipt_number": "票据号"},
    initial=_begins,
    objects=lambda proceeding: Verdict.when(
        owed(proceeding), "没有尚未缴纳的代履行费用。", citation=LAW, remedy="请先结算费用。"
    ),
)


@act("coercion.record_proxy_payment", title="登记代履行费用缴款", card=CARD)
def record_proxy_payment(actor: Actor, order: RecordProxyPayment, *, on: Proceeding) -> Payment:
    left, number = owed(on), plain_number(order.receipt_number)
    require(
        Verdict.when(
            order.amount <= left,
            f"尚应缴纳{yuan(left)}元，不能多收。",
            citation=LAW,
            remedy="请核对票据金额。",
        ),
        Verdict.when(
            on.decided_on is not None and on.decided_on <= order.paid_on <= clock.today(),
            "缴款日应在决定以后、不晚于今天。",
            citation=LAW,
        ),
        Verdict.when(
            not cases.payments_with(number).exists(),
            f"票据号{number}已经登记过。",
            citation=LAW,
            remedy="请核对票据号。",
        ),
    )
    payment = EnterPayment(
        case=on.case_id,
        proceeding=on.pk,
        amount=order.amount,
        paid_on=order.paid_on,
        receipt_number=number,
        is_on_the_spot=False,
    )
    return enter_payment(actor, payment)
