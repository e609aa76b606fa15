"""Put an approved edition in force on a day: today at once, a later day by the worker on that day."""

from datetime import date, datetime, time

from sanzhi.catalogues import events
from sanzhi.catalogues.commands.bring_edition_into_force import (
    BringEditionIntoForce,
    bring_edition_into_force,
)
from sanzhi.catalogues.floor import keeps_floor
from sanzhi.catalogues.models import Edition, Status
from sanzhi.catalogues.policies import is_at, is_free_day, may_compile
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.jobs import later
from sanzhi.kernel.verdict import require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record


class PutInForce(Order):
    """`on` empty: today."""

    edition: int
    on: date | None = None


@command("catalogues.put_in_force", title="施行清单")
def put_in_force(actor: Actor, order: PutInForce) -> Edition:
    edition, today = Edition.locked(order.edition), clock.today()
    day = order.on or today
    require(
        may_compile(actor, edition.authority.code),
        is_at(edition, Status.APPROVED),
        is_free_day(edition, day, today=today),
        keeps_floor(edition),
    )
    edition.in_force_on = day
    edition.save()
    facts = {"title": edition.title, "ordinal": edition.ordinal, "in_force_on": chinese_date(day)}
    record(events.EDITION_SCHEDULED, actor=actor, subject=edition, facts=facts)
    if day > today:
        later(
            "catalogues.bring_into_force",
            str(edition.pk),
            at=datetime.combine(day, time(), tzinfo=clock.CHINA),
        )
        return edition
    return bring_edition_into_force(actor, BringEditionIntoForce(edition=edition.pk))
