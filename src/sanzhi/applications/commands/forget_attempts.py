"""Delete old tries to open applications: whence somebody asked is nobody's business any more."""

from sanzhi.applications import events, patience
from sanzhi.applications.queries import old_attempts
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record


class ForgetAttempts(Order):
    pass


@command("applications.forget_attempts", title="清除查询记录", internal=True)
def forget_attempts(actor: Actor, order: ForgetAttempts) -> None:
    rows = list(old_attempts()[: patience.AT_ONCE])
    last = rows[-1].pk if rows else 0
    for row in rows:
        row.delete()
    facts = {"count": len(rows)}
    record(events.FORGOTTEN, actor=actor, subject=f"applications.attempt:{last}", facts=facts)
