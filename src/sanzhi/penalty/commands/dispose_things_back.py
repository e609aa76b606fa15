"""Decide anew what becomes of the things that came back from a referral (行政处罚法 §57, §74)."""

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
from sanzhi.penalty import events
from sanzhi.penalty.referral_models import BackWay, ThingsBack
from sanzhi.penalty.referrals import running
from sanzhi.penalty.things_back import LAW, are_confiscated, undisposed


class DisposeThingsBack(OnProceeding):
    way: BackWay
    settle_reason: str = Field(min_length=5, max_length=1000)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={"way": "处理方式", "settle_reason": "处理理由"},
    objects=lambda proceeding: Verdict.when(
        undisposed(proceeding),
        "没有等待处理的退回物品。",
        citation=LAW,
        remedy="请先由承办人登记退回的物品。",
    ),
    at_any_step=True,
    after_closure=True,
)


@act("penalty.dispose_things_back", title="处理退回的物品", card=CARD)
def dispose_things_back(actor: Actor, order: DisposeThingsBack, *, on: Proceeding) -> ThingsBack:
    row = undisposed(on)
    assert row is not None  # the card has asked for it
    again = running(on)
    require(
        are_confiscated(on, row.things) if order.way == BackWay.CONFISCATED else Verdict.yes(),
        Verdict.when(
            order.way != BackWay.HANDED_ON
            or (again and again.handed_at and set(row.things) <= set(again.things)),
            "没有再次移交、并在清单中写明这些物品的移送，不能以再次移送处理。",
            citation=LAW,
            remedy="请先报告移送、经批准后移交；不再移送的，选择其他处理方式。",
        ),
    )
    row.way, row.settle_reason = order.way, order.settle_reason
    row.settled_on, row.settled_by = clock.today(), actor.name
    row.save()
    facts = {"count": len(row.things), "way": order.way.label}
    record(events.THINGS_BACK_SETTLED, actor=actor, subject=on.case, facts=facts)
    return row
