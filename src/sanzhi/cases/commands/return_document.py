"""Send a paper back to whoever wrote it, with the reason."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.policies import is_open
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import ReturnDocument, return_document
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ReturnCaseDocument(Order):
    case: int
    document: int
    reason: str = Field(min_length=2, max_length=300)


@command("cases.return_document", title="退回文书")
def return_case_document(actor: Actor, order: ReturnCaseDocument) -> Document:
    case = queries.case_for_update(actor, order.case)
    document = documents.document_of(queries.subject_of(case), order.document)
    require(is_open(case))
    returned = return_document(actor, ReturnDocument(document=document.pk, reason=order.reason))
    facts = {"title": document.title, "reason": order.reason}
    record(events.DOCUMENT_RETURNED, actor=actor, subject=case, facts=facts)
    return returned
