"""Sign a paper of the case at one's own place; the last signature issues it."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.drafts import is_as_read
from sanzhi.cases.fixed import is_true_today
from sanzhi.cases.orders import OnRead
from sanzhi.cases.policies import is_open_for, may_sign_paper
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import SignDocument, sign_document
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class SignCaseDocument(OnRead):
    opinion: str = Field(default="", max_length=500)


@command("cases.sign_document", title="签署文书")
def sign_case_document(actor: Actor, order: SignCaseDocument) -> Document:
    paper = queries.paper_for_update(actor, order)
    case, place = paper.proceeding.case, documents.next_place(paper.document)
    require(
        is_open_for(paper.proceeding, paper.form),
        is_as_read(paper.document, order.seen),
        may_sign_paper(actor, case, role=place.role) if place else Verdict.yes(),
        is_true_today(paper),
    )
    signed = sign_document(actor, SignDocument(document=paper.document_id, opinion=order.opinion))
    facts = {"title": paper.title, "role": place.caption if place else ""}
    record(events.DOCUMENT_SIGNED, actor=actor, subject=case, facts=facts)
    return signed
