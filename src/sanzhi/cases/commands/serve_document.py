"""Record the service of a paper on the party (行政处罚法 §61; 民事诉讼法 §88–§95)."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Paper
from sanzhi.cases.orders import OnPaper
from sanzhi.cases.policies import is_open, may_touch
from sanzhi.cases.receiving import (
    Receiver,
    Unreachable,
    is_entered_in_time,
    is_last_resort,
    is_lawful_receiver,
)
from sanzhi.documents.commands import RecordService, record_service
from sanzhi.documents.models import Service, ServiceMethod
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class Serving(Order):
    """How a paper was served, and to whom.

    `ground` and `attempts` belong to a public notice: why nothing else was possible, what was tried.
    """

    document: int
    method: ServiceMethod
    served_on: date | None = None
    published_on: date | None = None
    place: str = Field(default="", max_length=200)
    received_by: str = Field(default="", max_length=60)
    relation: Receiver | None = None
    receipt_number: str = Field(default="", max_length=60)
    witness: str = Field(default="", max_length=60)
    ground: Unreachable | None = None
    attempts: list[str] = Field(default_factory=list, max_length=10)
    note: str = Field(default="", max_length=600)


class ServeDocument(Serving, OnPaper):
    recording_sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")


CAPTIONS = {
    "method": "送达方式",
    "served_on": "送达日期",
    "published_on": "公告发出日（公告送达）",
    "place": "送达地点",
    "received_by": "签收人",
    "relation": "与受送达人关系",
    "receipt_number": "回执或者邮件号（邮寄）",
    "witness": "见证人（留置送达）",
    "ground": "公告送达的事由",
    "attempts": "已尝试的送达（每行一次）",
    "note": "原因和经过（留置、公告、逾期）",
}


@command("cases.serve_document", title="登记送达")
def serve_document(actor: Actor, order: ServeDocument) -> Service:
    paper = queries.paper_for_update(actor, order)
    require(_may_still(paper), may_touch(actor, paper.proceeding), is_lawful(paper, order))
    service = record_service(actor, RecordService.model_validate(as_recorded(order)))
    facts = {
        "title": paper.title,
        "number": paper.number,
        "method": ServiceMethod(service.method).label,
    }
    record(events.DOCUMENT_SERVED, actor=actor, subject=paper.proceeding.case, facts=facts)
    return service


def _may_still(paper: Paper) -> Verdict:
    """What is made of a closed case afterwards, a change or a slip put right, is served all the same."""
    return Verdict.yes() if paper.purpose in {"overturn", "slip"} else is_open(paper.proceeding)


def as_recorded(order: ServeDocument) -> dict[str, Any]:
    """The order as the record of the service, its reasons in one note."""
    said = order.model_dump(exclude={"case", "ground", "attempts"})
    return {**said, "relation": order.relation or "", "note": _note(order)}


def is_lawful(paper: Paper, order: ServeDocument, *, entered_on: date | None = None) -> Verdict:
    """Does the service hold, entered today or on the day when it was entered first?"""
    verdict = is_entered_in_time(order.method, order.served_on, today=entered_on or clock.today())
    verdict &= _delay_is_explained(paper, order)
    if order.method == ServiceMethod.LEFT:  # 国办发〔2018〕118号三: 留置送达应当全程音像记录
        verdict &= board.moments_covered(paper.proceeding, ["service"])
    if order.method == ServiceMethod.PUBLIC_NOTICE:
        return verdict & is_last_resort(order.ground, attempts=order.attempts)
    if order.method == ServiceMethod.DIRECT or order.received_by:
        party = paper.proceeding.respondent
        return verdict & is_lawful_receiver(party, order.relation, name=order.received_by)
    return verdict


def _delay_is_explained(paper: Paper, order: ServeDocument) -> Verdict:
    """A decision served after its time is served all the same; why so late stands in the file (行政处罚法 §61)."""
    decision = getattr(paper.proceeding, "decision", None)
    if decision is None or decision.document_id != paper.document_id or order.served_on is None:
        return Verdict.yes()
    until = deadline(paper.proceeding, "service")
    late = until is not None and order.served_on > until.on
    late |= decision.is_simplified and order.served_on > decision.decided_on
    return Verdict.when(
        not late or len(order.note) >= 5,
        "决定书没有在法定期限内送达（当场处罚的应当当场交付），请在说明中写明原因。",
        citation="行政处罚法第五十二条、第六十一条",
    )


def _note(order: ServeDocument) -> str:
    """What the file says of the reasons: 受送达人下落不明。…已尝试：…"""
    parts = [f"{order.ground.label}。"] if order.ground else []
    parts += [order.note] if order.note else []
    parts += [f"已尝试：{'；'.join(order.attempts)}。"] if order.attempts else []
    return "".join(parts)
