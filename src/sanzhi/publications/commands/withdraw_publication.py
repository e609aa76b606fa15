"""Withdraw every copy of a record and say publicly why (行政处罚法 §48); the text goes, the notice stays."""

from pydantic import Field

from sanzhi.kernel import clock, search
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
    for one in Publication.objects.select_for_update().filter(record=copy.record):
        empty(one, Status.WITHDRAWN, notice=order.reason)
    copy.refresh_from_db()
    record(events.WITHDRAWN, actor=actor, subject=copy, facts={"number": copy.number, "reason": order.reason})
    return copy


def empty(copy: Publication, status: Status, *, notice: str) -> None:
    """What the public read of the copy goes, out of its row and out of the index; the notice stays, and names nobody."""
    copy.status, copy.notice, copy.changed_on = status, notice, clock.today()
    copy.content, copy.respondent, copy.conclusion = [], "", ""
    copy.title = f"{copy.number}（{status.label}）"
    copy.save()
    search.forget(f"publication:{copy.authority}", copy.slug)
    search.forget(f"{copy.kind}:{copy.authority}", copy.slug)
