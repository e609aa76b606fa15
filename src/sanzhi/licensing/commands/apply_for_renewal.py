"""Take the holder's application to renew a licence before it runs out (行政许可法 §50)."""

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import require
from sanzhi.licensing import queries
from sanzhi.licensing.following import Follows, is_asked_ahead, is_listed, take
from sanzhi.licensing.models import Asks, LicenceApplication


class ApplyForRenewal(Follows):
    pass


@command("licensing.apply_for_renewal", title="收件登记（许可延续）")
def apply_for_renewal(actor: Actor, order: ApplyForRenewal) -> LicenceApplication:
    licence = queries.licence(actor, order.licence)
    require(is_listed(licence), is_asked_ahead(licence, order.received_on))
    return take(actor, order, licence=licence, asks=Asks.RENEWAL)
