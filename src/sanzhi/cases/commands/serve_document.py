"""Record the service of a paper on the party (行政处罚法 §61; 民事诉讼法 §88–§95)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.policies import is_open, may_touch
from sanzhi.documents import queries as documents
from sanzhi.documents.commands import RecordService, record_service
from sanzhi.documents.models import Service, ServiceMethod
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ServeDocument(Order):
    case: int
    document: int
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
    case = queries.case_for_update(actor, order.case)
    document = documents.document_of(queries.subject_of(case), order.document)
    require(is_open(case), may_touch(actor, case, act="serve_document"))
    service = record_service(actor, RecordService.model_validate(order.model_dump(exclude={"case"})))
    facts = {
        "title": document.title,
        "number": document.number,
        "method": ServiceMethod(service.method).label,
    }
    record(events.DOCUMENT_SERVED, actor=actor, subject=case, facts=facts)
    return service
