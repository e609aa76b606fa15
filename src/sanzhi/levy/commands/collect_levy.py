"""Enter what was paid into the treasury, by its receipt, once (行政强制法 §49; 河南省行政执法条例 §29)."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterPayment, enter_payment
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import Payment, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.derivation import NOTHING
from sanzhi.law.money import yuan
from sanzhi.law.receipts import is_printed, plain_number
from sanzhi.levy.models import Refund
from sanzhi.levy.owed import outstanding

LAW = "城市道路管理条例第三十七条"


class CollectLevy(OnProceeding):
    amount: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    paid_on: date
    receipt_number: str = Field(min_length=3, max_length=40)
    is_overpaid: bool = False


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        hasattr(proceeding, "decision") and not cases.has_fallen(proceeding),
        "没有有效的征收决定，不能登记缴款。",
        citation=LAW,
        remedy="尚未决定的，先作出决定；决定已被撤销的，收到的款项由银行直接退回。",
    ) & no_correction_waits(proceeding)


CARD = Card(
    citation=f"{LAW}；河南省行政执法条例第二十九条",
    captions={
        "amount": "金额（元）",
        "paid_on": "缴款日",
        "receipt_number": "财政票据号",
        "is_overpaid": "多缴（银行实收超过应缴余额，超过部分退还）",
    },
    helps={"receipt_number": "缴入国库、财政专户取得的财政票据号码；一张票据只登记一次。"},
    initial=lambda on: {"paid_on": clock.today(), "amount": max(outstanding(on), NOTHING) or None},
    objects=_objects,
    is_main=True,
    after_closure=True,
)


@act("levy.collect_levy", title="登记缴款入库", card=CARD)
def collect_levy(actor: Actor, order: CollectLevy, *, on: Proceeding) -> Payment:
    owed = max(outstanding(on, until=order.paid_on), NOTHING)
    number = plain_number(order.receipt_number)
    require(
        is_paid_after_the_decision(on, order.paid_on),
        Verdict.when(
            order.amount <= owed or order.is_overpaid,
            f"缴款超过应缴余额{yuan(owed)}元。",
            citation=LAW,
            remedy="请核对票据；银行确已多收的，请勾选“多缴”，登记后退还。",
        ),
        Verdict.when(
            order.amount > owed or not order.is_overpaid,
            "没有多缴。",
            citation=LAW,
            remedy="请不勾选“多缴”。",
        ),
        receipt_is_new(number),
    )
    place = {"case": on.case_id, "proceeding": on.pk}
    said = {"amount": order.amount, "paid_on": order.paid_on, "receipt_number": number}
    return enter_payment(actor, EnterPayment.model_validate({**place, **said, "is_on_the_spot": False}))


def is_paid_after_the_decision(proceeding: Proceeding, paid_on: date) -> Verdict:
    return Verdict.when(
        proceeding.decision.decided_on <= paid_on <= clock.today(),
        "缴款日应不早于决定日、不晚于今天。",
        citation=LAW,
        remedy="请按票据填写。",
    )


def receipt_is_new(number: str, *, said: str = "财政票据号", but: int = 0) -> Verdict:
    """Printed, and used for no other payment or refund."""
    used = (
        cases.payments_with(number).exclude(pk=but).exists() or Refund.objects.filter(voucher=number).exists()
    )
    return Verdict.when(
        is_printed(number), f"“{number}”不像{said}。", citation=LAW, remedy=f"请填写完整的{said}。"
    ) & Verdict.when(not used, f"{said}{number}已经登记过。", citation=LAW, remedy="请核对票据。")
