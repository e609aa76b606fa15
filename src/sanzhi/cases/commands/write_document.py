"""Begin a paper of the case, filled from what the case knows."""

from typing import Any

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.fixed import is_not_typed_over, names_its_officers
from sanzhi.cases.hearings import sits_apart
from sanzhi.cases.lacking import has_what_it_tells
from sanzhi.cases.models import Paper
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import may_write
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import DraftDocument, draft_document
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class WriteDocument(OnProceeding):
    """`values` are what cannot be known from the case; they win over what is known."""

    form: str = Field(pattern=r"^D\d{2,3}$")
    values: dict[str, Any] = Field(default_factory=dict)


@command("cases.write_document", title="制作文书")
def write_document(actor: Actor, order: WriteDocument) -> Document:
    proceeding = queries.proceeding_for_update(actor, order)
    form = documents.form(order.form)  # a code that no form has does not exist for anybody
    case, title = proceeding.case, documents.form_title(order.form)
    papers, facts = queries.papers(proceeding), board.facts_of(proceeding, form.paths)
    require(
        may_write(actor, proceeding, form=order.form),
        has_what_it_tells(proceeding, order.form)[order.form],
        names_its_officers(proceeding, order.form, typed=order.values),
        sits_apart(proceeding, order.form, typed=order.values),
        is_not_typed_over(order.form, order.values, known=documents.fixed(order.form, facts)),
        Verdict.when(
            not any(paper.form == order.form and paper.is_unfinished for paper in papers),
            f"本案已有一份未完成的《{title}》，请先完成或者作废。",
        ),
    )
    draft = DraftDocument(
        authority=case.authority.code,
        subject=queries.subject_of(case),
        form=order.form,
        values={**documents.prefilled(order.form, facts), **order.values},
    )
    document = draft_document(actor, draft)
    Paper(proceeding=proceeding, document=document).save()
    record(events.DOCUMENT_WRITTEN, actor=actor, subject=case, facts={"title": title})
    return document
