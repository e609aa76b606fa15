"""The end may turn out to have come too early: the proceeding goes back to the step that is not done after all."""

from sanzhi.cases import board, events, queries
from sanzhi.cases.models import Proceeding
from sanzhi.cases.moving import move
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.law.procedures import Step
from sanzhi.ledger.commands import record


def done_before_the_end(proceeding: Proceeding) -> Step | None:
    """The step that was done before the proceeding came to its last one, where it is there or was closed there."""
    step = before_the_end(proceeding)
    return step if step is not None and _is_done(proceeding, step) else None


def before_the_end(proceeding: Proceeding) -> Step | None:
    """The step from which the proceeding came to its last one, where it is there or was closed there."""
    procedure = queries.procedure_of(proceeding)
    way = [visit.step for visit in queries.visits(proceeding)]
    is_at_the_end = way[-1:] == [procedure.last.key] and proceeding.step in {"", procedure.last.key}
    before = [key for key in way if key != procedure.last.key]
    return procedure.step(before[-1]) if is_at_the_end and before else None


def _is_done(proceeding: Proceeding, step: Step) -> bool:
    return all(board.guard(name, proceeding) for name in step.needs)


def go_back_where_undone(actor: Actor, order: OnProceeding, *, step: Step | None) -> None:
    """To the `step` that was done before the end and is so no longer, by what the command has written.

    Where none was, to the end itself, when the proceeding could not be closed today as it was. An undecided
    proceeding was turned aside to its end: that its step is not done is no way back.
    """
    proceeding = queries.proceeding_for_update(actor, order)
    if step is None or not hasattr(proceeding, "decision") or _is_done(proceeding, step):
        step = _wrongly_ended(proceeding)
    if step is not None:
        lead_back(actor, proceeding, step=step)


def lead_back(actor: Actor, proceeding: Proceeding, *, step: Step) -> None:
    """To a step that is not done after all, as the ledger tells."""
    reopen(proceeding, step)
    record(events.REOPENED, actor=actor, subject=proceeding.case, facts={"step": step.title})


def undone(proceeding: Proceeding) -> tuple[Step, ...]:
    """The steps behind an undecided proceeding on its way whose needs do not hold today."""
    procedure, way = queries.procedure_of(proceeding), {row.step for row in queries.visits(proceeding)}
    if hasattr(proceeding, "decision") or proceeding.step in {"", procedure.last.key}:
        return ()
    behind = procedure.steps[: [step.key for step in procedure.steps].index(proceeding.step)]
    return tuple(step for step in behind if step.key in way and not _is_done(proceeding, step))


def _wrongly_ended(proceeding: Proceeding) -> Step | None:
    """The step at which it was closed, where what it was closed as does not hold any more."""
    if proceeding.closed_on is None or board.may_close(proceeding, proceeding.closure_kind):
        return None
    return queries.procedure_of(proceeding).step(queries.visits(proceeding)[-1].step)


def reopen(proceeding: Proceeding, step: Step) -> None:
    """At the step, and the case with it; the approval of the closure is made anew when it ends."""
    proceeding.closed_on, proceeding.closure_kind, proceeding.closure_reason = None, "", ""
    move(proceeding, step.key)
    if proceeding.case.closed_on is not None:
        proceeding.case.closed_on = None
        proceeding.case.save()
