"""Issue a decision: its row copies the current proposal, its paper is written, signed by who decides, numbered, frozen.

All in the transaction of the kind's own deciding act: if that stops, nothing was decided and no number is taken.
"""

from sanzhi.cases import board, events, queries
from sanzhi.cases.issuing import issue_paper
from sanzhi.cases.models import Decision
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.jobs import later
from sanzhi.ledger.commands import record

COPIED = ("disposal", "terms", "text")


class IssueDecision(OnProceeding):
    form: str
    is_simplified: bool = False
    is_major: bool = False


@command("cases.issue_decision", title="制发决定", internal=True)
def issue_decision(actor: Actor, order: IssueDecision) -> Decision:
    """Raises Refused when a fact for the paper is missing."""
    proceeding = queries.proceeding_for_update(actor, order)
    proposal = queries.current_proposal(proceeding)
    assert proposal is not None  # nothing is decided that was not proposed
    decision = Decision(
        proceeding=proceeding,
        proposal=proposal,
        is_simplified=order.is_simplified,
        is_major=order.is_major,
        decided_on=clock.today(),
        decided_by=actor.name,
        **{name: getattr(proposal, name) for name in COPIED},
    )
    decision.save()
    proceeding.decided_on = decision.decided_on
    if proceeding.filed_on is None and proceeding.main_id is None:
        proceeding.filed_on = decision.decided_on
    proceeding.save()
    document = issue_paper(actor, proceeding, form=order.form, proposal=proposal)
    decision.document_id, decision.number = document.pk, document.number
    decision.save()
    facts = {"number": decision.number, "text": decision.text}
    record(events.DECIDED, actor=actor, subject=proceeding.case, facts=facts)
    for name in board.jobs_after_decision():
        later(name, queries.subject_of(proceeding.case))
    return decision
