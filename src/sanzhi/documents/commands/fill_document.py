"""Change the content of a draft. Incomplete is allowed; wrong is not."""

from typing import Any

from sanzhi.documents import events, queries
from sanzhi.documents.filling import invalid, laid_out
from sanzhi.documents.models import Document, Status
from sanzhi.documents.policies import is_complete, is_in_state
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class FillDocument(Order):
    """`values` replaces the fields it names; the others stay."""

    document: int
    values: dict[str, Any]


@command("documents.fill_document", title="填写文书", internal=True)
def fill_document(actor: Actor, order: FillDocument) -> Document:
    document = queries.document_for_update(actor, order.document)
    form = queries.form(document.form)
    values = {**document.values, **laid_out(form, order.values)}
    require(is_in_state(document, Status.DRAFT), is_complete(invalid(form, values)))
    document.values, document.form_edition, document.title = values, form.edition, form.title(values)
    document.save()
    record(events.DOCUMENT_FILLED, actor=actor, subject=document, facts={"title": document.title})
    return document
