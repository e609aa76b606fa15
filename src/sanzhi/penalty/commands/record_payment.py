"""Record a payment by its receipt; cash on the street only where the law allows it (行政处罚法 §67–§70)."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterPayment, enter_payment
from sanzhi.cases.contests import outcome_entered, pending_contest
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import Payment, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Measure
from sanzhi.law.money import yuan
from sanzhi.law.receipts import plain_number
from sanzhi.penalty.models import CashGround
from sanzhi.penalty.owed import payable
from sanzhi.penalty.paying import is_paid_when_it_could_be, is_receipt, on_the_spot_collection
from sanzhi.penalty.queries import kept, late_penalty_of


class RecordPayment(OnProceeding):
    amount: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    paid_on: date
    receipt_number: str = Field(min_length=3, max_length=40)
    is_on_the_spot: bool = False
    is_overpaid: bool = False
    cash_ground: CashGround | None = None
    cash_note: str = Field(default="", max_length=300)


def _today(proceeding: Proceeding) -> dict[str, Any]:
    return {"paid_on": clock.today()}


def _objects(proceeding: Proceeding) -> Verdict:
    verdict = Verdict.when(
        fined(proceeding),
        "本案没有罚款决定，不能登记缴款。",
        citation="行政处罚法第六十七条",
        remedy="请核对票据；属于其他案件的，登记在该案。",
    ) & no_correction_waits(proceeding)
    if pending_contest(proceeding) is not None:  # what is not final stops no bank
        return verdict
    return verdict & outcome_entered(proceeding)


CARD = Card(
    citation="行政处罚法第六十七条至第七十条",
    captions={
        "amount": "金额（元）",
        "paid_on": "缴款日",
        "receipt_number": "票据号",
        "is_on_the_spot": "当场收缴",
        "is_overpaid": "多缴（银行实收超过应缴余额，超过部分退还）",
        "cash_ground": "当场收缴的情形",
        "cash_note": "当场收缴的经过",
    },
    helps={
        "receipt_number": "财政部门统一制发的专用票据的号码；当场收缴不出具专用票据的，当事人有权拒绝缴纳。",
        "is_on_the_spot": "当场收缴的罚款，二日内交至本机关，本机关二日内缴付指定的银行。",
    },
    initial=_today,
    objects=_objects,
    after_closure=True,
)


@act("penalty.record_payment", title="登记缴款", card=CARD)
def record_payment(actor: Actor, order: RecordPayment, *, on: Proceeding) -> Payment:
    """After the closure too: heirs or a court may pay what was given up, a bank may take twice; then it is given back."""
    owed = payable(on, order.paid_on)
    require(
        Verdict.when(
            kept(on) + order.amount <= payable_twice(on),
            f"缴款合计超过了应缴款项的一倍（{yuan(payable_twice(on))}元）。",
            citation="行政处罚法第六十七条",
            remedy="重复缴纳的最多登记一倍；请核对票据，不是本案的款项登记在该案。",
        ),
        Verdict.when(
            order.amount <= owed or (order.is_overpaid and not order.is_on_the_spot),
            f"缴款超过应缴余额{yuan(max(owed, Decimal(0)))}元。",
            citation="行政处罚法第六十七条",
            remedy="请核对票据；属于其他案件的，登记在该案；银行确已多收的，请勾选“多缴”，登记后退还。",
        ),
        is_paid_when_it_could_be(on, order.paid_on, in_cash=order.is_on_the_spot),
        Verdict.when(
            on.closed_on is None or not order.is_on_the_spot,
            "本案已经结案，不能再当场收缴。",
            citation="行政处罚法第六十七条、第七十一条",
            remedy="请由缴款人到指定的银行缴纳，凭其票据登记。",
        ),
        is_receipt(order.receipt_number, of=Measure.FINE, on=on, day=order.paid_on),
        on_the_spot_collection(on, order.cash_ground, paid_on=order.paid_on, note=order.cash_note)
        if order.is_on_the_spot
        else Verdict.yes(),
    )
    number = plain_number(order.receipt_number)
    said = order.said()
    del said["is_overpaid"]
    said = {**said, "receipt_number": number, "cash_ground": _ground(order)}
    return enter_payment(actor, EnterPayment(case=on.case_id, proceeding=on.pk, **said))


def payable_twice(proceeding: Proceeding) -> Decimal:
    """All that may ever be here: fine and late penalty, each a second time by mistake."""
    late = late_penalty_of(proceeding)
    return 2 * (fined(proceeding) + (late.amount if late else Decimal(0)))


def fined(proceeding: Proceeding) -> Decimal:
    """What the decision imposed (yuan), whatever became of it later."""
    decision = getattr(proceeding, "decision", None)
    return decision.weight.fine if decision else Decimal(0)


def _ground(order: RecordPayment) -> str:
    return (order.cash_ground or CashGround.SMALL) if order.is_on_the_spot else ""
