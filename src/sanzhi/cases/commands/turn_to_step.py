"""Turn a proceeding aside from its way to another step: to its end, back to the report, on to where it is spared."""

from sanzhi.cases import events, queries
from sanzhi.cases.models import Proceeding, StepVisit
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.ledger.commands import record


class TurnToStep(OnProceeding):
    """`act`: to the first step that offers it; without it to the last step. `reason` is for the timeline."""

    reason: str
    act: str = ""


@command("cases.turn_to_step", title="转入环节", internal=True)
def turn_to_step(actor: Actor, order: TurnToStep) -> Proceeding:
    proceeding, today = queries.proceeding_for_update(actor, order), clock.today()
    procedure = queries.procedure_of(proceeding)
    step = procedure.step_with(order.act) if order.act else procedure.last
    assert step is not None  # the kind turns only where its own procedures have a step
    StepVisit.objects.get(proceeding=proceeding, step=proceeding.step, left_on=None).leave(today)
    proceeding.step, proceeding.step_since = step.key, today
    proceeding.save()
    StepVisit(proceeding=proceeding, step=step.key, entered_on=today).save()
    facts = {"reason": order.reason, "step": step.title}
    record(events.TURNED, actor=actor, subject=proceeding.case, facts=facts)
    return proceeding
