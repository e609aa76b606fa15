"""Record the service of a paper on the party (行政处罚法 §61; 民事诉讼法 §88–§95)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.orders import OnPaper
from sanzhi.cases.policies import is_open, may_touch
from sanzhi.documents.commands import RecordService, record_service
from sanzhi.documents.models import Service, ServiceMethod
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ServeDocument(OnPaper):
    method: ServiceMethod
    served_on: date | None = None
    published_on: date | None = None
    place: str = Field(default="", max_length=200)
    received_by: str = Field(default="", max_length=60)
    relation: str = Field(default="", max_length=60)
    receipt_number: str = Field(default="", max_length=60)
    witness: str = Field(default="", max_length=60)
    recording_sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    note: str = Field(default="", max_length=1000)


@command("cases.serve_document", title="登记送达")
def serve_document(actor: Actor, order: ServeDocument) -> Service:
    paper = queries.paper_for_update(actor, order)
    require(is_open(paper.proceeding), may_touch(actor, paper.proceeding))
    said = {**order.said(), "document": paper.document_id}
    service = record_service(actor, RecordService.model_validate(said))
    facts = {
        "title": paper.title,
        "number": paper.number,
        "method": ServiceMethod(service.method).label,
    }
    record(events.DOCUMENT_SERVED, actor=actor, subject=paper.proceeding.case, facts=facts)
    return service
