"""Put on record that the applicant has been shown what was told."""

from sanzhi.applications import events
from sanzhi.applications.queries import own_for_update, unread
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record


class MarkRead(Order):
    application: int


@command("applications.mark_read", title="看到告知", internal=True)
def mark_read(actor: Actor, order: MarkRead) -> None:
    row = own_for_update(actor, order.application)
    fresh = list(unread(row))
    for message in fresh:
        message.read_at = clock.now()
        message.save()
    facts = {"number": row.number, "count": len(fresh)}
    record(events.READ, actor=actor, subject=row, facts=facts)
