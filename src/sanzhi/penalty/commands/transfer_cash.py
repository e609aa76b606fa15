"""Record that cash taken on the spot was handed in, then paid into the bank, two working days each (行政处罚法 §71)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import Payment, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.money import yuan
from sanzhi.law.receipts import plain_number
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.clocks import cash_due
from sanzhi.penalty.models import CashTransfer
from sanzhi.penalty.paying import is_voucher
from sanzhi.penalty.queries import transfers_of

LAW = "行政处罚法第七十一条"


class TransferCash(OnProceeding):
    payment: int
    target: CashTransfer.Target
    transferred_on: date
    voucher: str = Field(min_length=3, max_length=40)
    delay_reason: str = Field(default="", max_length=300)


def _taken(proceeding: Proceeding) -> list[tuple[int, str]]:
    rows = (row for row in queries.payments(proceeding) if row.is_on_the_spot)
    return [(row.pk, f"{chinese_date(row.paid_on)}收缴{yuan(row.amount)}元") for row in rows]


CARD = Card(
    captions={
        "payment": "当场收缴的罚款",
        "target": "去向",
        "transferred_on": "日期",
        "voucher": "交款凭证号",
        "delay_reason": "逾期原因",
    },
    choices={"payment": _taken},
    initial=lambda proceeding: {"transferred_on": clock.today()},
    objects=lambda proceeding: Verdict.when(_taken(proceeding), "本案没有当场收缴的罚款。", citation=LAW),
)


@act("penalty.transfer_cash", title="上交当场收缴的罚款", card=CARD)
def transfer_cash(actor: Actor, order: TransferCash, *, on: Proceeding) -> CashTransfer:
    payment = next((row for row in queries.payments(on) if row.pk == order.payment), None)
    require(
        Verdict.when(
            payment and payment.is_on_the_spot,
            "没有这一笔当场收缴的罚款。",
            citation=LAW,
            remedy="请从当场收缴的罚款中选择。",
        )
    )
    assert payment is not None
    require(_is_lawful(on, payment, order=order))
    said = order.model_dump(exclude={"case", "proceeding", "payment"})
    transfer = CashTransfer(payment=payment, **{**said, "voucher": plain_number(order.voucher)})
    transfer.save()
    facts = {"target": transfer.get_target_display(), "voucher": transfer.voucher}
    record(events.CASH_TRANSFERRED, actor=actor, subject=on.case, facts=facts)
    return transfer


def _is_lawful(proceeding: Proceeding, payment: Payment, *, order: TransferCash) -> Verdict:
    done, target = transfers_of(payment), CashTransfer.Target
    first = done.get(target.AUTHORITY)
    since = first.transferred_on if first else payment.paid_on
    until = cash_due(proceeding, payment)
    return (
        is_voucher(order.voucher, target=order.target, on=order.transferred_on)
        & Verdict.when(order.target not in done, "这一笔已经登记过。", citation=LAW)
        & Verdict.when(
            order.target == target.AUTHORITY or first,
            "尚未交至行政机关，不能登记缴付银行。",
            citation=LAW,
            remedy="请先登记交至行政机关。",
        )
        & Verdict.when(
            since <= order.transferred_on <= clock.today(),
            "日期应不早于收缴（交至机关）之日、不晚于今天。",
            citation=LAW,
        )
        & Verdict.when(
            until is None or order.transferred_on <= until.on or len(order.delay_reason) >= 5,
            "已经超过二日的期限，请写明逾期原因。",
            citation=LAW,
        )
    )
