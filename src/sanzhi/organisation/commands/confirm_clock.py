"""Say that the machine's clock is right after it jumped: what waited for it goes on."""

from pydantic import Field

from sanzhi.kernel import clock, clock_watch
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Authority
from sanzhi.organisation.policies import keeps_common, may_administer


class ConfirmClock(Order):
    checked_with: str = Field(min_length=1, max_length=200)


@command("organisation.confirm_clock", title="确认本机时钟")
def confirm_clock(actor: Actor, order: ConfirmClock) -> Authority:
    require(
        may_administer(actor),
        keeps_common(actor),
        Verdict.when(clock_watch.doubt(), "本机时钟正常，不需要确认。"),
    )
    clock_watch.confirm()
    authority = Authority.objects.get(code=actor.authority)
    facts = {"moment": f"{clock.now():%Y-%m-%d %H:%M}", "checked_with": order.checked_with}
    record(events.CLOCK_CONFIRMED, actor=actor, subject=authority, facts=facts)
    return authority
