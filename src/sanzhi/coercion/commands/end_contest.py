"""Record how a remedy against the order to demolish ended (行政强制法 §44; 行政诉讼法 §45)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.contesting import LAW, pending_contest
from sanzhi.coercion.models import Contest, ContestOutcome, ContestWay
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class EndContest(OnProceeding):
    ended_on: date
    outcome: ContestOutcome
    outcome_number: str = Field(min_length=4, max_length=80)
    is_effective: bool = False


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        pending_contest(proceeding),
        "没有正在进行的复议、诉讼。",
        citation=LAW,
        remedy="请先登记受理。",
    )


CARD = Card(
    citation=LAW,
    captions={
        "ended_on": "当事人收到复议决定书之日，或者裁判生效之日",
        "outcome": "结果",
        "outcome_number": "复议决定书、裁判文书文号",
        "is_effective": "裁判已经生效（诉讼的）",
    },
    helps={
        "outcome": "驳回起诉、终止的，选择“撤回或者终止”：它没有审理决定，期限照原来的计算。",
        "is_effective": "一审裁判在上诉期内没有生效；上诉期满没有上诉，或者终审的，才登记。",
    },
    objects=_objects,
)


@act("coercion.end_contest", title="登记复议、诉讼的结果", card=CARD)
def end_contest(actor: Actor, order: EndContest, *, on: Proceeding) -> Contest:
    row = pending_contest(on)
    assert row is not None  # the card has asked for it
    require(
        Verdict.when(
            row.accepted_on <= order.ended_on <= clock.today(),
            "审结日应不早于受理日、不晚于今天。",
            citation=LAW,
        ),
        Verdict.when(
            row.way == ContestWay.RECONSIDERATION or order.is_effective,
            "一审裁判没有生效，诉讼没有审结，不能强制拆除。",
            citation="行政强制法第四十四条；行政诉讼法第八十五条",
            remedy="请按生效的裁判登记，勾选“裁判已经生效”。",
        ),
    )
    row.ended_on, row.outcome, row.outcome_number = order.ended_on, order.outcome, order.outcome_number
    row.save()
    facts = {"way": row.get_way_display(), "outcome": order.outcome.label}
    record(events.CONTEST_ENDED, actor=actor, subject=on.case, facts=facts)
    return row
