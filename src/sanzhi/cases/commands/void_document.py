"""Void a wrong paper; its number stays in the series. The paper of a decision is not voided this way."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.policies import DECISIONS, is_open, may_touch
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import VoidDocument, void_document
from sanzhi.documents.models import Document, Status
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class VoidCaseDocument(Order):
    case: int
    document: int
    reason: str = Field(min_length=5, max_length=300)


@command("cases.void_document", title="作废文书")
def void_case_document(actor: Actor, order: VoidCaseDocument) -> Document:
    case = queries.case_for_update(actor, order.case)
    document = documents.document_of(queries.subject_of(case), order.document)
    served = documents.service_of(document) is not None
    require(
        is_open(case),
        may_touch(actor, case, act="write_document"),
        Verdict.when(
            not (document.form in DECISIONS and document.status == Status.ISSUED),
            "处罚决定书不能作废，须依法撤销或者变更决定。",
            citation="行政处罚法第四十八条",
        ),
        Verdict.when(not served, "已经送达当事人的文书不能作废。", citation="行政处罚法第六十一条"),
    )
    voided = void_document(actor, VoidDocument(document=document.pk, reason=order.reason))
    facts = {"title": document.title, "number": document.number, "reason": order.reason}
    record(events.DOCUMENT_VOIDED, actor=actor, subject=case, facts=facts)
    return voided
