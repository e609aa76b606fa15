"""Let a proposal to overturn fall whose ground is no more: the decision of others on which it rested was entered wrongly."""

from sanzhi.cases import events, queries
from sanzhi.cases.models import Overturn
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.overturning import waiting
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.ledger.commands import record


class DropOverturn(OnProceeding):
    reason: str


@command("cases.drop_overturn", title="终止办理撤销、变更意见", internal=True)
def drop_overturn(actor: Actor, order: DropOverturn) -> Overturn:
    proceeding = queries.proceeding_for_update(actor, order)
    row = waiting(proceeding)
    assert row is not None  # who calls it has found one
    row.is_agreed, row.opinion = False, order.reason
    row.reviewed_on, row.reviewed_by = clock.today(), actor.name
    row.save()
    record(events.OVERTURN_DROPPED, actor=actor, subject=proceeding.case, facts={"reason": order.reason})
    return row
