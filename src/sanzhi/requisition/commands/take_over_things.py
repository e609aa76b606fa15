"""Take over what was decided: counted and valued by two, the owner or a witness there (突发事件应对法 §12)."""

from typing import Any

from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.requisition import events, taking
from sanzhi.requisition.models import Requisition
from sanzhi.requisition.proposing import LAW, inventory
from sanzhi.requisition.queries import requisition_of, things_of
from sanzhi.requisition.taking import (
    TakingOver,
    as_decided,
    fits_decision,
    is_valued_as_decided,
    scene_is_lawful,
    take,
)


class TakeOverThings(TakingOver):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    row = requisition_of(proceeding)
    waits = row is not None and row.taken_at is None and hasattr(proceeding, "decision")
    return (
        Verdict.when(
            waits,
            "没有已经决定、等待接收的财物。",
            citation=LAW,
            remedy="先行征用的财物已经清点，请交付清单和收据。",
        )
        & Verdict.when(
            not waits or decision_served_on(proceeding),
            "征用决定书尚未送达，不能征用。",
            citation="突发事件应对法第十二条；河南省行政执法条例第二十九条",
            remedy="请先送达并登记；情况紧急来不及书面决定的，办理先行征用。",
        )
        & Verdict.when(
            not waits or row is None or clock.today() <= row.last_on,
            "征用期限已经届满，不能再征用。",
            citation=LAW,
            remedy="请机关负责人登记不再征用；仍然需要的，另行提出。",
        )
    )


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    party = proceeding.respondent
    name = (party.representative or party.name) if party else ""
    return {"taken": as_decided(requisition_of(proceeding)), "present_name": name}


CARD = Card(
    captions=taking.CAPTIONS,
    helps=taking.HELPS,
    initial=_begins,
    objects=_objects,
    is_main=True,
    is_done=lambda on: bool(things_of(on)),
)


@act("requisition.take_over_things", title="清点、估价、接收", card=CARD)
def take_over_things(actor: Actor, order: TakeOverThings, *, on: Proceeding) -> Requisition:
    row = requisition_of(on)
    assert row is not None  # the card has asked for it
    things = inventory(order.taken)
    require(scene_is_lawful(on, order), fits_decision(row, things))
    require(is_valued_as_decided(row, things, order=order))
    take(row, order, things=things)
    facts = {
        "count": len(things),
        "worth": yuan(sum((one.worth for one in things), start=things[0].worth * 0)),
    }
    record(events.TAKEN_OVER, actor=actor, subject=on.case, facts=facts)
    return row
