"""Send a paper back to whoever wrote it, with the reason."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.drafts import is_as_read
from sanzhi.cases.orders import OnRead
from sanzhi.cases.policies import is_not_recused, is_open_for
from sanzhi.documents.commands import ReturnDocument, return_document
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ReturnCaseDocument(OnRead):
    reason: str = Field(min_length=2, max_length=300)


@command("cases.return_document", title="退回文书")
def return_case_document(actor: Actor, order: ReturnCaseDocument) -> Document:
    paper = queries.paper_for_update(actor, order)
    require(is_open_for(paper.proceeding, paper.form), is_not_recused(actor, paper.proceeding.case))
    require(is_as_read(paper.document, order.seen))
    returned = return_document(actor, ReturnDocument(document=paper.document_id, reason=order.reason))
    facts = {"title": paper.title, "reason": order.reason}
    record(events.DOCUMENT_RETURNED, actor=actor, subject=paper.proceeding.case, facts=facts)
    return returned
