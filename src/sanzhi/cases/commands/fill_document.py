"""Change the content of a paper that is still a draft."""

from typing import Any

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.drafts import is_as_seen
from sanzhi.cases.fixed import fixed_now, is_not_typed_over, moved_since, names_its_officers
from sanzhi.cases.hearings import sits_apart
from sanzhi.cases.orders import OnPaper
from sanzhi.cases.policies import may_write
from sanzhi.documents.commands import FillDocument, fill_document
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class FillCaseDocument(OnPaper):
    """`seen`: the state of the draft that stood on the page when it was opened."""

    values: dict[str, Any]
    seen: str | None = Field(default=None, max_length=64, json_schema_extra={"hidden": True})


@command("cases.fill_document", title="填写文书")
def fill_case_document(actor: Actor, order: FillCaseDocument) -> Document:
    paper = queries.paper_for_update(actor, order)
    require(
        may_write(actor, paper.proceeding, form=paper.form),
        is_as_seen(paper.document, order.seen),
        names_its_officers(paper.proceeding, paper.form, typed=order.values),
        sits_apart(paper.proceeding, paper.form, typed=order.values),
        is_not_typed_over(paper.form, order.values, known=fixed_now(paper.proceeding, paper.form)),
    )
    values = {**moved_since(paper), **order.values}  # a draft follows the case until it is submitted
    filled = fill_document(actor, FillDocument(document=paper.document_id, values=values))
    facts = {"title": paper.title}
    record(events.DOCUMENT_FILLED, actor=actor, subject=paper.proceeding.case, facts=facts)
    return filled
