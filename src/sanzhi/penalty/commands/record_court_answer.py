"""Record what the court has answered to the application, and the higher court on review (行政强制法 §56–§58)."""

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
from sanzhi.law.receipts import is_of_others, plain_number
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.court import LAW, answer_fits, answers, last_application, may_be_answered
from sanzhi.penalty.models import CourtAnswer, CourtSays


class RecordCourtAnswer(OnProceeding):
    """`review_asked_on`: for what the higher court has answered, the day on which it was asked."""

    says: CourtSays
    review_asked_on: date | None = None
    number: str = Field(min_length=4, max_length=80)
    received_on: date
    reason: str = Field(default="", max_length=1000)


CARD = Card(
    citation=LAW,
    captions={
        "says": "答复",
        "review_asked_on": "向上一级法院申请复议的日期（复议的答复）",
        "number": "裁定书、通知书文号",
        "received_on": "收到日",
        "reason": "裁定的理由",
    },
    initial=lambda proceeding: {"received_on": clock.today()},
    objects=lambda proceeding: may_be_answered(proceeding) & no_correction_waits(proceeding),
    at_any_step=True,
)


@act("penalty.record_court_answer", title="登记法院的答复", card=CARD)
def record_court_answer(actor: Actor, order: RecordCourtAnswer, *, on: Proceeding) -> CourtAnswer:
    asked = last_application(on)
    assert asked is not None  # the card asks for it
    answer = CourtAnswer(application=asked, recorded_by=actor.name, **order.said())
    told = {(row.says, plain_number(row.number)) for row in answers(asked)}
    require(
        answer_fits(on, answer),
        Verdict.when(
            is_of_others(order.number, own=on.case.authority.number_prefix),
            "请按裁定书、通知书填写完整的文号（年份、法院代字、序号）。",
            citation=LAW,
        ),
        Verdict.when(
            (order.says, plain_number(order.number)) not in told,
            f"文号{order.number}的答复已经登记过。",
            citation=LAW,
            remedy="请核对裁定书、通知书。",
        ),
    )
    answer.save()
    facts = {"answer": str(answer), "received_on": order.received_on.isoformat()}
    record(events.COURT_ANSWERED, actor=actor, subject=on.case, facts=facts)
    return answer
