"""Erase a draft: what is personal in its row, its uploads and their files. The number stays and is never given out again."""

from sanzhi.applications import events
from sanzhi.applications.commands.remove_material import discard
from sanzhi.applications.models import Application, State, emptied
from sanzhi.applications.policies import is_draft
from sanzhi.applications.queries import draft_for_update
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class DropDraft(Order):
    application: int


@command("applications.drop_draft", title="清除草稿", internal=True)
def drop_draft(actor: Actor, order: DropDraft) -> Application:
    row = draft_for_update(actor, order.application)
    require(is_draft(row))
    for material in row.materials.all():
        discard(material)
    emptied(row)
    row.state, row.changed_at = State.DROPPED, clock.now()
    row.save()
    record(events.DROPPED, actor=actor, subject=row, facts={"number": row.number})
    return row
