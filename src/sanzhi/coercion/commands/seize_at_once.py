"""Seize on the spot where it cannot wait: reported and approved within twenty-four hours (行政强制法 §19)."""

from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssueDecision, issue_decision
from sanzhi.cases.models import Proceeding
from sanzhi.cases.policies import is_not_decided, recusals_settled
from sanzhi.coercion import carrying_out, events, proposing
from sanzhi.coercion.carrying_out import (
    CONDITION,
    Scene,
    begin,
    fits_decision,
    is_not_taken_again,
    is_the_same_as_decided,
    scene_is_lawful,
)
from sanzhi.coercion.models import Seizure
from sanzhi.coercion.proposing import Proposing, inventory, may_be_proposed, propose
from sanzhi.coercion.rules import major_reasons
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import require
from sanzhi.law.measures import Disposal
from sanzhi.ledger.commands import record

DECIDING = "coercion.decide_seizure"


class SeizeAtOnce(Proposing, Scene):
    urgency: str = Field(min_length=10, max_length=500)
    taken: str = Field(min_length=5, max_length=8000)


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    party = proceeding.respondent
    return {"present_name": (party.representative or party.name) if party else ""}


CARD = Card(
    captions={
        **proposing.CAPTIONS,
        **carrying_out.CAPTIONS,
        "urgency": "情况紧急、来不及事先报批的情形",
    },
    helps={
        **proposing.HELPS,
        **carrying_out.HELPS,
        "urgency": "实施以后二十四小时内报机关负责人补办批准；没有批准的，立即解除。",
    },
    initial=_begins,
    objects=is_not_decided,
)


@act("coercion.seize_at_once", title="情况紧急，当场查封、扣押", card=CARD)
def seize_at_once(actor: Actor, order: SeizeAtOnce, *, on: Proceeding) -> Seizure:
    require(may_be_proposed(on, order), scene_is_lawful(on, order), recusals_settled(on.case))
    taken = inventory(order.taken, last=CONDITION)
    seizure = propose(actor, order, on=on, urgency=order.urgency)
    require(
        fits_decision(seizure, taken),
        is_the_same_as_decided(seizure, taken),
        is_not_taken_again(on, taken),
    )
    begin(seizure, order, things=taken)
    step = queries.procedure_of(on).step_with(DECIDING)
    assert step is not None  # the procedure decides somewhere
    form = step.issues[Disposal.SEIZE]
    place: dict[str, Any] = {"case": on.case_id, "proceeding": on.pk}
    issue_decision(actor, IssueDecision(**place, form=form, is_major=bool(major_reasons(on))))
    facts = {"manner": seizure.get_manner_display(), "count": len(taken)}
    record(events.SEIZED_AT_ONCE, actor=actor, subject=on.case, facts=facts)
    return seizure
