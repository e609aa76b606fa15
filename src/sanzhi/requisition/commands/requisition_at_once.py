"""Take what an emergency needs at once, on a head's word; the decision and its papers are made on the same day."""

from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.policies import recusals_settled
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.requisition import events, proposing, taking
from sanzhi.requisition.commands.propose_requisition import may_still_be_proposed
from sanzhi.requisition.models import Requisition
from sanzhi.requisition.proposing import LAW, Proposing, begins, inventory, may_be_proposed, propose
from sanzhi.requisition.queries import requisition_of
from sanzhi.requisition.taking import TakingOver, fits_decision, is_valued_as_decided, scene_is_lawful, take


class RequisitionAtOnce(Proposing, TakingOver):
    urgency: str = Field(min_length=10, max_length=500)
    approved_by: str = Field(min_length=2, max_length=60)


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    party = proceeding.respondent
    return {**begins(proceeding), "present_name": (party.representative or party.name) if party else ""}


def _is_not_taken(proceeding: Proceeding) -> Verdict:
    row = requisition_of(proceeding)
    return Verdict.when(
        row is None or row.taken_at is None,
        "已经先行征用，不能再次先行征用。",
        citation=LAW,
        remedy="请机关负责人当日补办决定；还需要其他财物的，另行提出征用。",
    )


CARD = Card(
    choices={"level": proposing.levels},
    captions={
        **proposing.CAPTIONS,
        **taking.CAPTIONS,
        "urgency": "来不及事先作出书面决定的情形",
        "approved_by": "口头同意的机关负责人",
    },
    helps={
        **proposing.HELPS,
        **taking.HELPS,
        "urgency": "先行征用的，当日补办征用决定书，交付财物清单和收据。",
    },
    initial=_begins,
    objects=lambda on: may_still_be_proposed(on) & _is_not_taken(on),
)


@act("requisition.requisition_at_once", title="情况紧急，先行征用", card=CARD)
def requisition_at_once(actor: Actor, order: RequisitionAtOnce, *, on: Proceeding) -> Requisition:
    require(may_be_proposed(on, order), scene_is_lawful(on, order), recusals_settled(on.case))
    taken = inventory(order.taken)
    row = propose(actor, order, on=on, urgency=order.urgency, approved_by=order.approved_by)
    require(fits_decision(row, taken))
    require(is_valued_as_decided(row, taken, order=order))
    take(row, order, things=taken)
    record(events.TAKEN_AT_ONCE, actor=actor, subject=on.case, facts={"count": len(taken)})
    return row
