"""Replace a copy by a corrected one; every earlier address says so and leads on (政府信息公开: 不准确的应更正)."""

from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.publications import events
from sanzhi.publications.commands.publish_copy import PublishCopy, publish_copy
from sanzhi.publications.commands.withdraw_publication import empty
from sanzhi.publications.models import Publication, Status


class CorrectPublication(Order):
    publication: int
    reason: str = Field(min_length=5, max_length=1000)
    copy_order: PublishCopy


@command("publications.correct_publication", title="更正公示", internal=True)
def correct_publication(actor: Actor, order: CorrectPublication) -> Publication:
    old = Publication.locked(order.publication)
    require(Verdict.when(old.is_on_show, f"该公示件{old.state_caption}，不能更正。"))
    empty(old, Status.CORRECTED, notice=order.reason)  # the earlier ones are empty, each with its own reason
    new = publish_copy(actor, order.copy_order.model_copy(update={"record": old.record}))
    record(events.CORRECTED, actor=actor, subject=old, facts={"number": old.number, "reason": order.reason})
    return new
