"""Makes the paper of a decision in the decision's own transaction, and sets going what follows it."""

from sanzhi.cases import board, queries
from sanzhi.cases.facts import facts_of
from sanzhi.cases.models import Case
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import (
    DraftDocument,
    SignDocument,
    SubmitForSignature,
    draft_document,
    sign_document,
    submit_for_signature,
)
from sanzhi.documents.models import Document, Status
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.jobs import later


def issue_decision_paper(actor: Actor, case: Case, *, form: str) -> Document:
    """Write, sign by the one who decides, number, freeze. Raises Refused when a fact for the paper is missing."""
    queries.forget_papers(case)
    draft = DraftDocument(
        authority=case.authority.code,
        subject=queries.subject_of(case),
        form=form,
        values=documents.prefilled(form, facts_of(case)),
    )
    document = draft_document(actor, draft)
    document = submit_for_signature(actor, SubmitForSignature(document=document.pk))
    if document.status == Status.SIGNING:
        document = sign_document(actor, SignDocument(document=document.pk, opinion="同意"))
    queries.forget_papers(case)
    return document


def follow_up(case: Case) -> None:
    """The jobs that every decision sets going; their rows are written with the decision itself."""
    for name in board.jobs_after_decision():
        later(name, queries.subject_of(case))
