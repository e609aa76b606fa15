"""Put one try to open an application on record before its code is looked at; refuses who must wait. For `entering` only."""

from pydantic import Field

from sanzhi.applications import events
from sanzhi.applications.models import Attempt
from sanzhi.applications.patience import may_attempt
from sanzhi.kernel import clock, db
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class RecordAttempt(Order):
    number_key: str = Field(pattern=r"^[0-9a-f]{64}$")
    address_key: str = Field(pattern=r"^[0-9a-f]{64}$")


@command("applications.record_attempt", title="记录查询", internal=True)
def record_attempt(actor: Actor, order: RecordAttempt) -> Attempt:
    # one after another: who asks sees what the other has written. By number first, so that none waits crosswise
    db.one_at_a_time(f"attempt number {order.number_key}")
    db.one_at_a_time(f"attempt address {order.address_key}")
    require(may_attempt(order.number_key, order.address_key))
    row = Attempt(tried_at=clock.now(), **order.model_dump())
    row.save()
    record(events.ATTEMPTED, actor=actor, subject=row, facts={})
    return row
