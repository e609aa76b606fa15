"""The kind that decides takes an application that was filed: it has its case now. Once."""

from sanzhi.applications import events
from sanzhi.applications.models import Application
from sanzhi.applications.policies import is_filed
from sanzhi.applications.queries import taken_for_update
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class TakeApplication(Order):
    application: int


@command("applications.take_application", title="接收申请", internal=True)
def take_application(actor: Actor, order: TakeApplication) -> Application:
    row = taken_for_update(actor, order.application)
    require(is_filed(row), Verdict.when(row.taken_at is None, f"申请{row.number}已经接收。"))
    row.taken_at = clock.now()
    row.save()
    record(events.TAKEN, actor=actor, subject=row, facts={"number": row.number})
    return row
