"""On its day an approved edition applies; its predecessor ends the day before, in the same transaction: no gap, no overlap."""

from datetime import timedelta

from sanzhi.catalogues import events
from sanzhi.catalogues.board import jobs_after_in_force
from sanzhi.catalogues.models import Edition, Status
from sanzhi.catalogues.policies import is_at
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.jobs import later
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record


class BringEditionIntoForce(Order):
    edition: int


@command("catalogues.bring_edition_into_force", title="清单到期施行", internal=True)
def bring_edition_into_force(actor: Actor, order: BringEditionIntoForce) -> Edition:
    edition = Edition.locked(order.edition)
    day = edition.in_force_on
    due = day is not None and day <= clock.today()
    require(is_at(edition, Status.APPROVED), Verdict.when(due, f"{edition}的施行日还没有到。"))
    assert day is not None  # due just now
    _end_predecessor(actor, edition)
    edition.status = Status.IN_FORCE
    edition.save()
    facts = {
        "title": edition.title,
        "ordinal": edition.ordinal,
        "in_force_on": chinese_date(day),
    }
    record(events.EDITION_PUT_IN_FORCE, actor=actor, subject=edition, facts=facts)
    for job in jobs_after_in_force():
        later(job, str(edition.pk))
    return edition


def _end_predecessor(actor: Actor, edition: Edition) -> None:
    running = Edition.objects.filter(
        authority=edition.authority, kind=edition.kind, key=edition.key, status=Status.IN_FORCE
    ).first()
    if running is not None and edition.in_force_on is not None:
        running.status, running.ended_on = Status.SUPERSEDED, edition.in_force_on - timedelta(days=1)
        running.save()
        facts = {"title": running.title, "ordinal": running.ordinal}
        record(events.EDITION_SUPERSEDED, actor=actor, subject=running, facts=facts)
