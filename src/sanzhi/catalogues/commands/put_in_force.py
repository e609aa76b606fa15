"""Put an approved edition in force from today; its predecessor ends in the same transaction, so no day is without one."""

from sanzhi.catalogues import events
from sanzhi.catalogues.floor import keeps_floor
from sanzhi.catalogues.models import Edition, Status
from sanzhi.catalogues.policies import is_at, may_compile
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class PutInForce(Order):
    edition: int


@command("catalogues.put_in_force", title="施行清单")
def put_in_force(actor: Actor, order: PutInForce) -> Edition:
    edition = Edition.locked(order.edition)
    require(may_compile(actor, edition.authority.code), is_at(edition, Status.APPROVED), keeps_floor(edition))
    _end_predecessor(actor, edition)
    edition.status, edition.in_force_on = Status.IN_FORCE, clock.today()
    edition.save()
    facts = {"title": edition.title, "ordinal": edition.ordinal, "in_force_on": f"{edition.in_force_on:%Y年%m月%d日}"}
    record(events.EDITION_PUT_IN_FORCE, actor=actor, subject=edition, facts=facts)
    return edition


def _end_predecessor(actor: Actor, edition: Edition) -> None:
    running = Edition.objects.filter(
        authority=edition.authority, kind=edition.kind, key=edition.key, status=Status.IN_FORCE
    ).first()
    if running is not None:
        running.status, running.ended_on = Status.SUPERSEDED, clock.today()
        running.save()
        facts = {"title": running.title, "ordinal": running.ordinal}
        record(events.EDITION_SUPERSEDED, actor=actor, subject=running, facts=facts)
