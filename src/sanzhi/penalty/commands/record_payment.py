"""Record a payment by its receipt; cash on the street only where the law allows it (行政处罚法 §67–§70)."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterPayment, enter_payment
from sanzhi.cases.models import Payment, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.money import yuan
from sanzhi.penalty.rules import on_the_spot_collection, outstanding


class RecordPayment(OnProceeding):
    amount: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    paid_on: date
    receipt_number: str = Field(min_length=3, max_length=40)
    is_on_the_spot: bool = False


def _today(proceeding: Proceeding) -> dict[str, Any]:
    return {"paid_on": clock.today()}


RECEIPT_DIGITS = 6  # fewer can be no number of a printed receipt


CARD = Card(
    captions={
        "amount": "金额（元）",
        "paid_on": "缴款日",
        "receipt_number": "票据号",
        "is_on_the_spot": "当场收缴",
    },
    helps={"is_on_the_spot": "仅限当场作出的100元以下罚款。"},
    initial=_today,
)


@act("penalty.record_payment", title="登记缴款", card=CARD)
def record_payment(actor: Actor, order: RecordPayment, *, on: Proceeding) -> Payment:
    decision = getattr(on, "decision", None)
    owed = outstanding(on)
    require(
        Verdict.when(
            decision and decision.weight.fine,
            "本案没有罚款决定，不能登记缴款。",
            citation="行政处罚法第六十七条",
        ),
        Verdict.when(order.amount <= owed, f"缴款超过应缴余额{yuan(owed)}元。"),
        Verdict.when(
            order.paid_on <= clock.today() and (decision is None or order.paid_on >= decision.decided_on),
            "缴款日应在决定日之后、不晚于今天。",
        ),
        Verdict.when(
            not Payment.objects.filter(receipt_number=order.receipt_number).exists(),
            f"票据号{order.receipt_number}已经登记过。",
        ),
        Verdict.when(
            sum(sign.isdigit() for sign in order.receipt_number) >= RECEIPT_DIGITS,
            f"“{order.receipt_number}”不像票据号。",
            citation="行政处罚法第七十条",
            remedy="请填写财政部门统一制发的专用票据号码。",
        ),
        on_the_spot_collection(on) if order.is_on_the_spot else Verdict.yes(),
    )
    return enter_payment(actor, EnterPayment(case=on.case_id, proceeding=on.pk, **order.said()))
