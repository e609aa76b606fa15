"""A correction may show that the end came too early: the proceeding goes back to the step that is not done after all."""

from sanzhi.cases import board, events, queries
from sanzhi.cases.models import Proceeding
from sanzhi.cases.moving import move
from sanzhi.kernel.actor import Actor
from sanzhi.law.procedures import Step
from sanzhi.ledger.commands import record


def step_before_the_end(proceeding: Proceeding) -> Step | None:
    """The step from which the proceeding came to its last one, where it is there or was closed there."""
    procedure = queries.procedure_of(proceeding)
    way = [visit.step for visit in queries.visits(proceeding)]
    is_at_the_end = way[-1:] == [procedure.last.key] and proceeding.step in {"", procedure.last.key}
    return procedure.step(way[-2]) if is_at_the_end and len(way) > 1 else None


def is_done(proceeding: Proceeding, step: Step | None) -> bool:
    return step is not None and all(board.guard(name, proceeding) for name in step.needs)


def go_back(actor: Actor, proceeding: Proceeding, *, step: Step) -> None:
    """Open again, and the case with it; its approval of the closure is made anew when it ends."""
    if proceeding.closed_on is not None:
        proceeding.closed_on, proceeding.closure_kind, proceeding.closure_reason = None, "", ""
    move(proceeding, step.key)
    if proceeding.case.closed_on is not None:
        proceeding.case.closed_on = None
        proceeding.case.save()
    record(events.REOPENED, actor=actor, subject=proceeding.case, facts={"step": step.title})
