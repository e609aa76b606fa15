"""Void a document with its reason. An issued one keeps number and bytes; its number is never given again."""

from pydantic import Field

from sanzhi.documents import events, queries
from sanzhi.documents.models import Document, Status
from sanzhi.documents.policies import is_in_state
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.publications.commands import VoidPaper, void_paper


class VoidDocument(Order):
    document: int
    reason: str = Field(min_length=2, max_length=300)


@command("documents.void_document", title="作废文书", internal=True)
def void_document(actor: Actor, order: VoidDocument) -> Document:
    document = queries.document_for_update(actor, order.document)
    require(is_in_state(document, Status.DRAFT, Status.SIGNING, Status.ISSUED))
    document.status = Status.VOIDED
    document.voided_at, document.void_reason = clock.now(), order.reason
    document.save()
    if document.token:
        void_paper(actor, VoidPaper(token=document.token))
    facts = {"title": document.title, "number": document.number, "reason": order.reason}
    record(events.DOCUMENT_VOIDED, actor=actor, subject=document, facts=facts)
    return document
