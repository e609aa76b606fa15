"""Take a submitted edition back to correct it; what the justice bureau has remarked stays."""

from sanzhi.catalogues import events
from sanzhi.catalogues.models import Edition, Status
from sanzhi.catalogues.policies import is_at, may_compile
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class WithdrawEdition(Order):
    edition: int


@command("catalogues.withdraw_edition", title="撤回报送")
def withdraw_edition(actor: Actor, order: WithdrawEdition) -> Edition:
    edition = Edition.locked(order.edition)
    require(may_compile(actor, edition.authority.code), is_at(edition, Status.SUBMITTED))
    edition.status = Status.RETURNED if edition.row_remarks.exists() else Status.DRAFT
    edition.revision += 1
    edition.save()
    record(
        events.EDITION_WITHDRAWN,
        actor=actor,
        subject=edition,
        facts={"title": edition.title, "ordinal": edition.ordinal},
    )
    return edition
