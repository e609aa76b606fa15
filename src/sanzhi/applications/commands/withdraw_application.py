"""Withdraw an application that was filed and not decided; a draft is dropped instead."""

from sanzhi.applications import board, events
from sanzhi.applications.models import Application, State
from sanzhi.applications.policies import may_withdraw
from sanzhi.applications.queries import own_for_update
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class WithdrawApplication(Order):
    application: int


@command("applications.withdraw_application", title="撤回申请", internal=True)
def withdraw_application(actor: Actor, order: WithdrawApplication) -> Application:
    row = own_for_update(actor, order.application)
    require(may_withdraw(row))
    row.state, row.withdrawn_at, row.changed_at = State.WITHDRAWN, clock.now(), clock.now()
    row.save()
    board.announce("withdrawn", row.pk)
    record(events.WITHDRAWN, actor=actor, subject=row, facts={"number": row.number})
    return row
