"""Put one try to sign in on record; called by `signing_in` only."""

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import SignIn, SignInOutcome


class RecordSignIn(Order):
    name_key: str
    officer: int | None
    address: str
    device: str
    outcome: SignInOutcome


@command("organisation.record_sign_in", title="记录登录", internal=True)
def record_sign_in(actor: Actor, order: RecordSignIn) -> SignIn:
    fields = order.model_dump(exclude={"officer"})
    row = SignIn(officer_id=order.officer, tried_at=clock.now(), **fields)
    row.save()
    entered = order.outcome == SignInOutcome.ENTERED
    event = events.SIGNED_IN if entered else events.SIGN_IN_FAILED
    record(event, actor=actor, subject=row, facts={})
    return row
