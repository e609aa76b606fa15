"""Turn a proceeding to the last step of its procedure, where it is closed: nothing more is investigated or decided."""

from sanzhi.cases import events, queries
from sanzhi.cases.models import Proceeding, StepVisit
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.ledger.commands import record


class TurnToClosure(OnProceeding):
    """`reason` is why, in a few words of the timeline."""

    reason: str


@command("cases.turn_to_closure", title="转入结案", internal=True)
def turn_to_closure(actor: Actor, order: TurnToClosure) -> Proceeding:
    proceeding, today = queries.proceeding_for_update(actor, order), clock.today()
    StepVisit.objects.get(proceeding=proceeding, step=proceeding.step, left_on=None).leave(today)
    proceeding.step, proceeding.step_since = queries.procedure_of(proceeding).last.key, today
    proceeding.save()
    StepVisit(proceeding=proceeding, step=proceeding.step, entered_on=today).save()
    facts = {"reason": order.reason}
    record(events.TURNED_TO_CLOSURE, actor=actor, subject=proceeding.case, facts=facts)
    return proceeding
