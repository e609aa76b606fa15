"""Ask that a payment be recorded anew which was recorded wrongly: receipt, day, amount; another person approves it."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import AskCorrection, ask_correction
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import Payment, Proceeding, RecordCorrection, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Measure
from sanzhi.law.money import yuan
from sanzhi.law.receipts import plain_number
from sanzhi.penalty.models import CashGround
from sanzhi.penalty.owed import payable
from sanzhi.penalty.paying import is_paid_when_it_could_be, is_receipt, on_the_spot_collection

LAW = "行政处罚法第七十条"


class CorrectPayment(OnProceeding):
    """`amount` 0: nothing was paid here, the entry belongs elsewhere."""

    payment: int
    amount: Decimal = Field(ge=0, max_digits=14, decimal_places=2)
    paid_on: date
    receipt_number: str = Field(min_length=3, max_length=40)
    reason: str = Field(min_length=5, max_length=1000)


def _recorded(proceeding: Proceeding) -> list[tuple[int, str]]:
    rows = queries.payments(proceeding)
    return [
        (row.pk, f"{chinese_date(row.paid_on)} {yuan(row.amount)}元 {row.receipt_number}") for row in rows
    ]


CARD = Card(
    citation=LAW,
    captions={
        "payment": "登记有误的缴款",
        "amount": "实际金额（元）",
        "paid_on": "实际缴款日",
        "receipt_number": "实际票据号",
        "reason": "更正理由",
    },
    helps={"amount": "误记在本案、实际没有缴款的，填0。"},
    choices={"payment": _recorded},
    objects=lambda proceeding: (
        Verdict.when(_recorded(proceeding), "本案没有登记过缴款。", citation=LAW, remedy="请先登记缴款。")
        & no_correction_waits(proceeding)
    ),
    at_any_step=True,
    after_closure=True,
)


@act("penalty.correct_payment", title="更正缴款登记", card=CARD)
def correct_payment(actor: Actor, order: CorrectPayment, *, on: Proceeding) -> RecordCorrection:
    wrong = next((row for row in queries.payments(on) if row.pk == order.payment), None)
    require(Verdict.when(wrong, "没有这一笔缴款。", citation=LAW, remedy="请从本案登记的缴款中选择。"))
    assert wrong is not None
    owed = payable(on, order.paid_on) + wrong.amount
    require(
        Verdict.when(
            order.amount <= max(owed, wrong.amount),
            f"缴款超过应缴余额{yuan(owed)}元。",
            citation="行政处罚法第六十七条",
            remedy="请核对票据；属于其他案件的，登记在该案。",
        ),
        is_paid_when_it_could_be(on, order.paid_on, in_cash=wrong.is_on_the_spot),
        Verdict.when(
            order.paid_on <= wrong.recorded_on,
            f"这笔缴款{chinese_date(wrong.recorded_on)}已经登记，实际缴款日不会在登记以后。",
            citation="行政处罚法第四十七条、第六十七条",
            remedy="请将误记的一笔更正为0元，另行登记实际的缴款。",
        ),
        is_receipt(order.receipt_number, of=Measure.FINE, on=on, day=order.paid_on, but=wrong.pk),
        on_the_spot_collection(on, CashGround(wrong.cash_ground), paid_on=order.paid_on, note=wrong.cash_note)
        if wrong.is_on_the_spot
        else Verdict.yes(),
    )
    number = plain_number(order.receipt_number)
    asked = AskCorrection(
        case=on.case_id,
        proceeding=on.pk,
        kind=RecordKind.PAYMENT,
        wrong=wrong.pk,
        what=f"票据号{wrong.receipt_number}的缴款",
        says=f"{wrong.receipt_number}：{order.paid_on}缴{yuan(order.amount)}元，票据号{number}",
        content=_anew(order, wrong),
        reason=order.reason,
    )
    return ask_correction(actor, asked)


def _anew(order: CorrectPayment, wrong: Payment) -> dict[str, Any]:
    """The payment as it was; how it was collected stays as it was recorded."""
    said = order.model_dump(mode="json", include={"amount", "paid_on"})
    kept = {name: getattr(wrong, name) for name in ("is_on_the_spot", "cash_ground", "cash_note")}
    return {**said, **kept, "receipt_number": plain_number(order.receipt_number)}
