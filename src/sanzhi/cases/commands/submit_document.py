"""Hand a complete paper to its signers; what nobody signs in the system is issued at once."""

from sanzhi.cases import events, queries
from sanzhi.cases.policies import may_write
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import SubmitForSignature, submit_for_signature
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class SubmitDocument(Order):
    case: int
    document: int


@command("cases.submit_document", title="提交文书签批")
def submit_document(actor: Actor, order: SubmitDocument) -> Document:
    case = queries.case_for_update(actor, order.case)
    document = documents.document_of(queries.subject_of(case), order.document)
    require(may_write(actor, case, form=document.form))
    submitted = submit_for_signature(actor, SubmitForSignature(document=document.pk))
    record(events.DOCUMENT_SUBMITTED, actor=actor, subject=case, facts={"title": document.title})
    return submitted
