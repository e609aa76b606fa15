"""Take a copy off show when its period has run out (信用修复管理办法: 最长期满自动停止公示)."""

from sanzhi.kernel import clock, search
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.publications import events
from sanzhi.publications.models import Publication, Status


class ExpirePublication(Order):
    publication: int


@command("publications.expire_publication", title="公示期满", internal=True)
def expire_publication(actor: Actor, order: ExpirePublication) -> Publication:
    copy = Publication.locked(order.publication)
    over = copy.ends_on is not None and copy.ends_on < clock.today()
    require(Verdict.when(copy.status == Status.LIVE and over, "公示期未满或者已停止公示。"))
    copy.status, copy.changed_on = Status.EXPIRED, clock.today()
    copy.content, copy.respondent, copy.conclusion, copy.pdf_sha256 = [], "", "", ""
    copy.title = f"{copy.number}（公示期满）"
    copy.save()
    search.remove(f"publication:{copy.authority}", copy.slug)
    record(events.EXPIRED, actor=actor, subject=copy, facts={"number": copy.number})
    return copy
