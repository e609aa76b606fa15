"""Ask that a payment be recorded anew which was recorded wrongly; refused where more was given back than would be left."""

from sanzhi.cases import correcting_payments as anew
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding, RecordCorrection
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.derivation import NOTHING
from sanzhi.law.money import yuan
from sanzhi.law.receipts import plain_number
from sanzhi.levy.commands.collect_levy import LAW, is_paid_after_the_decision, receipt_is_new
from sanzhi.levy.guards import REFUND
from sanzhi.levy.owed import kept, outstanding


class CorrectLevyPayment(anew.PaymentAnew):
    pass


CARD = Card(
    citation=f"{LAW}；河南省行政执法条例第三十五条",
    captions=anew.CAPTIONS,
    helps=anew.HELPS,
    choices={"payment": anew.recorded},
    objects=anew.may_be_corrected,
    at_any_step=True,
    after_closure=True,
)


@act("levy.correct_levy_payment", title="更正征收缴款登记", card=CARD)
def correct_levy_payment(actor: Actor, order: CorrectLevyPayment, *, on: Proceeding) -> RecordCorrection:
    wrong = anew.payment_named(order, on=on)
    owed = max(outstanding(on, until=order.paid_on, but=wrong.pk), NOTHING)
    require(
        Verdict.when(
            order.amount <= max(owed, wrong.amount),
            f"缴款超过应缴余额{yuan(owed)}元。",
            citation=LAW,
            remedy="请核对票据；银行确已多收的，将误记的一笔更正为0元，另行登记并勾选“多缴”。",
        ),
        Verdict.when(
            kept(on, but=wrong.pk) + order.amount >= 0,
            f"已经退还的款项超过更正以后的缴款{yuan(-kept(on, but=wrong.pk) - order.amount)}元，不能这样更正。",
            citation=REFUND,
            remedy="请核对缴款、退款的票据；误退的款项追回以后，另行登记缴款，再更正这一笔。",
        ),
        is_paid_after_the_decision(on, order.paid_on),
        anew.is_paid_before_it_was_recorded(order, wrong),
        receipt_is_new(plain_number(order.receipt_number), but=wrong.pk),
    )
    return anew.ask(actor, order, wrong=wrong, on=on)
