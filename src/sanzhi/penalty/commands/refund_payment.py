"""Give back what was paid too much, or for a decision that has fallen; a row of its own, no payment is changed."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.correcting import found_wrong, no_correction_waits
from sanzhi.cases.models import Proceeding, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.money import yuan
from sanzhi.law.receipts import is_printed, plain_number
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Refund
from sanzhi.penalty.owed import outstanding, owed_on
from sanzhi.penalty.paying import entered_since
from sanzhi.penalty.queries import kept_by, refunds

LAW = "行政处罚法第六十六条、第七十五条第二款"


class RefundPayment(OnProceeding):
    amount: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    refunded_on: date
    voucher: str = Field(min_length=3, max_length=40)


def _owed_back(proceeding: Proceeding) -> dict[str, Any]:
    return {"amount": max(-outstanding(proceeding), Decimal(0)), "refunded_on": clock.today()}


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        outstanding(proceeding) < 0,
        "没有应当退还当事人的款项。",
        citation="行政处罚法第六十六条、第七十五条第二款",
        remedy="缴款登记有误的，请先申请更正。",
    ) & no_correction_waits(proceeding)


CARD = Card(
    citation=LAW,
    captions={"amount": "金额（元）", "refunded_on": "退还日", "voucher": "退款凭证号"},
    initial=_owed_back,
    objects=_objects,
    at_any_step=True,
    after_closure=True,
)


@act("penalty.refund_payment", title="退还多收的款项", card=CARD)
def refund_payment(actor: Actor, order: RefundPayment, *, on: Proceeding) -> Refund:
    back, number = -outstanding(on), plain_number(order.voucher)
    require(
        Verdict.when(
            order.amount <= back, f"应当退还的是{yuan(back)}元。", citation="行政处罚法第七十五条第二款"
        ),
        _is_in_time(on, order),
        _is_voucher(number),
    )
    refund = Refund(proceeding=on, **{**order.said(), "voucher": number})
    refund.save()
    facts = {"amount": yuan(order.amount), "voucher": order.voucher}
    record(events.PAYMENT_REFUNDED, actor=actor, subject=on.case, facts=facts)
    return refund


def _is_in_time(proceeding: Proceeding, order: RefundPayment) -> Verdict:
    """Not before so much was paid too much, and entered soon."""
    first = max(_due_since(proceeding, order.amount), entered_since(proceeding, RecordKind.REFUND))
    return Verdict.when(
        first <= order.refunded_on <= clock.today(),
        f"退还日应在{chinese_date(first)}以后、不晚于今天：款项收取、决定变更以后才能退还，退还应当及时登记。",
        citation=LAW,
        remedy="请按退款凭证填写。",
    )


def _due_since(proceeding: Proceeding, amount: Decimal) -> date:
    """From which day on never less than `amount` was held too much, whatever was paid, given back or changed since."""
    days = {row.paid_on for row in queries.payments(proceeding)}
    days |= {row.refunded_on for row in refunds(proceeding)}
    days |= {row.decided_on for row in queries.overturns(proceeding) if row.decided_on}
    short = [day for day in days if kept_by(proceeding, day) - owed_on(proceeding, day) < amount]
    return min((day for day in days if day > max(short, default=date.min)), default=max(days))


def _is_voucher(number: str) -> Verdict:
    used = Refund.objects.filter(voucher=number).exclude(pk__in=found_wrong(RecordKind.REFUND))
    return Verdict.when(
        is_printed(number), f"“{number}”不像退款凭证号。", citation=LAW, remedy="请按退款凭证填写。"
    ) & Verdict.when(
        not used.exists(),
        f"退款凭证号{number}已经登记过。",
        citation=LAW,
        remedy="请核对退款凭证。",
    )
