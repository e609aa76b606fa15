"""Enter a payment that a kind has found due, or too much; where it came after the end, the proceeding may go back."""

from datetime import date
from decimal import Decimal

from sanzhi.cases import board, events, queries
from sanzhi.cases.models import Payment
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.reopening import done_before_the_end, go_back_where_undone
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.law.days import chinese_date
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record


class EnterPayment(OnProceeding):
    amount: Decimal
    paid_on: date
    receipt_number: str
    is_on_the_spot: bool
    cash_ground: str = ""
    cash_note: str = ""


@command("cases.enter_payment", title="记入缴款", internal=True)
def enter_payment(actor: Actor, order: EnterPayment) -> Payment:
    proceeding = queries.proceeding_for_update(actor, order)
    before = done_before_the_end(proceeding)
    payment = Payment(proceeding=proceeding, recorded_on=clock.today(), **order.said())
    payment.save()
    facts = {"amount": yuan(order.amount), "receipt": order.receipt_number}
    record(events.PAYMENT_RECORDED, actor=actor, subject=proceeding.case, facts=facts)
    board.recount(actor, proceeding, reason=f"登记{chinese_date(order.paid_on)}的缴款")
    go_back_where_undone(actor, order, step=before)
    return payment
