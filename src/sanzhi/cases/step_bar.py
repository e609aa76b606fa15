"""The steps of a proceeding as its page shows them in a row."""

from dataclasses import dataclass
from datetime import date

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding


@dataclass(frozen=True)
class StepState:
    """A step as the step bar shows it: past | here | ahead."""

    key: str
    title: str
    state: str
    entered_on: date | None
    left_on: date | None


def step_states(proceeding: Proceeding) -> tuple[StepState, ...]:
    """The steps that were entered and, in the order of the proceeding's own edition, the usual way ahead."""
    entered = {visit.step: visit for visit in queries.visits(proceeding)}
    procedure = queries.procedure_of(proceeding)
    ahead = procedure.usual_way_from(proceeding.step) if proceeding.step else ()
    return tuple(
        StepState(
            step.key,
            step.title,
            "here" if step.key == proceeding.step else "ahead" if step in ahead else "past",
            entered[step.key].entered_on if step.key in entered else None,
            entered[step.key].left_on if step.key in entered else None,
        )
        for step in procedure.steps
        if step.key in entered or step in ahead
    )
