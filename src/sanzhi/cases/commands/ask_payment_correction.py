"""Enter that a payment is to be recorded anew, once a kind has found that it could be so."""

from datetime import date
from decimal import Decimal

from sanzhi.cases import events, queries
from sanzhi.cases.models import Payment, RecordCorrection, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record


class AskPaymentCorrection(OnProceeding):
    payment: int
    amount: Decimal
    paid_on: date
    receipt_number: str
    reason: str


@command("cases.ask_payment_correction", title="申请更正缴款登记", internal=True)
def ask_payment_correction(actor: Actor, order: AskPaymentCorrection) -> RecordCorrection:
    proceeding = queries.proceeding_for_update(actor, order)
    wrong = Payment.objects.get(pk=order.payment, proceeding=proceeding)
    content = order.model_dump(mode="json", include={"amount", "paid_on", "receipt_number"})
    kept = ("is_on_the_spot", "cash_ground", "cash_note")
    asked = RecordCorrection(
        proceeding=proceeding,
        kind=RecordKind.PAYMENT,
        wrong_id=wrong.pk,
        says=f"{wrong.receipt_number}：{order.paid_on}缴{yuan(order.amount)}元，票据号{order.receipt_number}",
        content={**content, **{name: getattr(wrong, name) for name in kept}},
        reason=order.reason,
        asked_on=clock.today(),
        asked_by=actor.name,
        asked_by_key=actor.key,
    )
    asked.save()
    facts = {"what": f"票据号{wrong.receipt_number}的缴款", "reason": order.reason}
    record(events.CORRECTION_ASKED, actor=actor, subject=proceeding.case, facts=facts)
    return asked
