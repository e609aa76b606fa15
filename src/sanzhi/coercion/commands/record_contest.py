"""Record that the order to demolish is contested: until it is decided nothing is demolished by force (行政强制法 §44)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.contesting import LAW, contests, pending_contest
from sanzhi.coercion.models import Contest, ContestOutcome, ContestWay
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record

BODIES = {ContestWay.RECONSIDERATION: "人民政府", ContestWay.LITIGATION: "法院"}


class RecordContest(OnProceeding):
    way: ContestWay
    body: str = Field(min_length=4, max_length=100)
    number: str = Field(min_length=4, max_length=80)
    accepted_on: date


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        Verdict.when(
            decision_served_on(proceeding),
            "限期拆除决定尚未送达，没有复议、诉讼可以登记。",
            citation=LAW,
            remedy="请先送达决定。",
        )
        & Verdict.when(
            pending_contest(proceeding) is None,
            "已登记的复议、诉讼尚未审结。",
            citation=LAW,
            remedy="请先登记其结果。",
        )
        & Verdict.when(
            not cases.has_fallen(proceeding),
            "限期拆除决定已经被撤销，不再强制拆除，不必登记。",
            citation=LAW,
            remedy="重新作出决定的，在新的决定送达以后登记。",
        )
    )


CARD = Card(
    citation=LAW,
    captions={"way": "途径", "body": "受理机关", "number": "受理文号", "accepted_on": "受理日"},
    objects=_objects,
)


@act("coercion.record_contest", title="登记对限期拆除的复议、诉讼", card=CARD)
def record_contest(actor: Actor, order: RecordContest, *, on: Proceeding) -> Contest:
    rows = contests(on)
    reconsidered = any(row.outcome == ContestOutcome.UPHELD for row in rows)
    require(
        Verdict.when(
            on.decided_on is not None and on.decided_on <= order.accepted_on <= clock.today(),
            "受理日应不早于决定日、不晚于今天。",
            citation=LAW,
            remedy="请按受理通知书填写。",
        ),
        Verdict.when(
            BODIES[order.way] in order.body,
            f"“{order.body}”不是受理{order.way.label}的机关。",
            citation="行政复议法第二十四条；行政诉讼法第十四条",
            remedy="行政复议填写受理的人民政府，行政诉讼填写受理的人民法院。",
        ),
        Verdict.when(
            order.way == ContestWay.LITIGATION or not reconsidered,
            "已经审结的复议、诉讼以后，不能再申请行政复议。",
            citation="行政复议法第三十条第一款第七项",
            remedy="对复议决定不服的，登记行政诉讼。",
        ),
        Verdict.when(
            all(row.number != order.number for row in rows), "这一受理文号已经登记过。", citation=LAW
        ),
    )
    row = Contest(proceeding=on, **order.said())
    row.save()
    facts = {
        "way": order.way.label,
        "accepted_on": chinese_date(order.accepted_on),
        "number": order.number,
    }
    record(events.CONTEST_RECORDED, actor=actor, subject=on.case, facts=facts)
    return row
