"""Sign in the order of the form; the last signature issues the document."""

from pydantic import Field

from sanzhi.documents import events, queries
from sanzhi.documents.commands.issue_document import IssueDocument, issue_document
from sanzhi.documents.models import Document, Signature
from sanzhi.documents.policies import may_sign
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.db import row_by
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.models import Officer
from sanzhi.organisation.policies import may_enforce
from sanzhi.organisation.queries import certificate_on
from sanzhi.organisation.roles import Role


class SignDocument(Order):
    document: int
    opinion: str = Field(default="", max_length=500)


@command("documents.sign_document", title="签署文书", internal=True)
def sign_document(actor: Actor, order: SignDocument) -> Document:
    document = queries.document_for_update(actor, order.document)
    place = queries.next_place(document)
    require(may_sign(actor, document, place=place))
    assert place is not None and actor.officer_id is not None  # may_sign refuses otherwise
    officer = row_by(Officer, actor.officer_id, link="id")
    assert officer is not None  # who signs in is one
    # 行政处罚法 §42: only who is qualified today signs as an enforcement officer
    require(may_enforce(officer, clock.today()) if place.role == Role.OFFICER else Verdict.yes())
    certificate = certificate_on(officer, clock.today())
    Signature(
        document=document,
        round=document.round,
        order=place.order,
        role=place.role,
        officer=officer,
        certificate=certificate.number if certificate else "",
        opinion=order.opinion,
        signed_at=clock.now(),
    ).save()
    facts = {"title": document.title, "caption": place.caption}
    record(events.DOCUMENT_SIGNED, actor=actor, subject=document, facts=facts)
    if place == queries.places_of(document)[-1]:  # they are filled in order
        return issue_document(actor, IssueDocument(document=document.pk))
    return queries.visible_document(actor, document.pk)
