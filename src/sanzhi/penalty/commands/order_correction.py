"""Order the respondent to correct the violation (行政处罚法 §28); the day for it must lie ahead."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Correction


class OrderCorrection(OnProceeding):
    content: str = Field(min_length=5, max_length=2000)
    correct_by_on: date


def _standing(proceeding: Proceeding) -> dict[str, Any]:
    row = getattr(proceeding, "correction", None)
    return {"content": row.content, "correct_by_on": row.correct_by_on} if row else {}


CARD = Card(captions={"content": "改正内容", "correct_by_on": "改正期限"}, initial=_standing)


@act("penalty.order_correction", title="责令改正", card=CARD)
def order_correction(actor: Actor, order: OrderCorrection, *, on: Proceeding) -> Correction:
    standing = Correction.objects.filter(proceeding=on).first()
    require(
        Verdict.when(order.correct_by_on >= clock.today(), "改正期限不能早于今天。"),
        Verdict.when(standing is None or standing.reviewed_on is None, "责令改正已经复查，不能再修改。"),
    )
    correction = standing or Correction(proceeding=on)
    correction.content, correction.correct_by_on = order.content, order.correct_by_on
    correction.ordered_on = clock.today()
    correction.save()
    facts = {"correct_by_on": f"{order.correct_by_on:%Y年%m月%d日}"}
    record(events.CORRECTION_ORDERED, actor=actor, subject=on.case, facts=facts)
    return correction
