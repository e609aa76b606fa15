"""Withdraw every copy of a record and say publicly why (行政处罚法 §48); the text goes, the notice stays."""

from pydantic import Field

from sanzhi.kernel import search
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.publications import events
from sanzhi.publications.models import Publication, Status


class WithdrawPublication(Order):
    publication: int
    reason: str = Field(min_length=5, max_length=1000)


@command("publications.withdraw_publication", title="撤回公示", internal=True)
def withdraw_publication(actor: Actor, order: WithdrawPublication) -> Publication:
    copy = Publication.locked(order.publication)
    require(Verdict.when(copy.status == Status.LIVE, f"该公示件{copy.state_caption}，不能撤回。"))
    emptied(copy.record, Status.WITHDRAWN, notice=order.reason)
    copy.refresh_from_db()
    record(events.WITHDRAWN, actor=actor, subject=copy, facts={"number": copy.number, "reason": order.reason})
    return copy


def emptied(of: str, status: Status, *, notice: str) -> None:
    """What the public read of any copy of the record goes, out of the rows and out of the index."""
    for copy in Publication.objects.select_for_update().filter(record=of):
        copy.empty(status, notice=notice)
        copy.save()
        search.forget(f"publication:{copy.authority}", copy.slug)
