"""Carry out the seizure that was decided: two officers on the spot, the party or a witness, the list (行政强制法 §18, §24)."""

from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.coercion import carrying_out, events
from sanzhi.coercion.carrying_out import (
    Scene,
    begin,
    fits_decision,
    is_not_taken_again,
    says_why_fewer,
    scene_is_lawful,
    things_taken,
)
from sanzhi.coercion.guards import measure_authorised
from sanzhi.coercion.models import Seizure
from sanzhi.coercion.queries import seizure_of
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class CarryOutSeizure(Scene):
    taken: str = Field(min_length=5, max_length=8000)
    fewer_for: str = Field(default="", max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    seizure = seizure_of(proceeding)
    is_open = seizure is not None and seizure.begun_at is None and not seizure.forgone_for
    return Verdict.when(
        is_open and hasattr(proceeding, "decision"),
        "没有已经决定、等待实施的查封、扣押。",
        citation="行政强制法第十八条第一项",
    ) & measure_authorised(proceeding)


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    party = proceeding.respondent
    name = (party.representative or party.name) if party else ""
    return {"taken": carrying_out.as_decided(seizure_of(proceeding)), "present_name": name}


CARD = Card(
    captions=carrying_out.CAPTIONS,
    helps=carrying_out.HELPS,
    initial=_begins,
    objects=_objects,
    is_main=True,
    is_done=lambda on: (row := seizure_of(on)) is not None and row.begun_at is not None,
)


@act("coercion.carry_out_seizure", title="实施查封、扣押", card=CARD)
def carry_out_seizure(actor: Actor, order: CarryOutSeizure, *, on: Proceeding) -> Seizure:
    seizure = seizure_of(on)
    assert seizure is not None  # the card has asked for it
    things = things_taken(seizure, order.taken)
    require(
        scene_is_lawful(on, order),
        fits_decision(seizure, things),
        says_why_fewer(seizure, things, why=order.fewer_for),
        is_not_taken_again(on, things),
    )
    seizure.fewer_for = order.fewer_for.strip()
    begin(seizure, order, things=things)
    facts = {"manner": seizure.get_manner_display(), "count": len(things)}
    record(events.SEIZED, actor=actor, subject=on.case, facts=facts)
    return seizure
