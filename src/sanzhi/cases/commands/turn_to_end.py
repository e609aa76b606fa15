"""Turn a proceeding aside from its way to its last step: nothing is decided in it any more, it is only closed."""

from sanzhi.cases import events, queries
from sanzhi.cases.models import Proceeding
from sanzhi.cases.moving import move
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.ledger.commands import record


class TurnToEnd(OnProceeding):
    reason: str


@command("cases.turn_to_end", title="转入结案", internal=True)
def turn_to_end(actor: Actor, order: TurnToEnd) -> Proceeding:
    proceeding = queries.proceeding_for_update(actor, order)
    last = queries.procedure_of(proceeding).last
    move(proceeding, last.key)
    facts = {"reason": order.reason, "step": last.title}
    record(events.TURNED, actor=actor, subject=proceeding.case, facts=facts)
    return proceeding
