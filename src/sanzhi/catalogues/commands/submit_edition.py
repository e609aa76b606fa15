"""Submit an edition to the justice bureau; what is missing, broken or below the floor is refused here, row by row."""

from sanzhi.catalogues import events
from sanzhi.catalogues.checks import is_ready, look
from sanzhi.catalogues.models import Edition, Status
from sanzhi.catalogues.policies import is_as_seen, is_open, may_compile
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class SubmitEdition(Order):
    edition: int
    revision: int | None = None


@command("catalogues.submit_edition", title="报送清单")
def submit_edition(actor: Actor, order: SubmitEdition) -> Edition:
    edition = Edition.locked(order.edition)
    require(
        may_compile(actor, edition.authority.code),
        is_open(edition),
        is_as_seen(edition, order.revision),
        is_ready(look(edition)),
    )
    edition.status, edition.submitted_on, edition.remarks = Status.SUBMITTED, clock.today(), ""
    edition.submissions += 1
    edition.save()
    facts = {"title": edition.title, "ordinal": edition.ordinal}
    record(events.EDITION_SUBMITTED, actor=actor, subject=edition, facts=facts)
    return edition
