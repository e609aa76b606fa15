"""Answer a correction that was told, with what was uploaded since and with words."""

from pydantic import Field

from sanzhi.applications import board, events
from sanzhi.applications.models import Progress, Reply
from sanzhi.applications.policies import may_reply
from sanzhi.applications.queries import own_for_update
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class ReplyToCorrection(Order):
    application: int
    words: str = Field(default="", max_length=2000)


@command("applications.reply_to_correction", title="提交补正", internal=True)
def reply_to_correction(actor: Actor, order: ReplyToCorrection) -> Reply:
    row = own_for_update(actor, order.application)
    fresh = list(row.materials.filter(reply=None, added_at__gt=row.filed_at)) if row.filed_at else []
    require(
        may_reply(row),
        Verdict.when(fresh or order.words, "补正还没有内容。", remedy="请上传材料，或者写一句说明。"),
    )
    reply = Reply(application=row, words=order.words, replied_at=clock.now())
    reply.save()
    for material in fresh:
        material.reply = reply
        material.save()
    row.progress, row.changed_at = Progress.CORRECTED, clock.now()
    row.save()
    board.announce("replied", row.pk)
    facts = {"number": row.number, "files": len(fresh)}
    record(events.REPLIED, actor=actor, subject=row, facts=facts)
    return reply
