"""Ask that a payment be recorded anew which was recorded wrongly: receipt, day, amount; another person approves it."""

from sanzhi.cases import correcting_payments as anew
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding, RecordCorrection
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Measure
from sanzhi.law.money import yuan
from sanzhi.penalty.models import CashGround
from sanzhi.penalty.owed import payable
from sanzhi.penalty.paying import is_paid_when_it_could_be, is_receipt, on_the_spot_collection


class CorrectPayment(anew.PaymentAnew):
    pass


CARD = Card(
    citation="行政处罚法第七十条",
    captions=anew.CAPTIONS,
    helps=anew.HELPS,
    choices={"payment": anew.recorded},
    objects=anew.may_be_corrected,
    at_any_step=True,
    after_closure=True,
)


@act("penalty.correct_payment", title="更正缴款登记", card=CARD)
def correct_payment(actor: Actor, order: CorrectPayment, *, on: Proceeding) -> RecordCorrection:
    wrong = anew.payment_named(order, on=on)
    owed = payable(on, order.paid_on) + wrong.amount
    require(
        Verdict.when(
            order.amount <= max(owed, wrong.amount),
            f"缴款超过应缴余额{yuan(owed)}元。",
            citation="行政处罚法第六十七条",
            remedy="请核对票据；属于其他案件的，登记在该案。",
        ),
        is_paid_when_it_could_be(on, order.paid_on, in_cash=wrong.is_on_the_spot),
        anew.is_paid_before_it_was_recorded(order, wrong),
        is_receipt(order.receipt_number, of=Measure.FINE, on=on, day=order.paid_on, but=wrong.pk),
        on_the_spot_collection(on, CashGround(wrong.cash_ground), paid_on=order.paid_on, note=wrong.cash_note)
        if wrong.is_on_the_spot
        else Verdict.yes(),
    )
    return anew.ask(actor, order, wrong=wrong, on=on)
