"""Write how far an application is, and until when what must be done; by the kind that decides."""

from datetime import date

from sanzhi.applications import events
from sanzhi.applications.models import Application, Progress
from sanzhi.applications.policies import is_filed
from sanzhi.applications.queries import taken_for_update
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class SetProgress(Order):
    """The two last days replace those that stood before; None takes one away."""

    application: int
    progress: Progress
    statutory_on: date | None = None
    promised_on: date | None = None


@command("applications.set_progress", title="更新申请进度", internal=True)
def set_progress(actor: Actor, order: SetProgress) -> Application:
    row = taken_for_update(actor, order.application)
    require(is_filed(row))
    row.progress, row.statutory_on, row.promised_on = order.progress, order.statutory_on, order.promised_on
    row.save()
    facts = {"number": row.number, "progress": Progress(order.progress).label}
    record(events.PROGRESSED, actor=actor, subject=row, facts=facts)
    return row
