"""Refuse what was taken at once: everything goes back without delay, and is compensated (突发事件应对法 §12)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnToEnd, turn_to_end
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import is_not_decided
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.requisition import events
from sanzhi.requisition.models import Requisition, UseEndedFor
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import requisition_of


class RefuseRequisition(OnProceeding):
    reason: Told = Field(min_length=5, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    row = requisition_of(proceeding)
    return is_not_decided(proceeding) & Verdict.when(
        row is not None and row.taken_at is not None and row.refused_on is None,
        "没有先行征用、等待决定的财物。",
        citation=LAW,
        remedy="尚未征用的，登记不再征用。",
    )


CARD = Card(office=(Role.BUREAU_HEAD,), captions={"reason": "不批准的理由"}, objects=_objects)


@act("requisition.refuse_requisition", title="不批准先行征用，立即返还", card=CARD)
def refuse_requisition(actor: Actor, order: RefuseRequisition, *, on: Proceeding) -> Requisition:
    row, today = requisition_of(on), clock.today()
    assert row is not None  # the card has asked for it
    row.refused_on, row.refused_for = today, order.reason
    row.use_ended_on, row.use_ended_for = today, UseEndedFor.REFUSED
    row.save()
    record(events.REFUSED, actor=actor, subject=on.case, facts={"reason": order.reason})
    turn_to_end(actor, TurnToEnd(case=on.case_id, proceeding=on.pk, reason="没有批准先行征用"))
    return row
