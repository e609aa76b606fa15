"""Return a submitted edition with remarks."""

from pydantic import Field

from sanzhi.catalogues import events
from sanzhi.catalogues.models import Edition, Status
from sanzhi.catalogues.policies import is_at, may_review
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ReturnEdition(Order):
    edition: int
    remarks: str = Field(min_length=2, max_length=2000)


@command("catalogues.return_edition", title="退回清单")
def return_edition(actor: Actor, order: ReturnEdition) -> Edition:
    edition = Edition.locked(order.edition)
    require(may_review(actor), is_at(edition, Status.SUBMITTED))
    edition.status, edition.remarks = Status.RETURNED, order.remarks
    edition.reviewed_on, edition.reviewed_by = clock.today(), actor.name
    edition.save()
    facts = {"title": edition.title, "ordinal": edition.ordinal, "remarks": order.remarks}
    record(events.EDITION_RETURNED, actor=actor, subject=edition, facts=facts)
    return edition
