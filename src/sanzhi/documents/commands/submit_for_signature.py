"""Hand a complete draft to its signers; a form that nobody signs in the system is issued at once."""

from sanzhi.documents import events, queries
from sanzhi.documents.commands.issue_document import IssueDocument, issue_document
from sanzhi.documents.models import Document, Status
from sanzhi.documents.policies import is_complete, is_in_state
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class SubmitForSignature(Order):
    document: int


@command("documents.submit_for_signature", title="提交签批", internal=True)
def submit_for_signature(actor: Actor, order: SubmitForSignature) -> Document:
    document = queries.document_for_update(actor, order.document)
    require(is_in_state(document, Status.DRAFT), is_complete(queries.missing_of(document)))
    document.status = Status.SIGNING
    document.save()
    record(events.DOCUMENT_SUBMITTED, actor=actor, subject=document, facts={"title": document.title})
    if queries.next_place(document) is None:
        return issue_document(actor, IssueDocument(document=document.pk))
    return document
