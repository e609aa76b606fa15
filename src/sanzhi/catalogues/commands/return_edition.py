"""Return a submitted edition; the remarks on its rows go with it."""

from pydantic import Field

from sanzhi.catalogues import events
from sanzhi.catalogues.models import Edition, Status
from sanzhi.catalogues.policies import is_another, is_as_seen, is_at, may_review
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class ReturnEdition(Order):
    edition: int
    remarks: str = Field(default="", max_length=2000)
    revision: int | None = None


@command("catalogues.return_edition", title="退回清单")
def return_edition(actor: Actor, order: ReturnEdition) -> Edition:
    edition = Edition.locked(order.edition)
    open_remarks = edition.row_remarks.filter(answered_on=None).count()
    require(
        may_review(actor, edition.authority.code),
        is_another(actor, edition),
        is_at(edition, Status.SUBMITTED),
        is_as_seen(edition, order.revision),
        Verdict.when(bool(order.remarks or open_remarks), "退回应当写明理由：总的意见，或者对某一行的意见。"),
    )
    said = order.remarks or f"见对{open_remarks}行的意见"
    edition.status, edition.remarks = Status.RETURNED, said
    edition.reviewed_on, edition.reviewed_by = clock.today(), actor.name
    edition.save()
    facts = {"title": edition.title, "ordinal": edition.ordinal, "remarks": said}
    record(events.EDITION_RETURNED, actor=actor, subject=edition, facts=facts)
    return edition
