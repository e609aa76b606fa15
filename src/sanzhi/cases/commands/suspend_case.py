"""Suspend a proceeding with the head's approval: it stands still, and so does its own ninety days (记忆, 行政处罚法 §60)."""

from pydantic import Field

from sanzhi.cases import events, pauses
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding, SuspendedFor, Suspension
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import is_not_decided
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.not_counted import MINISTRY
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class SuspendCase(OnProceeding):
    ground: SuspendedFor
    reason: Told = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        is_not_decided(proceeding)
        & Verdict.when(
            proceeding.filed_on,
            "尚未立案，没有可以中止的调查。",
            citation=MINISTRY,
            remedy="请先决定是否立案。",
        )
        & Verdict.when(
            pauses.suspension(proceeding) is None,
            "本案已经中止。",
            citation=MINISTRY,
            remedy="中止的原因消除以后，请办理“恢复调查”。",
        )
    )


CARD = Card(
    citation=MINISTRY,
    office=(Role.BUREAU_HEAD,),
    captions={"ground": "中止的情形", "reason": "理由"},
    helps={"reason": "中止期间不计入办案期限；情形消失的，应当及时恢复。"},
    objects=_objects,
    at_any_step=True,
)


@act("cases.suspend_case", title="中止调查", card=CARD)
def suspend_case(actor: Actor, order: SuspendCase, *, on: Proceeding) -> Suspension:
    suspension = Suspension(proceeding=on, since=clock.today(), approved_by=actor.name, **order.said())
    suspension.save()
    facts = {"ground": SuspendedFor(order.ground).label, "basis": MINISTRY}
    record(events.CASE_SUSPENDED, actor=actor, subject=on.case, facts=facts)
    return suspension
