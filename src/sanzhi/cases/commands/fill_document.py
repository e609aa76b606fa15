"""Change the content of a paper that is still a draft."""

from typing import Any

from sanzhi.cases import events, queries
from sanzhi.cases.policies import may_write
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import FillDocument, fill_document
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class FillCaseDocument(Order):
    case: int
    document: int
    values: dict[str, Any]


@command("cases.fill_document", title="填写文书")
def fill_case_document(actor: Actor, order: FillCaseDocument) -> Document:
    case = queries.case_for_update(actor, order.case)
    document = documents.document_of(queries.subject_of(case), order.document)
    require(may_write(actor, case, form=document.form))
    filled = fill_document(actor, FillDocument(document=document.pk, values=order.values))
    record(events.DOCUMENT_FILLED, actor=actor, subject=case, facts={"title": document.title})
    return filled
