"""Propose that things be registered and kept, or sampled: why, which, where (行政处罚法 §56)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import AllTold, OnProceeding, Told
from sanzhi.cases.policies import is_not_decided, is_running
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import KeptAs, Preservation
from sanzhi.penalty.preservations import LAW, preservation_settled, proposed
from sanzhi.penalty.referrals import is_not_elsewhere


class ProposePreservation(OnProceeding):
    kept_as: KeptAs
    reason: Told = Field(min_length=10, max_length=1000)
    place: Told = Field(min_length=2, max_length=200)
    things: AllTold = Field(min_length=1, max_length=50)


def _objects(proceeding: Proceeding) -> Verdict:
    is_open = is_not_decided(proceeding) & is_running(proceeding) & is_not_elsewhere(proceeding)
    is_open &= Verdict.when(
        proceeding.respondent, "尚未登记当事人。", citation=LAW, remedy="请先登记当事人。"
    )
    return is_open & preservation_settled(proceeding) if is_open else is_open


CARD = Card(
    citation="行政处罚法第五十六条",
    captions={
        "kept_as": "方式",
        "reason": "理由",
        "place": "存放或者抽样的地点",
        "things": "物品（每行一项：名称、规格、数量）",
    },
    helps={"reason": "先行登记保存限于证据可能灭失或者以后难以取得的情况，请写明。"},
    objects=_objects,
)


@act("penalty.propose_preservation", title="提出证据保存", card=CARD)
def propose_preservation(actor: Actor, order: ProposePreservation, *, on: Proceeding) -> Preservation:
    require(is_news(filter(None, [proposed(on)]), order.said(), what="证据保存意见"))
    row = Preservation(proceeding=on, proposed_at=clock.now(), proposed_by=actor.name, **order.said())
    row.save()
    facts = {"kept_as": KeptAs(order.kept_as).label, "count": len(order.things)}
    record(events.PRESERVATION_PROPOSED, actor=actor, subject=on.case, facts=facts)
    return row
