"""Hand a complete paper to its signers; what nobody signs in the system is issued at once."""

from sanzhi.cases import events, queries
from sanzhi.cases.basis import proposal_of_form
from sanzhi.cases.closing import approval_fits
from sanzhi.cases.fixed import told_now
from sanzhi.cases.lacking import lacks_nothing
from sanzhi.cases.orders import OnPaper
from sanzhi.cases.policies import may_write
from sanzhi.cases.records import record_is_true
from sanzhi.documents.commands import FillDocument, SubmitForSignature, fill_document, submit_for_signature
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class SubmitDocument(OnPaper):
    pass


@command("cases.submit_document", title="提交文书签批")
def submit_document(actor: Actor, order: SubmitDocument) -> Document:
    paper = queries.paper_for_update(actor, order)
    require(may_write(actor, paper.proceeding, form=paper.form), record_is_true(paper), approval_fits(paper))
    fresh = told_now(paper)
    if fresh:  # what the case says is frozen with the submission
        filled = fill_document(actor, FillDocument(document=paper.document_id, values=fresh))
        require(lacks_nothing(paper.proceeding, filled))
        paper.proposal = proposal_of_form(paper.proceeding, paper.form)
        paper.save()
    submitted = submit_for_signature(actor, SubmitForSignature(document=paper.document_id))
    facts = {"title": paper.title}
    record(events.DOCUMENT_SUBMITTED, actor=actor, subject=paper.proceeding.case, facts=facts)
    return submitted
