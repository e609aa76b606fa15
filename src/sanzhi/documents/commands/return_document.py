"""Send a document back to its drafter; the signatures given so far stay in their round."""

from pydantic import Field

from sanzhi.documents import events, queries
from sanzhi.documents.models import Document, Status
from sanzhi.documents.policies import may_return
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ReturnDocument(Order):
    document: int
    reason: str = Field(min_length=2, max_length=300)


@command("documents.return_document", title="退回文书", internal=True)
def return_document(actor: Actor, order: ReturnDocument) -> Document:
    document = queries.document_for_update(actor, order.document)
    require(may_return(actor, document, place=queries.next_place(document)))
    document.status, document.round = Status.DRAFT, document.round + 1
    document.save()
    facts = {"title": document.title, "reason": order.reason}
    record(events.DOCUMENT_RETURNED, actor=actor, subject=document, facts=facts)
    return document
