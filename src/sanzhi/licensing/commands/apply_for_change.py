"""Take the holder's application to change a licence: content or term, never the holder (行政许可法 §9, §49)."""

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.licensing import queries
from sanzhi.licensing.following import Follows, take
from sanzhi.licensing.models import Asks, LicenceApplication


class ApplyForChange(Follows):
    pass


@command("licensing.apply_for_change", title="收件登记（许可变更）")
def apply_for_change(actor: Actor, order: ApplyForChange) -> LicenceApplication:
    return take(actor, order, licence=queries.licence(actor, order.licence), asks=Asks.CHANGE)
