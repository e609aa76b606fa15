"""Whether a paper may still be served: what is proposed, decided or demanded no more is not told any more (行政处罚法 §44, §61).

What was handed over before the case moved on was true when it was handed over: its service is entered as of then.
"""

from datetime import date, datetime, time, timedelta

from sanzhi.cases import board, queries
from sanzhi.cases.articles import as_of_kind
from sanzhi.cases.contests import outcome_entered
from sanzhi.cases.deadlines import decision_paper
from sanzhi.cases.fixed import is_true_today
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.cases.overturning import to_be_told
from sanzhi.cases.vouching import stands
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger import queries as ledger

AFTERWARDS = frozenset({"overturn", "slip"})  # what is made of a decision that was made
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
DECISIONS = frozenset(
    {
        "decision",
        "decision_of_no_penalty",
        "decision_on_the_spot",
        "levy_decision",
        "requisition_decision",
        "compensation_decision",
    }
)
# what no paper for the party tells, so that none becomes untrue by it
QUIET = (
    "cases.document_",
    "documents.",
    "recordings.",
    "reviews.",
    "disclosure.",
    "cases.evidence_added",
    "cases.step_completed",
    "cases.officers_assigned",
    "cases.respondent_added",
    "cases.plea_",
    "cases.hearing_requested",
    "cases.recusal_",
    "cases.edition_moved",
    "cases.delay_explained",
    "cases.correction_asked",
    "cases.overturn_proposed",
    "cases.overturn_reviewed",
    "cases.overturn_dropped",
    "penalty.deferral_asked",
)
# external, but handed in by us or by the party: nobody is served with it
HANDED_IN = frozenset({"court_application", "service_address"})


def papers_to_serve(proceeding: Proceeding) -> tuple[Paper, ...]:
    """What is issued for the party and tells it what is so, and has not been handed over."""
    return tuple(
        paper
        for paper in queries.papers(proceeding)
        if paper.is_issued
        and documents.form(paper.form).nature == "external"
        and paper.purpose not in HANDED_IN
        and documents.service_of(paper.document) is None
        and tells_now(paper, on=None)
    )


def tells_now(paper: Paper, *, on: date | None, at: time | None = None) -> Verdict:
    """Does the paper tell what is so, or what was so when it was handed over, on that day, `at` that time?"""
    if paper.purpose in AFTERWARDS:
        return _of_a_decision_that_is_there(paper)
    stands_today = outcome_entered(paper.proceeding)
    decision = decision_paper(paper.proceeding)
    if paper.purpose in DECISIONS or paper == decision:
        return stands_today & _has_not_fallen(paper)
    was_proposed = decision is None or paper.pk < decision.pk
    if paper.purpose in board.notices(paper.proceeding) and was_proposed:
        return stands_today & _is_still_proposed(paper, on, at=at)
    return stands_today & Verdict.when(
        is_true_today(paper) or stood_on(paper, on, at=at),
        f"《{paper.title}》制作以后案情有变化，所写的已与案件不符，不能再送达。",
        citation="行政处罚法第五条、第六十一条",
        remedy="请作废后重新制作、送达；变化以前已经送达的，按实际送达的日期和时间登记。",
    )


def _of_a_decision_that_is_there(paper: Paper) -> Verdict:
    """A change tells what was decided on its day; once it was changed again, or is gone, only that is told."""
    told = {row.document_id for row in to_be_told(paper.proceeding)}
    return Verdict.when(
        paper.purpose != "overturn" or paper.document_id in told,
        f"《{paper.title}》所写的已经被以后的撤销、变更取代，不能再送达。",
        citation="行政处罚法第六十一条、第七十五条第二款",
        remedy="请送达以后的撤销、变更文书，或者告知当事人生效的裁判、复议决定。",
    )


def _has_not_fallen(paper: Paper) -> Verdict:
    return Verdict.when(
        not queries.has_fallen(paper.proceeding),
        f"《{paper.title}》所载的决定已经不再有效，不能再送达。",
        citation="行政处罚法第六十一条、第七十五条第二款",
        remedy="请送达撤销、确认无效的文书。",
    )


def _is_still_proposed(paper: Paper, on: date | None, *, at: time | None) -> Verdict:
    """What is decided is told by the decision, and not once more as something that is only meant (行政处罚法 §44)."""
    now = queries.current_proposal(paper.proceeding)
    told = now is not None and paper.proposal_id == now.pk and bool(stands(paper.proceeding, now))
    verdict = Verdict.when(
        not hasattr(paper.proceeding, "decision"),
        f"已经作出决定，《{paper.title}》不能再送达。",
        citation="行政处罚法第四十四条、第六十一条",
        remedy="请作废该告知书，送达决定书；决定有误的，依法撤销或者变更。",
    ) & Verdict.when(
        now is None or told or stood_on(paper, on, at=at),
        f"《{paper.title}》所写的是以前的处理建议，不能再告知当事人。",
        citation="行政处罚法第四十四条",
        remedy="请作废后按现在的处理建议重新制作、送达；变化以前已经送达的，按实际送达的日期和时间登记。",
    )
    return as_of_kind(verdict, paper.proceeding.procedure_key)


def stood_on(paper: Paper, day: date | None, *, at: time | None = None) -> bool:
    """Nothing that moves the case was entered from the issue of the paper until it was handed over.

    Without the time, until the end of that day, which is past.
    """
    issued_at = paper.document.issued_at
    if day is None or issued_at is None:
        return False
    handed = datetime.combine(day, at or time(), tzinfo=clock.CHINA)
    until = handed + (MINUTE if at else DAY)
    if until > clock.now() + MINUTE or until <= issued_at:
        return False
    entered = ledger.entries_of(paper.proceeding.case).filter(
        happened_at__gte=issued_at, happened_at__lt=until
    )
    return all(name.startswith(QUIET) for name in entered.values_list("event", flat=True))


def is_overtaken(paper: Paper) -> bool:
    """A paper for the party which nobody was given and which can be given to nobody any more: nothing rests on it."""
    for_the_party = documents.form(paper.form).nature == "external" and paper.purpose not in HANDED_IN
    kept = paper.purpose in DECISIONS or paper.purpose in AFTERWARDS
    is_served = documents.service_of(paper.document) is not None
    return for_the_party and not kept and not is_served and not tells_now(paper, on=None)
