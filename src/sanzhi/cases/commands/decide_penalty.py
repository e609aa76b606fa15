"""Decide the penalty: the one irreversible act. Every guard of the step is asked again, in this transaction.

If we stop before the commit, nothing was decided, no number taken, no paper made. After the commit the
decision stands, and its paper with it; the publication follows as a job.
"""

from sanzhi.cases import board, events, queries
from sanzhi.cases.issuing import follow_up, issue_decision_paper
from sanzhi.cases.models import Case, Decision, Proposal
from sanzhi.cases.penalty_rules import describe_penalty, major_reasons
from sanzhi.cases.policies import has_two_qualified_officers, may_act
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.procedures import Step
from sanzhi.ledger.commands import record


class DecidePenalty(Order):
    case: int


@command("cases.decide_penalty", title="作出行政处罚决定")
def decide_penalty(actor: Actor, order: DecidePenalty) -> Decision:
    case = queries.case_for_update(actor, order.case)
    proposal = queries.current_proposal(case)
    require(may_decide(actor, case))
    assert proposal is not None  # the guard proposal stands behind fine_within_range
    decision = _decision(case, proposal, actor=actor)
    decision.save()
    case.decided_on = decision.decided_on
    case.save()
    paper = issue_decision_paper(actor, case, form="D41")
    decision.document_id, decision.number = paper.pk, paper.number
    decision.save()
    facts = {"number": decision.number, "text": decision.text}
    record(events.PENALTY_DECIDED, actor=actor, subject=case, facts=facts)
    follow_up(case)
    return decision


def may_decide(actor: Actor, case: Case) -> Verdict:
    """All reasons against deciding now, for the page's button as for the command."""
    step = queries.current_step(case)
    verdict = may_act(actor, case, act="decide_penalty")
    verdict &= Verdict.when(
        not hasattr(case, "decision"), "本案已经作出处罚决定。", citation="行政处罚法第二十九条"
    )
    if step is None or step.key != "decision":
        step = next((row for row in queries.procedure_of(case).steps if row.key == "decision"), step)
    if step is not None:
        verdict &= _guards_of(case, step)
    return verdict


def _guards_of(case: Case, step: Step) -> Verdict:
    verdict = has_two_qualified_officers(case, step.officers)
    for name in step.needs:
        verdict &= board.guard(name, case)
    approval = documents.form_title("D40")
    issued = {paper.form for paper in queries.papers(case) if paper.is_issued}
    return verdict & Verdict.when(
        "D40" in issued, f"《{approval}》尚未完成审批。", citation="行政处罚法第五十七条"
    )


def _decision(case: Case, proposal: Proposal, *, actor: Actor) -> Decision:
    text = describe_penalty(warns=proposal.warns, fine=proposal.fine, other_measures=proposal.other_measures)
    return Decision(
        case=case,
        warns=proposal.warns,
        fine=proposal.fine,
        other_measures=proposal.other_measures,
        confiscated=proposal.confiscated,
        text=text,
        is_simplified=False,
        is_major=bool(major_reasons(case)),
        decided_on=clock.today(),
        decided_by=actor.name,
    )
