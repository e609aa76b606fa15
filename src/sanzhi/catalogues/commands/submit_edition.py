"""Submit an edition to the justice bureau; a procedure that breaks the floor is refused here, path and article named."""

from sanzhi.catalogues import events
from sanzhi.catalogues.floor import keeps_floor
from sanzhi.catalogues.models import Edition, Status
from sanzhi.catalogues.policies import is_at, may_compile
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class SubmitEdition(Order):
    edition: int


@command("catalogues.submit_edition", title="报送清单")
def submit_edition(actor: Actor, order: SubmitEdition) -> Edition:
    edition = Edition.locked(order.edition)
    require(
        may_compile(actor, edition.authority.code),
        is_at(edition, Status.DRAFT, Status.RETURNED),
        keeps_floor(edition),
    )
    edition.status, edition.submitted_on, edition.remarks = Status.SUBMITTED, clock.today(), ""
    edition.save()
    facts = {"title": edition.title, "ordinal": edition.ordinal}
    record(events.EDITION_SUBMITTED, actor=actor, subject=edition, facts=facts)
    return edition
