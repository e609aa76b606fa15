"""A paper that an act makes by itself: written from the facts, signed by who acts, numbered, frozen.

All in the transaction of the act: if that stops, there is no paper and no number is taken.
"""

from sanzhi.cases import board, queries
from sanzhi.cases.models import Paper, Proceeding, Proposal
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


def issue_paper(
    actor: Actor, proceeding: Proceeding, *, form: str, proposal: Proposal | None = None
) -> Document:
    """Raises Refused when a fact for the paper is missing."""
    draft = DraftDocument(
        authority=proceeding.case.authority.code,
        subject=queries.subject_of(proceeding.case),
        form=form,
        values=documents.prefilled(form, board.facts_of(proceeding, documents.form(form).paths)),
    )
    document = draft_document(actor, draft)
    document = submit_for_signature(actor, SubmitForSignature(document=document.pk))
    if document.status == Status.SIGNING:
        document = sign_document(actor, SignDocument(document=document.pk, opinion="同意"))
    Paper(proceeding=proceeding, proposal=proposal, document=document).save()
    return document


def form_for(purpose: str) -> str:
    """The code of the form that serves the purpose."""
    return next(code for code, form in documents.forms().items() if form.purpose == purpose)
