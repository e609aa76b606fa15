"""The secret fitted: the try is no failure. Called by `signing_in` only."""

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import SignIn, SignInOutcome


class SettleSignIn(Order):
    sign_in: int
    outcome: SignInOutcome


@command("organisation.settle_sign_in", title="登录相符", internal=True)
def settle_sign_in(actor: Actor, order: SettleSignIn) -> SignIn:
    row = SignIn.locked(order.sign_in)
    row.outcome = order.outcome
    row.save()
    entered = order.outcome == SignInOutcome.ENTERED
    event = events.SIGNED_IN if entered else events.SECRET_FITTED
    record(event, actor=actor, subject=row, facts={})
    return row
