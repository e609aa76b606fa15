"""Record that a document was served: by which of the methods, on which day, and what proves it."""

from datetime import date, time

from pydantic import Field

from sanzhi.documents import events, queries
from sanzhi.documents.models import Service, ServiceMethod
from sanzhi.documents.policies import PUBLIC_NOTICE_DAYS, is_lawful_service
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class RecordService(Order):
    """`served_on` is left out for a public notice: it follows from `published_on` (thirty days)."""

    document: int
    method: ServiceMethod
    served_on: date | None = None
    served_at: time | None = None
    published_on: date | None = None
    place: str = Field(default="", max_length=200)
    received_by: str = Field(default="", max_length=60)
    relation: str = Field(default="", max_length=60)
    receipt_number: str = Field(default="", max_length=60)
    witness: str = Field(default="", max_length=60)
    recording_sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    note: str = Field(default="", max_length=1000)


@command("documents.record_service", title="登记送达", internal=True)
def record_service(actor: Actor, order: RecordService) -> Service:
    document = queries.document_for_update(actor, order.document)
    served_on = day_of(order)
    require(Verdict.when(served_on, "请填写送达日（公告送达填写公告发出日）。"))
    assert served_on is not None  # required just now
    content, today = order.model_dump(exclude={"document", "served_on"}), clock.today()
    service = Service(
        document=document, served_on=served_on, recorded_by=actor.name, recorded_on=today, **content
    )
    require(is_lawful_service(document, service, today=today))
    service.save()
    facts = {
        "title": document.title,
        "number": document.number,
        "method": order.method.label,
        "served_on": served_on.isoformat(),
    }
    record(events.DOCUMENT_SERVED, actor=actor, subject=document, facts=facts)
    return service


def day_of(order: RecordService) -> date | None:
    """The day on which the paper counts as served."""
    if order.method is not ServiceMethod.PUBLIC_NOTICE:
        return order.served_on
    # 民事诉讼法 §95: 自发出公告之日起，经过三十日，即视为送达
    return order.published_on + PUBLIC_NOTICE_DAYS if order.published_on else None
