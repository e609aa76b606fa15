"""Record how the court answered the application for the costs, and how its enforcement ended (行政强制法 §§56–58)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.court_models import CourtSays
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.costs_at_court import last_request
from sanzhi.coercion.models import CostsAtCourt
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.receipts import is_of_others, plain_number
from sanzhi.ledger.commands import record

LAW = "行政强制法第五十六条、第五十七条、第五十八条"
AFTER = frozenset({CourtSays.ENFORCED, CourtSays.TERMINATED})


class RecordCostsAnswer(OnProceeding):
    says: CourtSays
    reference: str = Field(min_length=4, max_length=80)
    received_on: date


def _objects(proceeding: Proceeding) -> Verdict:
    asked = last_request(proceeding)
    return Verdict.when(
        asked is not None and asked.says in {"", CourtSays.GRANTED},
        "没有等待人民法院答复的申请。",
        citation=LAW,
        remedy="请先申请人民法院强制执行。",
    )


CARD = Card(
    citation=LAW,
    captions={"says": "答复", "reference": "裁定书、通知书文号", "received_on": "收到日"},
    initial=lambda on: {"received_on": clock.today()},
    objects=_objects,
)


@act("coercion.record_costs_answer", title="登记法院对费用执行的答复", card=CARD)
def record_costs_answer(actor: Actor, order: RecordCostsAnswer, *, on: Proceeding) -> CostsAtCourt:
    row = last_request(on)
    assert row is not None  # the card has asked for it
    since = row.answered_on or row.asked_on
    require(
        Verdict.when(
            (order.says in AFTER) == (row.says == CourtSays.GRANTED),
            "执行完毕、终结执行只接在准予执行之后；其他答复只登记一次。",
            citation=LAW,
            remedy="请按裁定书、通知书如实登记。",
        ),
        Verdict.when(
            since <= order.received_on <= clock.today(),
            "收到日应不早于申请（上一次答复）之日、不晚于今天。",
            citation=LAW,
        ),
        Verdict.when(
            is_of_others(order.reference, own=on.case.authority.number_prefix),
            f"“{order.reference}”不像人民法院文书的文号。",
            citation=LAW,
            remedy="请填写如（2026）豫0481行审9号的文号。",
        ),
    )
    row.says, row.reference, row.answered_on = order.says, plain_number(order.reference), order.received_on
    row.save()
    record(events.COURT_ANSWERED, actor=actor, subject=on.case, facts={"says": CourtSays(order.says).label})
    return row
