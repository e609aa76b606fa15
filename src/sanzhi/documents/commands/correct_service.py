"""Record anew how a document was served; the wrong record stays beside the one that corrects it."""

from pydantic import Field

from sanzhi.documents import events, queries
from sanzhi.documents.commands.record_service import RecordService, day_of
from sanzhi.documents.models import Service
from sanzhi.documents.policies import is_lawful_service
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class CorrectService(RecordService):
    reason: str = Field(min_length=5, max_length=1000)


@command("documents.correct_service", title="更正送达登记", internal=True)
def correct_service(actor: Actor, order: CorrectService) -> Service:
    document = queries.document_for_update(actor, order.document)
    wrong, served_on = queries.service_of(document), day_of(order)
    require(
        Verdict.when(wrong, f"《{document.title}》没有登记过送达，无从更正。"),
        Verdict.when(served_on, "请填写送达日（公告送达填写公告发出日）。"),
    )
    assert wrong is not None and served_on is not None  # required just now
    content = order.model_dump(exclude={"document", "served_on", "reason"})
    done_on = order.published_on or served_on
    # what came after the wrong record was not yet entered with it
    entered_on = wrong.recorded_on if done_on <= wrong.recorded_on else clock.today()
    common = {"recorded_by": actor.name, "recorded_on": entered_on}
    service = Service(document=document, corrects=wrong, served_on=served_on, **common, **content)
    require(is_lawful_service(document, service, today=entered_on))
    service.save()
    facts = {"title": document.title, "number": document.number, "served_on": served_on.isoformat()}
    record(events.SERVICE_CORRECTED, actor=actor, subject=document, facts={**facts, "reason": order.reason})
    return service
