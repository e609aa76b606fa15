"""Number and code fitted: the try is no failure. For `entering` only."""

from sanzhi.applications import events
from sanzhi.applications.models import Attempt
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record


class SettleAttempt(Order):
    attempt: int


@command("applications.settle_attempt", title="查询相符", internal=True)
def settle_attempt(actor: Actor, order: SettleAttempt) -> Attempt:
    row = Attempt.locked(order.attempt)
    row.fitted = True
    row.save()
    record(events.ENTERED, actor=actor, subject=row, facts={})
    return row
