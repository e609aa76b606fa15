"""Record a payment by its receipt; cash on the street only where the law allows it (行政处罚法 §67–§70)."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Payment
from sanzhi.cases.penalty_rules import on_the_spot_collection, outstanding
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class RecordPayment(Order):
    case: int
    amount: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    paid_on: date
    receipt_number: str = Field(min_length=3, max_length=40)
    is_on_the_spot: bool = False


@command("cases.record_payment", title="登记缴款")
def record_payment(actor: Actor, order: RecordPayment) -> Payment:
    case = queries.case_for_update(actor, order.case)
    decision = getattr(case, "decision", None)
    owed = outstanding(case)
    require(
        may_act(actor, case, act="record_payment"),
        Verdict.when(
            decision and decision.fine, "本案没有罚款决定，不能登记缴款。", citation="行政处罚法第六十七条"
        ),
        Verdict.when(order.amount <= owed, f"缴款超过应缴余额{owed}元。"),
        Verdict.when(
            order.paid_on <= clock.today() and (decision is None or order.paid_on >= decision.decided_on),
            "缴款日应在决定日之后、不晚于今天。",
        ),
        Verdict.when(
            not Payment.objects.filter(receipt_number=order.receipt_number).exists(),
            f"票据号{order.receipt_number}已经登记过。",
        ),
        on_the_spot_collection(case, order.amount) if order.is_on_the_spot else Verdict.yes(),
    )
    payment = Payment(case=case, **order.model_dump(exclude={"case"}))
    payment.save()
    facts = {"amount": str(order.amount), "receipt": order.receipt_number}
    record(events.PAYMENT_RECORDED, actor=actor, subject=case, facts=facts)
    return payment
