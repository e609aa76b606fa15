"""When a levy may go to the court (行政强制法 §§53, 54): overdue, and what `cases.at_court` asks of every kind."""

from sanzhi.cases import at_court, board, queries
from sanzhi.cases.correcting import no_correction_waits, nothing_is_doubted
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.overturning import nothing_is_to_be_overturned
from sanzhi.kernel.verdict import Verdict
from sanzhi.levy.guards import lowerings_settled
from sanzhi.levy.owed import is_overdue, payment_due
from sanzhi.levy.queries import last_application


def may_ask_the_court(proceeding: Proceeding) -> Verdict:
    paper = demand_of(proceeding)
    return (
        Verdict.when(
            is_overdue(proceeding) and not queries.has_fallen(proceeding),
            "没有逾期未缴的征收款项。",
            citation=at_court.LAW,
            remedy="缴款期限届满以后仍未缴纳的，先催告。",
        )
        & at_court.is_not_asked(last_application(proceeding))
        & lowerings_settled(proceeding)
        & nothing_is_to_be_overturned(proceeding)
        & nothing_is_doubted(proceeding)
        & no_correction_waits(proceeding)
        & board.guard("cases.overturn_served", proceeding)
        & at_court.is_final(proceeding)
        & at_court.has_waited(
            paper.counts_from if paper else None,
            on=proceeding,
            lacks="缴款期限届满后，尚未送达《履行义务催告书》。",
        )
    )


def demand_of(proceeding: Proceeding) -> Paper | None:
    last = payment_due(proceeding)
    return at_court.newest_demand(proceeding, after=last.on if last else None)
