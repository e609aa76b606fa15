"""The justice bureau's remark on one row of what was submitted."""

from pydantic import Field

from sanzhi.catalogues import events
from sanzhi.catalogues.models import Edition, Remark, Status
from sanzhi.catalogues.policies import is_another, is_as_seen, is_at, may_review
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class RemarkRow(Order):
    edition: int
    code: str
    text: str = Field(min_length=2, max_length=1000)
    revision: int | None = None


@command("catalogues.remark_row", title="逐行提出审核意见")
def remark_row(actor: Actor, order: RemarkRow) -> Remark:
    edition = Edition.locked(order.edition)
    row = edition.rows.filter(code=order.code).first()
    if row is None:
        raise NotVisible
    require(
        may_review(actor, edition.authority.code),
        is_another(actor, edition),
        is_at(edition, Status.SUBMITTED),
        is_as_seen(edition, order.revision),
    )
    remark = Remark(
        edition=edition,
        code=row.code,
        submission=edition.submissions,
        text=order.text,
        made_by=actor.name,
        made_on=clock.today(),
    )
    remark.save()
    facts = {
        "title": edition.title,
        "ordinal": edition.ordinal,
        "row": f"{row.code} {row.title}",
        "text": order.text,
    }
    record(events.ROW_REMARKED, actor=actor, subject=edition, facts=facts)
    return remark
