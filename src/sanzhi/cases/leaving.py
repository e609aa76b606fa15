"""What a step asks before it is left, besides its papers and what its own words demand."""

from sanzhi.cases import board
from sanzhi.cases.models import Proceeding
from sanzhi.cases.queries import moments_of, procedure_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.procedures import Step


def films_are_there(proceeding: Proceeding, step: Step) -> Verdict:
    """Each moment of the step that must be recorded is, or why not is accepted (行政处罚法 §47)."""
    moments = moments_of(proceeding, step)
    return board.moments_covered(proceeding, moments) if moments else Verdict.yes()


def is_decided(proceeding: Proceeding, step: Step) -> Verdict:
    """The last step that issues a decision is left with one; a step before it may offer an earlier end.

    What was cleared at once beside a case is decided, and told, as soon as anybody is known (行政强制法 §52).
    """
    deciding = [row for row in procedure_of(proceeding).steps if row.issues.keys() - {"overturn"}]
    return Verdict.when(
        not deciding
        or step != deciding[-1]
        or proceeding.decided_on is not None
        or (proceeding.main_id is not None and proceeding.respondent_id is None),
        f"“{step.title}”环节还没有作出决定。",
        remedy="请由机关负责人作出决定，或者退回。",
    )
