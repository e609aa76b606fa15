"""Issue a decision: its row copies the current proposal, its paper is written, signed by who decides, numbered, frozen.

All in the transaction of the kind's own deciding act: if that stops, nothing was decided and no number is taken.
"""

from sanzhi.cases import board, events, queries
from sanzhi.cases.facts import facts_of
from sanzhi.cases.models import Decision, Paper, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import (
    DraftDocument,
    SignDocument,
    SubmitForSignature,
    draft_document,
    sign_document,
    submit_for_signature,
)
from sanzhi.documents.models import Document, Status
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
    if proceeding.filed_on is None:
        proceeding.filed_on = decision.decided_on
    proceeding.save()
    document = _paper(actor, proceeding, form=order.form)
    decision.document_id, decision.number = document.pk, document.number
    decision.save()
    facts = {"number": decision.number, "text": decision.text}
    record(events.DECIDED, actor=actor, subject=proceeding.case, facts=facts)
    for name in board.jobs_after_decision():
        later(name, queries.subject_of(proceeding.case))
    return decision


def _paper(actor: Actor, proceeding: Proceeding, *, form: str) -> Document:
    draft = DraftDocument(
        authority=proceeding.case.authority.code,
        subject=queries.subject_of(proceeding.case),
        form=form,
        values=documents.prefilled(form, facts_of(proceeding)),
    )
    document = draft_document(actor, draft)
    document = submit_for_signature(actor, SubmitForSignature(document=document.pk))
    if document.status == Status.SIGNING:
        document = sign_document(actor, SignDocument(document=document.pk, opinion="同意"))
    Paper(proceeding=proceeding, proposal=queries.current_proposal(proceeding), document=document).save()
    return document
