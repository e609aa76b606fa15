"""When the costs of a proxy may go to the court: told, overdue, demanded, past every remedy (行政强制法 §51(2), §53, §54)."""

from sanzhi.cases import at_court
from sanzhi.cases import queries as cases
from sanzhi.cases.correcting import nothing_is_doubted
from sanzhi.cases.court_models import ENDED_BY_COURT, CourtSays
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.overturning import nothing_is_to_be_overturned
from sanzhi.coercion.costs import owed
from sanzhi.coercion.enforcement_models import CostsAtCourt
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.deadlines import Deadline

BILL, PAYMENT = "proxy_costs", "proxy_costs"


def last_request(proceeding: Proceeding) -> CostsAtCourt | None:
    return next(reversed(rows_of(proceeding.costs_at_court)), None)


def bill(proceeding: Proceeding) -> Paper | None:
    """The notice of the costs that reached the party: it is this that the party may contest, and that is executed."""
    told = [row for row in cases.issued_for(proceeding, BILL) if row.counts_from]
    return told[-1] if told else None


def payment_due(proceeding: Proceeding) -> Deadline | None:
    paper = bill(proceeding)
    return at_court.counted(PAYMENT, paper.counts_from if paper else None, on=proceeding)


def is_overdue(proceeding: Proceeding) -> bool:
    last = payment_due(proceeding)
    return bool(owed(proceeding)) and last is not None and clock.today() > last.on


def court_period(proceeding: Proceeding) -> Deadline | None:
    paper = bill(proceeding)
    return at_court.period(proceeding, since=paper.counts_from) if paper else None


def demand_of(proceeding: Proceeding) -> Paper | None:
    """Those before the costs were overdue demanded the deed."""
    last = payment_due(proceeding)
    return at_court.newest_demand(proceeding, after=last.on) if last else None


def is_ended_by_court(proceeding: Proceeding) -> bool:
    """It has ended the matter, or has not taken it in when the time was over."""
    asked, until = last_request(proceeding), court_period(proceeding)
    if asked is None:
        return False
    is_late = until is not None and clock.today() > until.on
    return asked.says in ENDED_BY_COURT or (asked.says == CourtSays.NOT_ACCEPTED and is_late)


def may_ask_the_court(proceeding: Proceeding) -> Verdict:
    told, paper = bill(proceeding), demand_of(proceeding)
    return (
        Verdict.when(
            is_overdue(proceeding),
            "没有逾期未缴的代履行费用。",
            citation=at_court.LAW,
            remedy="请结算费用，送达《代履行费用缴纳通知书》；期限届满仍不缴纳的，先催告。",
        )
        & at_court.is_not_asked(last_request(proceeding))
        & Verdict.when(
            not cases.has_fallen(proceeding), "代履行的决定已经被撤销，不再收取费用。", citation=at_court.LAW
        )
        & nothing_is_to_be_overturned(proceeding)
        & nothing_is_doubted(proceeding)
        & at_court.is_final(proceeding, since=told.counts_from if told else None)
        & at_court.has_waited(
            paper.counts_from if paper else None,
            on=proceeding,
            lacks="缴费期限届满后，尚未送达《履行义务催告书》催告缴费。",
        )
    )
