"""Enter that compensation was paid to the owner or his heirs, or deposited where nobody takes it (突发事件应对法 §12)."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.money import yuan
from sanzhi.law.receipts import is_printed, plain_number
from sanzhi.ledger.commands import record
from sanzhi.requisition import events
from sanzhi.requisition.models import CompensationPayment, PaidBy
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import left_to_pay


class PayCompensation(OnProceeding):
    amount: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    paid_on: date
    way: PaidBy = PaidBy.TRANSFER
    voucher: str = Field(min_length=3, max_length=40)
    receiver: str = Field(min_length=2, max_length=200)
    proof: str = Field(default="", max_length=300)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        left_to_pay(proceeding) > 0,
        "没有已经决定、尚未支付的补偿。",
        citation=LAW,
        remedy="请先作出补偿决定。",
    )


CARD = Card(
    captions={
        "amount": "金额（元）",
        "paid_on": "支付日",
        "way": "方式",
        "voucher": "支付凭证号",
        "receiver": "收款人（继承人、承受人、提存机关）",
        "proof": "收款人不是权利人本人的，继承、合并、委托、提存的证明",
    },
    initial=lambda on: {
        "amount": left_to_pay(on) or None,
        "paid_on": clock.today(),
        "receiver": on.respondent.name if on.respondent else "",
    },
    objects=_objects,
    is_main=True,
    is_done=lambda on: hasattr(on, "decision") and left_to_pay(on) <= 0,
)


@act("requisition.pay_compensation", title="登记补偿支付", card=CARD)
def pay_compensation(actor: Actor, order: PayCompensation, *, on: Proceeding) -> CompensationPayment:
    left, voucher = left_to_pay(on), plain_number(order.voucher)
    party = on.respondent
    is_own = party is not None and order.receiver == party.name
    require(
        Verdict.when(
            order.amount <= left,
            f"支付超过尚未支付的补偿{yuan(left)}元。",
            citation=LAW,
            remedy="请核对支付凭证。",
        ),
        Verdict.when(
            on.decision.decided_on <= order.paid_on <= clock.today(),
            "支付日应不早于补偿决定日、不晚于今天。",
            citation=LAW,
        ),
        Verdict.when(
            is_own != (len(order.proof.strip()) >= 4),
            "收款人不是权利人本人的，应当写明继承、合并、委托、提存的证明；是本人的不写。",
            citation=LAW,
        ),
        Verdict.when(is_printed(voucher), f"“{order.voucher}”不像支付凭证号。", citation=LAW),
        Verdict.when(
            not CompensationPayment.objects.filter(voucher=voucher).exists(),
            f"支付凭证{voucher}已经登记过。",
            citation=LAW,
            remedy="请核对凭证。",
        ),
    )
    said = {**order.said(), "voucher": voucher}
    row = CompensationPayment(proceeding=on, recorded_by=actor.name, **said)
    row.save()
    facts = {"amount": yuan(row.amount), "voucher": voucher}
    record(events.COMPENSATION_PAID, actor=actor, subject=on.case, facts=facts)
    return row
