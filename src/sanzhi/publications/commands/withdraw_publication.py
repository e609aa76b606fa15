"""Withdraw a copy and say publicly why (行政处罚法 §48); the text goes, the notice stays."""

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
    require(Verdict.when(copy.status == Status.LIVE, f"该公示件{copy.get_status_display()}，不能撤回。"))
    copy.status, copy.notice, copy.changed_on = Status.WITHDRAWN, order.reason, clock.today()
    copy.content, copy.respondent, copy.conclusion, copy.pdf_sha256 = [], "", "", ""
    copy.title = f"{copy.number}（已撤回）"
    copy.save()
    search.remove(f"publication:{copy.authority}", copy.slug)
    record(events.WITHDRAWN, actor=actor, subject=copy, facts={"number": copy.number, "reason": order.reason})
    return copy
