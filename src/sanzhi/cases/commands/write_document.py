"""Begin a paper of the case, filled from what the case knows."""

from typing import Any

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.facts import facts_of
from sanzhi.cases.policies import may_write
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import DraftDocument, draft_document
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class WriteDocument(Order):
    """`values` are what cannot be known from the case; they win over what is known."""

    case: int
    form: str = Field(pattern=r"^D\d{2}$")
    values: dict[str, Any] = Field(default_factory=dict)


@command("cases.write_document", title="制作文书")
def write_document(actor: Actor, order: WriteDocument) -> Document:
    case = queries.case_for_update(actor, order.case)
    unfinished = [
        paper
        for paper in queries.papers(case)
        if paper.form == order.form and paper.status in {"draft", "signing"}
    ]
    title = documents.form_title(order.form)
    require(
        may_write(actor, case, form=order.form),
        Verdict.when(not unfinished, f"本案已有一份未完成的《{title}》，请先完成或者作废。"),
    )
    values = {**documents.prefilled(order.form, facts_of(case)), **order.values}
    draft = DraftDocument(
        authority=case.authority.code, subject=queries.subject_of(case), form=order.form, values=values
    )
    document = draft_document(actor, draft)
    record(events.DOCUMENT_WRITTEN, actor=actor, subject=case, facts={"title": title})
    return document
