"""Turn a proceeding back from its last step to the one it was turned aside from, where that fell away; also when closed."""

from sanzhi.cases import events, queries
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.reopening import before_the_end, reopen
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.ledger.commands import record


class TurnBack(OnProceeding):
    reason: str


@command("cases.turn_back", title="恢复办理", internal=True)
def turn_back(actor: Actor, order: TurnBack) -> Proceeding:
    proceeding = queries.proceeding_for_update(actor, order)
    procedure = queries.procedure_of(proceeding)
    step = before_the_end(proceeding) or procedure.step(queries.visits(proceeding)[-1].step)
    if queries.termination_of(proceeding):
        step = procedure.last  # nobody is left against whom it could go on
    reopen(proceeding, step)
    facts = {"reason": order.reason, "step": step.title}
    record(events.TURNED_BACK, actor=actor, subject=proceeding.case, facts=facts)
    return proceeding
