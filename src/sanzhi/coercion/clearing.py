"""What is told of a clearing at once, and to whom: the party that was not there is told as soon as it is known (行政强制法 §52)."""

from sanzhi.cases import queries as cases
from sanzhi.cases.commands import EnterProposal, IssueDecision, enter_proposal, issue_decision
from sanzhi.cases.deadlines import decision_served_on
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.coercion.halting import enforcement_of
from sanzhi.coercion.queries import CLEARING
from sanzhi.coercion.rules import AT_ONCE
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Disposal, Measure, Term

LAW = "行政强制法第五十二条"


def party_known(proceeding: Proceeding) -> bool:
    return proceeding.respondent_id is not None


def party_notified(proceeding: Proceeding) -> Verdict:
    """Who is known is told; of whom nobody knows, or who is no more, nobody can be."""
    return Verdict.when(
        proceeding.procedure_key != CLEARING
        or not party_known(proceeding)
        or cases.termination_of(proceeding) is not None
        or decision_served_on(proceeding) is not None,
        "《立即代履行告知书》尚未送达当事人。",
        citation=LAW,
        remedy="清除以后才查明当事人的，先制发立即代履行告知书；请送达并登记。",
    )


def issue_notice(actor: Actor, lane: Proceeding) -> Decision:
    """The notice is the decision of the clearing, made after it was done."""
    row = enforcement_of(lane)
    assert row is not None  # it was entered when it was cleared
    proposal = EnterProposal(
        case=lane.case_id,
        proceeding=lane.pk,
        disposal=Disposal.CLEAR,
        terms=(Term(Measure.PROXY, None, row.target),),
        text=f"立即代履行：清除{row.target}",
        grounds={"act": AT_ONCE},
        reason=row.harm_reason,
        whole={},
    )
    enter_proposal(actor, proposal)
    step = cases.procedure_of(lane).deciding[0]
    issue = IssueDecision(case=lane.case_id, proceeding=lane.pk, form=step.issues[Disposal.CLEAR])
    return issue_decision(actor, issue)
