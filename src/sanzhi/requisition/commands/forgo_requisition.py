"""Say that nothing is requisitioned after all: the need is gone, or the things are (突发事件应对法 §12)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnToEnd, turn_to_end
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import is_not_ended
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.requisition import events
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import requisition_of


class ForgoRequisition(OnProceeding):
    reason: Told = Field(min_length=5, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    row = requisition_of(proceeding)
    return is_not_ended(proceeding) & Verdict.when(
        row is None or row.taken_at is None,
        "财物已经征用，不能登记不再征用。",
        citation=LAW,
        remedy="已经征用的，结束使用并返还、补偿。",
    )


CARD = Card(office=(Role.BUREAU_HEAD,), captions={"reason": "不再征用的原因"}, objects=_objects)


@act("requisition.forgo_requisition", title="不再征用", card=CARD)
def forgo_requisition(actor: Actor, order: ForgoRequisition, *, on: Proceeding) -> Proceeding:
    row = requisition_of(on)
    if row is not None:
        row.not_taken_for = order.reason
        row.save()
    record(events.NOT_TAKEN, actor=actor, subject=on.case, facts={"reason": order.reason})
    turn_to_end(actor, TurnToEnd(case=on.case_id, proceeding=on.pk, reason="不再征用"))
    return on
