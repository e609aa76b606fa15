"""A payment that was recorded wrongly is asked to be recorded anew, alike in every kind: receipt, day, amount; both rows stay."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.articles import fitting
from sanzhi.cases.commands import AskCorrection, ask_correction
from sanzhi.cases.correcting import OF_MONEY, no_correction_waits
from sanzhi.cases.models import Payment, Proceeding, RecordCorrection, RecordKind
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.money import yuan
from sanzhi.law.receipts import plain_number

LAW = "行政处罚法第七十条；河南省行政执法条例第三十五条"
CAPTIONS: Mapping[str, str] = {
    "payment": "登记有误的缴款",
    "amount": "实际金额（元）",
    "paid_on": "实际缴款日",
    "receipt_number": "实际票据号",
    "reason": "更正理由",
}
HELPS: Mapping[str, str] = {"amount": "误记在本案、实际没有缴款的，填0。"}


class PaymentAnew(OnProceeding):
    """`amount` 0: nothing was paid here, the entry belongs elsewhere."""

    payment: int
    amount: Decimal = Field(ge=0, max_digits=14, decimal_places=2)
    paid_on: date
    receipt_number: str = Field(min_length=3, max_length=40)
    reason: str = Field(min_length=5, max_length=1000)


def recorded(proceeding: Proceeding) -> list[tuple[int, str]]:
    """The payments that count, as choices."""
    rows = queries.payments(proceeding)
    return [
        (row.pk, f"{chinese_date(row.paid_on)} {yuan(row.amount)}元 {row.receipt_number}") for row in rows
    ]


def found_wrong(proceeding: Proceeding) -> tuple[tuple[Payment, Payment], ...]:
    """Each payment that was recorded wrongly, with the row that counts in its place."""
    rows: tuple[Payment, ...] = rows_of(proceeding.payments)
    by_key = {row.pk: row for row in rows}
    return tuple((by_key[row.corrects_id], row) for row in rows if row.corrects_id)


def may_be_corrected(proceeding: Proceeding) -> Verdict:
    law = fitting(LAW, proceeding.procedure_key)
    return Verdict.when(
        recorded(proceeding), "本案没有登记过缴款。", citation=law, remedy="请先登记缴款。"
    ) & no_correction_waits(proceeding)


def payment_named(order: PaymentAnew, *, on: Proceeding) -> Payment:
    """Raises Refused where it is none of the proceeding's."""
    law = fitting(LAW, on.procedure_key)
    wrong = next((row for row in queries.payments(on) if row.pk == order.payment), None)
    require(Verdict.when(wrong, "没有这一笔缴款。", citation=law, remedy="请从本案登记的缴款中选择。"))
    assert wrong is not None
    return wrong


def is_paid_before_it_was_recorded(order: PaymentAnew, wrong: Payment) -> Verdict:
    return Verdict.when(
        order.paid_on <= wrong.recorded_on,
        f"这笔缴款{chinese_date(wrong.recorded_on)}已经登记，实际缴款日不会在登记以后。",
        citation=fitting(OF_MONEY, wrong.proceeding.procedure_key),
        remedy="请将误记的一笔更正为0元，另行登记实际的缴款。",
    )


def ask(actor: Actor, order: PaymentAnew, *, wrong: Payment, on: Proceeding) -> RecordCorrection:
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


def _anew(order: PaymentAnew, wrong: Payment) -> dict[str, Any]:
    """The payment as it was; how it was collected stays as it was recorded."""
    said = order.model_dump(mode="json", include={"amount", "paid_on"})
    kept = {name: getattr(wrong, name) for name in ("is_on_the_spot", "cash_ground", "cash_note")}
    return {**said, **kept, "receipt_number": plain_number(order.receipt_number)}
