"""Void a wrong paper on which nothing rests yet; its number stays in the series. A decision is never voided so."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.orders import OnPaper
from sanzhi.cases.policies import is_open_for, may_touch
from sanzhi.cases.resting import rests_on
from sanzhi.cases.still_told import is_overtaken
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import VoidDocument, void_document
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class VoidCaseDocument(OnPaper):
    reason: str = Field(min_length=5, max_length=300)


@command("cases.void_document", title="作废文书")
def void_case_document(actor: Actor, order: VoidCaseDocument) -> Document:
    paper = queries.paper_for_update(actor, order)
    later = "" if is_overtaken(paper) else rests_on(paper)
    made_by_decision = queries.procedure_of(paper.proceeding).issued_forms
    require(
        is_open_for(paper.proceeding, paper.form),
        may_touch(actor, paper.proceeding),
        Verdict.when(
            not (paper.form in made_by_decision and paper.is_issued),
            "决定书不能作废，须依法撤销或者变更决定。",
            citation="行政处罚法第四十八条",
        ),
        Verdict.when(
            not later,
            f"《{paper.title}》签发以后，本案已经据此办理（{later}），不能作废。",
            citation="行政处罚法第四十七条、第五十七条、第五十八条",
            remedy="内容有误的，请重新制作；文字误写的，请办理补正。",
        ),
        Verdict.when(
            documents.service_of(paper.document) is None,
            "已经送达、已经发出公告的文书不能作废。",
            citation="行政处罚法第六十一条；民事诉讼法第九十五条",
            remedy="内容有变化的，另行制作、送达；送达登记有误的，请更正送达登记。",
        ),
    )
    voided = void_document(actor, VoidDocument(document=paper.document_id, reason=order.reason))
    facts = {"title": paper.title, "number": paper.number, "reason": order.reason}
    record(events.DOCUMENT_VOIDED, actor=actor, subject=paper.proceeding.case, facts=facts)
    return voided
