"""Put one try to sign in on record before its password is looked at; refuses who must wait. Called by `signing_in` only."""

from sanzhi.kernel import clock, db
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import SignIn, SignInOutcome
from sanzhi.organisation.patience import Source, may_try


class RecordSignIn(Order):
    name_key: str
    officer: int | None
    address: str
    device: str


@command("organisation.record_sign_in", title="记录登录", internal=True)
def record_sign_in(actor: Actor, order: RecordSignIn) -> SignIn:
    # one after another: who asks sees what the other has written. By name first, then by address, so that none waits crosswise
    db.one_at_a_time(f"sign-in name {order.name_key}")
    db.one_at_a_time(f"sign-in address {order.address}")
    require(may_try(order.name_key, Source(order.address, order.device)))
    fields = order.model_dump(exclude={"officer"})
    row = SignIn(officer_id=order.officer, tried_at=clock.now(), outcome=SignInOutcome.WRONG, **fields)
    row.save()
    record(events.SIGN_IN_TRIED, actor=actor, subject=row, facts={})
    return row
