"""Approve a submitted edition; remarks that were made but not answered stand against it."""

from sanzhi.catalogues import events
from sanzhi.catalogues.floor import keeps_floor
from sanzhi.catalogues.models import Edition, Status
from sanzhi.catalogues.policies import has_no_open_remarks, is_another, is_as_seen, is_at, may_review
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ApproveEdition(Order):
    edition: int
    revision: int | None = None


@command("catalogues.approve_edition", title="审核通过清单")
def approve_edition(actor: Actor, order: ApproveEdition) -> Edition:
    edition = Edition.locked(order.edition)
    require(
        may_review(actor, edition.authority.code),
        is_another(actor, edition),
        is_at(edition, Status.SUBMITTED),
        is_as_seen(edition, order.revision),
        keeps_floor(edition),
        has_no_open_remarks(edition),
    )
    edition.status, edition.reviewed_on, edition.reviewed_by = Status.APPROVED, clock.today(), actor.name
    edition.save()
    facts = {"title": edition.title, "ordinal": edition.ordinal}
    record(events.EDITION_APPROVED, actor=actor, subject=edition, facts=facts)
    return edition
