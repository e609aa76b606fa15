"""Void a wrong paper; its number stays in the series. The paper of a decision is not voided this way."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Paper
from sanzhi.cases.orders import OnPaper
from sanzhi.cases.policies import is_open, may_touch
from sanzhi.documents.commands import VoidDocument, void_document
from sanzhi.documents.models import Document
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

CALLS_TO_HEARING = frozenset({"hearing_summons", "hearing_announcement"})


class VoidCaseDocument(OnPaper):
    reason: str = Field(min_length=5, max_length=300)


@command("cases.void_document", title="作废文书")
def void_case_document(actor: Actor, order: VoidCaseDocument) -> Document:
    paper = queries.paper_for_update(actor, order)
    made_by_decision = queries.procedure_of(paper.proceeding).issued_forms
    require(
        is_open(paper.proceeding),
        may_touch(actor, paper.proceeding),
        Verdict.when(
            not (paper.form in made_by_decision and paper.is_issued),
            "处罚决定书不能作废，须依法撤销或者变更决定。",
            citation="行政处罚法第四十八条",
        ),
        Verdict.when(
            not paper.is_issued or paper.form in _of_this_step(paper),
            f"本案已经依据《{paper.title}》办理了后续环节，不能作废。",
            citation="行政处罚法第五十七条、第五十八条",
        ),
        Verdict.when(
            not (paper.is_issued and paper.purpose in CALLS_TO_HEARING and _is_heard(paper)),
            f"听证已经依据《{paper.title}》举行，不能作废。",
            citation="行政处罚法第六十四条",
        ),
        Verdict.when(
            paper.served_on is None, "已经送达当事人的文书不能作废。", citation="行政处罚法第六十一条"
        ),
    )
    voided = void_document(actor, VoidDocument(document=paper.document_id, reason=order.reason))
    facts = {"title": paper.title, "number": paper.number, "reason": order.reason}
    record(events.DOCUMENT_VOIDED, actor=actor, subject=paper.proceeding.case, facts=facts)
    return voided


def _is_heard(paper: Paper) -> bool:
    hearing = getattr(paper.proceeding, "hearing", None)
    return bool(hearing and hearing.concluded_on)


def _of_this_step(paper: Paper) -> frozenset[str]:
    """What the present step needs is not yet relied on; nor are extra papers that no step before has needed."""
    proceeding = paper.proceeding
    step, procedure = queries.current_step(proceeding), queries.procedure_of(proceeding)
    here = step.forms if step else frozenset()
    passed = {visit.step for visit in queries.visits(proceeding)} - {proceeding.step}
    needed = frozenset().union(*(procedure.step(key).forms for key in passed))
    return here | (frozenset(procedure.anytime) - needed)
