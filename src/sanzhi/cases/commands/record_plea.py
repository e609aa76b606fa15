"""Record a statement or defence, or its express waiver (行政处罚法 §44, §45, §62)."""

from typing import Any

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.models import Plea, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class RecordPlea(OnProceeding):
    is_waived: bool = False
    text: str = Field(default="", max_length=5000)


def _standing(proceeding: Proceeding) -> dict[str, Any]:
    plea = getattr(proceeding, "plea", None)
    return {"is_waived": plea.is_waived, "text": plea.text} if plea else {}


CARD = Card(captions={"is_waived": "当事人明确放弃陈述申辩", "text": "陈述申辩内容"}, initial=_standing)


@act("cases.record_plea", title="记录陈述申辩", card=CARD)
def record_plea(actor: Actor, order: RecordPlea, *, on: Proceeding) -> Plea:
    standing = Plea.objects.filter(proceeding=on).first()
    require(
        Verdict.when(
            order.is_waived or order.text,
            "请填写陈述申辩的内容，或者注明当事人明确放弃。",
            citation="行政处罚法第六十二条",
        ),
        Verdict.when(standing is None or standing.answered_on is None, "该陈述申辩已经复核。"),
    )
    plea = standing or Plea(proceeding=on)
    plea.is_waived, plea.text, plea.made_on = order.is_waived, order.text, clock.today()
    plea.save()
    outcome = "明确放弃" if order.is_waived else "提出意见"
    record(events.PLEA_RECORDED, actor=actor, subject=on.case, facts={"outcome": outcome})
    return plea
