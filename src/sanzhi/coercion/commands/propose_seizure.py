"""Propose a seizure: what, why, how long, where it is kept; the head decides (行政强制法 §18(1))."""

from typing import Any

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.policies import is_not_decided
from sanzhi.coercion import events
from sanzhi.coercion.models import Manner, Seizure
from sanzhi.coercion.proposing import CAPTIONS, HELPS, Proposing, may_be_proposed, propose
from sanzhi.coercion.queries import seizure_of
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ProposeSeizure(Proposing):
    pass


def _as_it_stands(proceeding: Proceeding) -> dict[str, Any]:
    row = seizure_of(proceeding)
    if row is None:
        return {"custodian": proceeding.case.authority.name}
    said = {name: getattr(row, name) for name in ("manner", "reason", "place", "custodian", "days")}
    return {**said, "things": "\n".join(thing.line for thing in row.decided)}


CARD = Card(captions=CAPTIONS, helps=HELPS, initial=_as_it_stands, objects=is_not_decided, is_main=True)


@act("coercion.propose_seizure", title="报请查封、扣押", card=CARD)
def propose_seizure(actor: Actor, order: ProposeSeizure, *, on: Proceeding) -> Seizure:
    require(may_be_proposed(on, order))
    seizure = propose(actor, order, on=on)
    facts = {"manner": Manner(order.manner).label, "count": len(seizure.things), "days": order.days}
    record(events.SEIZURE_PROPOSED, actor=actor, subject=on.case, facts=facts)
    return seizure
