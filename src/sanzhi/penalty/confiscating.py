"""What was confiscated and must be taken: each confiscating term of the decision has a record that says so."""

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import CONFISCATIONS, Term
from sanzhi.penalty.queries import confiscations

LAW = "行政处罚法第七十四条"


def left_to_take(proceeding: Proceeding) -> tuple[Term, ...]:
    """The confiscations of the decision that stands of which nothing says that they were carried out."""
    decision = getattr(proceeding, "decision", None)
    if decision is None or queries.has_fallen(proceeding):
        return ()
    taken = {row.measure for row in confiscations(proceeding)}
    return tuple(row for row in decision.measures if row.measure in CONFISCATIONS - taken)


def confiscation_is_done(proceeding: Proceeding) -> Verdict:
    verdict = Verdict.yes()
    for term in left_to_take(proceeding):
        verdict &= Verdict.no(
            f"没有“{term.text}”已经执行的记录。",
            LAW,
            remedy="请登记没收的财物、款项的收取和专用票据。",
        )
    return verdict
