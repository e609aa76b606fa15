"""Record that execution rests while the decision is contested: a remedy alone stops none (行政复议法 §42; 行政诉讼法 §56)."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.contests import pending_contest
from sanzhi.cases.models import Contest, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

LAW = "行政复议法第四十二条；行政诉讼法第五十六条"


class StayedBy(StrEnum):
    US = "本机关"
    BODY = "受理机关"


class StayExecution(OnProceeding):
    by: StayedBy
    stayed_on: date
    because: str = Field(min_length=5, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    row = pending_contest(proceeding)
    return Verdict.when(
        row is not None and not row.is_stayed,
        "没有可以停止执行的复议、诉讼。",
        citation=LAW,
        remedy="请先登记复议、诉讼的受理；已经停止执行的不再登记。",
    )


CARD = Card(
    citation=LAW,
    captions={"by": "决定停止执行的", "stayed_on": "停止执行之日", "because": "情形"},
    helps={
        "because": "本机关认为需要停止；复议机关、人民法院决定或者裁定停止（写明文号）；法律、法规、规章规定停止。"
    },
    choices={"by": lambda on: [(row.value, row.value) for row in StayedBy]},
    initial=lambda on: {"stayed_on": clock.today()},
    objects=_objects,
    at_any_step=True,
    after_closure=True,
)


@act("cases.stay_execution", title="登记停止执行", card=CARD)
def stay_execution(actor: Actor, order: StayExecution, *, on: Proceeding) -> Contest:
    row = pending_contest(on)
    assert row is not None  # the card has asked for it
    require(
        Verdict.when(
            row.accepted_on <= order.stayed_on <= clock.today(),
            "停止执行之日应不早于受理日、不晚于今天。",
            citation=LAW,
            remedy="请按决定书、裁定书填写。",
        )
    )
    row.stayed_on, row.resumed_on, row.stayed_because = order.stayed_on, None, order.because
    row.stayed_by = row.body if order.by == StayedBy.BODY else on.case.authority.name
    row.save()
    facts = {"way": row.get_way_display(), "because": order.because}
    record(events.EXECUTION_STAYED, actor=actor, subject=on.case, facts=facts)
    return row
