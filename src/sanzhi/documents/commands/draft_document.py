"""Begin a document from what the facts already say; `replaces` names the voided one it stands for."""

from typing import Any

from pydantic import Field

from sanzhi.documents import events, queries
from sanzhi.documents.filling import invalid, laid_out
from sanzhi.documents.models import Document, Status
from sanzhi.documents.policies import is_complete, is_in_state
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation


class DraftDocument(Order):
    authority: str
    subject: str = Field(max_length=60, pattern=r"^[a-z_]+\.[a-z_]+:\d+$")
    form: str
    values: dict[str, Any] = Field(default_factory=dict)
    replaces: int | None = None


@command("documents.draft_document", title="起草文书", internal=True)
def draft_document(actor: Actor, order: DraftDocument) -> Document:
    form = queries.form(order.form)
    authority = organisation.authority(order.authority)
    old = queries.document_for_update(actor, order.replaces) if order.replaces else None
    values = laid_out(form, order.values)
    require(is_complete(invalid(form, values)), _may_replace(old, order))
    document = Document(
        authority=authority,
        subject=order.subject,
        form=form.code,
        form_edition=form.edition,
        title=form.title(values),
        values=values,
        drafted_by=actor.name,
        drafted_at=clock.now(),
        replaces=old,
    )
    document.save()
    record(events.DOCUMENT_DRAFTED, actor=actor, subject=document, facts={"title": document.title})
    return document


def _may_replace(old: Document | None, order: DraftDocument) -> Verdict:
    if old is None:
        return Verdict.yes()
    same = old.form == order.form and old.subject == order.subject
    free = not Document.objects.filter(replaces=old).exists()
    return (
        is_in_state(old, Status.VOIDED)
        & Verdict.when(same, "只能替代同一案件的同种文书。")
        & Verdict.when(free, f"《{old.title}》{old.number}已经另行制作。")
    )
