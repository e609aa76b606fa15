"""Record the collective discussion of the heads; for a major decision it follows the review (G-07)."""

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
from sanzhi.organisation.roles import Role
from sanzhi.reviews import events
from sanzhi.reviews.guards import review_passed
from sanzhi.reviews.models import Deliberation


class RecordDeliberation(OnProceeding):
    place: str = Field(min_length=2, max_length=100)
    chair: str = Field(min_length=1, max_length=60)
    participants: list[str] = Field(min_length=2, max_length=30)
    opinions: str = Field(min_length=5, max_length=10000)
    conclusion: str = Field(min_length=5, max_length=5000)


def _standing(proceeding: Proceeding) -> dict[str, Any]:
    row = getattr(proceeding, "deliberation", None)
    if row is None:
        return {}
    plain = {name: getattr(row, name) for name in ("place", "chair", "opinions", "conclusion")}
    return {**plain, "participants": "\n".join(row.participants)}


# 河南省行政执法条例 §28: 法制机构审核后，经负责人集体讨论决定
CARD = Card(
    office=(Role.BUREAU_HEAD, Role.LEGAL_REVIEWER),
    captions={
        "place": "地点",
        "chair": "主持人",
        "participants": "参加人（每行一名）",
        "opinions": "讨论意见",
        "conclusion": "讨论结论",
    },
    initial=_standing,
    objects=review_passed,
)


@act("reviews.record_deliberation", title="记录集体讨论", card=CARD)
def record_deliberation(actor: Actor, order: RecordDeliberation, *, on: Proceeding) -> Deliberation:
    require(
        Verdict.when(
            len(set(order.participants)) >= 2,
            "集体讨论至少应有两名负责人参加。",
            citation="行政处罚法第五十七条",
        ),
    )
    deliberation = Deliberation.objects.filter(proceeding=on).first() or Deliberation(proceeding=on)
    for name, value in order.said().items():
        setattr(deliberation, name, value)
    deliberation.held_on = clock.today()
    deliberation.save()
    facts = {"count": len(order.participants)}
    record(events.DELIBERATION_RECORDED, actor=actor, subject=on.case, facts=facts)
    return deliberation
