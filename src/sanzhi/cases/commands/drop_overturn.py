"""Let a proposal to overturn fall: the head does not follow it, or what others decided was entered wrongly."""

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
    row.dropped_on, row.dropped_by, row.dropped_for = clock.today(), actor.name, order.reason
    row.save()
    record(events.OVERTURN_DROPPED, actor=actor, subject=proceeding.case, facts={"reason": order.reason})
    return row
