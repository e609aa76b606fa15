"""Enter that a refund was paid back, by its voucher (城市道路管理条例 §38)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.money import yuan
from sanzhi.law.receipts import plain_number
from sanzhi.ledger.commands import record
from sanzhi.levy import events
from sanzhi.levy.commands.collect_levy import receipt_is_new
from sanzhi.levy.guards import REFUND
from sanzhi.levy.models import Refund
from sanzhi.levy.owed import waiting_refund


class PayLevyRefund(OnProceeding):
    voucher: str = Field(min_length=3, max_length=40)
    receiver: str = Field(min_length=2, max_length=200)
    paid_on: date


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        waiting_refund(proceeding),
        "没有已经决定、等待退还的款项。",
        citation=REFUND,
        remedy="请机关负责人先决定退费；所据的缴款已经更正的，重新决定。",
    ) & no_correction_waits(proceeding)


CARD = Card(
    citation="城市道路管理条例第三十八条",
    captions={"voucher": "退款凭证号", "receiver": "收款人", "paid_on": "退还日"},
    initial=lambda on: {
        "receiver": on.respondent.name if on.respondent else "",
        "paid_on": clock.today(),
    },
    objects=_objects,
    after_closure=True,
)


@act("levy.pay_levy_refund", title="登记退还", card=CARD)
def pay_levy_refund(actor: Actor, order: PayLevyRefund, *, on: Proceeding) -> Refund:
    row, number = waiting_refund(on), plain_number(order.voucher)
    assert row is not None  # the card has asked for it
    require(
        Verdict.when(
            row.decided_on <= order.paid_on <= clock.today(),
            "退还日应不早于决定退费之日、不晚于今天。",
            citation=REFUND,
            remedy="请按退款凭证填写。",
        ),
        receipt_is_new(number, said="退款凭证号"),
    )
    row.voucher, row.receiver, row.paid_on = number, order.receiver, order.paid_on
    row.save()
    facts = {"amount": yuan(row.amount), "voucher": number}
    record(events.REFUNDED, actor=actor, subject=on.case, facts=facts)
    return row
