"""Approve a submitted edition."""

from sanzhi.catalogues import events
from sanzhi.catalogues.floor import keeps_floor
from sanzhi.catalogues.models import Edition, Status
from sanzhi.catalogues.policies import is_at, may_review
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ApproveEdition(Order):
    edition: int


@command("catalogues.approve_edition", title="审核通过清单")
def approve_edition(actor: Actor, order: ApproveEdition) -> Edition:
    edition = Edition.locked(order.edition)
    require(may_review(actor), is_at(edition, Status.SUBMITTED), keeps_floor(edition))
    edition.status, edition.reviewed_on, edition.reviewed_by = Status.APPROVED, clock.today(), actor.name
    edition.save()
    facts = {"title": edition.title, "ordinal": edition.ordinal}
    record(events.EDITION_APPROVED, actor=actor, subject=edition, facts=facts)
    return edition
