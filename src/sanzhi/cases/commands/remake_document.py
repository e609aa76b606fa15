"""Make a voided paper again: what was typed stays, what the case fills is as it is today. The voided one keeps its number."""

from typing import Any

from sanzhi.cases import board, events, queries
from sanzhi.cases.fixed import names_its_officers
from sanzhi.cases.hearings import sits_apart
from sanzhi.cases.lacking import has_what_it_tells
from sanzhi.cases.models import Paper
from sanzhi.cases.orders import OnPaper
from sanzhi.cases.remaking import may_remake
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import DraftDocument, draft_document
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class RemakeDocument(OnPaper):
    pass


@command("cases.remake_document", title="重新制作文书")
def remake_document(actor: Actor, order: RemakeDocument) -> Document:
    old = queries.paper_for_update(actor, order)
    proceeding, form = old.proceeding, documents.form(old.form)
    typed = _typed(old)
    require(
        may_remake(actor, old),
        has_what_it_tells(proceeding, old.form)[old.form],
        sits_apart(proceeding, old.form, typed=typed),
    )
    if not names_its_officers(proceeding, old.form, typed=typed):  # somebody else handles the case by now
        typed = {name: value for name, value in typed.items() if form.field(name).sources != ("officers",)}
    known = documents.prefilled(old.form, board.facts_of(proceeding, form.paths))
    draft = DraftDocument(
        authority=proceeding.case.authority.code,
        subject=queries.subject_of(proceeding.case),
        form=old.form,
        values={**known, **typed},
        replaces=old.document_id,
    )
    document = draft_document(actor, draft)
    Paper(proceeding=proceeding, document=document).save()
    facts = {"title": old.title, "number": old.number}
    record(events.DOCUMENT_REMADE, actor=actor, subject=proceeding.case, facts=facts)
    return document


def _typed(old: Paper) -> dict[str, Any]:
    """What people wrote, in the fields that the form still has and that people still write."""
    free = {field.name for field in documents.form(old.form).fields if not field.fixed}
    values = old.document.values.items()
    return {name: value for name, value in values if name in free and not documents.is_blank(value)}
