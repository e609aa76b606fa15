"""Record what the owner objects; it is answered in writing (突发事件应对法 §12; 河南省行政执法条例 §26)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.requisition import events
from sanzhi.requisition.models import Objection
from sanzhi.requisition.proposing import TOLD
from sanzhi.requisition.queries import objections, requisition_of


class RecordObjection(OnProceeding):
    text: str = Field(min_length=5, max_length=5000)
    made_on: date


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        requisition_of(proceeding), "尚未提出征用，没有可以异议的。", citation=TOLD, remedy="请先提出征用。"
    )


CARD = Card(
    captions={"text": "异议的内容和理由", "made_on": "提出日"},
    initial=lambda on: {"made_on": clock.today()},
    objects=_objects,
)


@act("requisition.record_objection", title="登记权利人的异议", card=CARD)
def record_objection(actor: Actor, order: RecordObjection, *, on: Proceeding) -> Objection:
    same = [row for row in objections(on) if row.text == order.text and row.made_on == order.made_on]
    require(
        Verdict.when(
            on.case.registered_on <= order.made_on <= clock.today(),
            "提出日应在开案以后、不晚于今天。",
            citation=TOLD,
        ),
        Verdict.when(not same, "已经登记过内容相同的异议。", citation=TOLD, remedy="请答复已经登记的异议。"),
    )
    row = Objection(proceeding=on, text=order.text, made_on=order.made_on)
    row.save()
    record(events.OBJECTED, actor=actor, subject=on.case, facts={})
    return row
