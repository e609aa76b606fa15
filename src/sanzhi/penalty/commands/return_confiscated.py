"""Give back what was confiscated by a decision that has fallen, itself or its money, and gains that were too much (行政处罚法 §75(2); 国家赔偿法 §36)."""

from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.receiving import is_no_officer
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.measures import Measure
from sanzhi.law.money import yuan
from sanzhi.law.receipts import is_printed, plain_number
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.confiscating import BACK, goes_to_the_party
from sanzhi.penalty.models import Confiscation, ReturnedAs
from sanzhi.penalty.queries import left_to_return, surplus
from sanzhi.penalty.things_back import is_here


class ReturnConfiscated(OnProceeding):
    confiscation: int
    returned_as: ReturnedAs
    returned_amount: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    returned_on: date
    returned_to: str = Field(min_length=2, max_length=100)
    return_receipt: str = Field(min_length=3, max_length=60)


def _left(proceeding: Proceeding) -> list[tuple[int, str]]:
    return [(row.pk, row.what) for row in left_to_return(proceeding)]


def _begun(proceeding: Proceeding) -> dict[str, Any]:
    row, party = next(iter(left_to_return(proceeding)), None), proceeding.respondent
    gains = row is not None and row.measure == Measure.CONFISCATION_OF_GAINS
    return {
        "confiscation": row.pk if row else None,
        "returned_as": ReturnedAs.MONEY if gains else ReturnedAs.ITSELF,
        "returned_amount": row.amount if row and gains else None,
        "returned_on": clock.today(),
        "returned_to": party.name if party else "",
    }


CARD = Card(
    citation="行政处罚法第七十五条第二款；国家赔偿法第三十六条",
    captions={
        "confiscation": "已经没收的财物、款项",
        "returned_as": "返还方式",
        "returned_amount": "返还的款项（元）",
        "returned_on": "返还日",
        "returned_to": "领取人",
        "return_receipt": "领条、退款凭证号",
    },
    helps={"returned_amount": "返还款项的填写；原物返还的不填写。"},
    choices={"confiscation": _left},
    initial=_begun,
    objects=lambda proceeding: (
        Verdict.when(
            left_to_return(proceeding),
            "没有应当返还的没收财物、款项。",
            citation=BACK,
            remedy="决定被撤销、确认无效的，多收违法所得的，才返还；请查看已经登记的返还。",
        )
        & no_correction_waits(proceeding)
    ),
    at_any_step=True,
    after_closure=True,
)


@act("penalty.return_confiscated", title="返还没收的财物、款项", card=CARD)
def return_confiscated(actor: Actor, order: ReturnConfiscated, *, on: Proceeding) -> Confiscation:
    row = next((row for row in left_to_return(on) if row.pk == order.confiscation), None)
    number = plain_number(order.return_receipt)
    require(
        Verdict.when(row, "没有这一项应当返还的没收。", citation=BACK, remedy="请从尚未返还的没收中选择。"),
        *([_fits(row, order), _is_in_time(row, order.returned_on)] if row else []),
        is_here(on, row.what) if row and order.returned_as == ReturnedAs.ITSELF else Verdict.yes(),
        goes_to_the_party(on, order.returned_to, citation=BACK),
        is_no_officer(
            on,
            order.returned_to,
            said="领取人",
            citation=BACK,
            remedy="请返还当事人；由他人代领的，写“当事人姓名（代领人姓名）”，代领人不是本机关人员。",
        ),
        Verdict.when(
            row is None or number != row.voucher,
            f"“{number}”是没收时的专用票据，不是返还的凭证。",
            citation=BACK,
            remedy="请填写领条、退款凭证号。",
        ),
        Verdict.when(
            is_printed(number), f"“{number}”不像凭证号。", citation=BACK, remedy="请按领条、退款凭证填写。"
        ),
    )
    assert row is not None
    said = order.said()
    del said["confiscation"]
    for name, value in {**said, "return_receipt": number}.items():
        setattr(row, name, value)
    row.save()
    facts = {"what": row.what, "returned_as": row.get_returned_as_display(), "receipt": number}
    record(events.CONFISCATED_RETURNED, actor=actor, subject=on.case, facts=facts)
    return row


def _fits(row: Confiscation, order: ReturnConfiscated) -> Verdict:
    """Gains come back whole; a thing comes back itself, or for what it was worth or fetched."""
    gains, money = row.measure == Measure.CONFISCATION_OF_GAINS, order.returned_as == ReturnedAs.MONEY
    return (
        Verdict.when(
            money == (order.returned_amount is not None),
            "返还款项的，请填写数额；原物返还的，请不要填写。",
            citation=BACK,
        )
        & Verdict.when(
            not gains or (money and order.returned_amount == row.amount),
            f"没收的违法所得应当如数返还{yuan(row.amount or Decimal(0))}元。",
            citation=BACK,
            remedy="请按退款凭证填写。",
        )
        & Verdict.when(
            not money or (order.returned_amount or Decimal(0)) >= (row.amount or Decimal(0)),
            f"没收的财物价值{yuan(row.amount or Decimal(0))}元，返还的款项不得少于其价值。",
            citation=BACK,
            remedy="能够返还原物的返还原物；变卖价款低于价值的，补足差额。",
        )
    )


def _is_in_time(row: Confiscation, returned_on: date) -> Verdict:
    """What was too much could be given back while the decision stood."""
    fallen = queries.overturn_of(row.proceeding) if row not in surplus(row.proceeding) else None
    first = max([row.taken_on, *([fallen.decided_on] if fallen and fallen.decided_on else [])])
    return Verdict.when(
        first <= returned_on <= clock.today(),
        f"返还日应在{chinese_date(first)}以后、不晚于今天：收取、决定被撤销以后才返还。",
        citation=BACK,
        remedy="请按领条、退款凭证填写。",
    )
