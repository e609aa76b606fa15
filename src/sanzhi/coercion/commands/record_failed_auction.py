"""Record that nobody bought: the things are where they were, and the head decides anew (行政强制法 §27, §48)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.auctions import LAW, lots, pending
from sanzhi.coercion.commands.record_auction import is_awaited, was_held
from sanzhi.coercion.models import Auction
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class RecordFailedAuction(OnProceeding):
    held_on: date
    failed_for: str = Field(min_length=5, max_length=500)


CARD = Card(
    citation=LAW,
    captions={"held_on": "举行日", "failed_for": "没有成交的情况"},
    helps={"failed_for": "登记以后由机关负责人对财物重新作出处理决定。"},
    objects=is_awaited,
)


@act("coercion.record_failed_auction", title="登记拍卖没有成交", card=CARD)
def record_failed_auction(actor: Actor, order: RecordFailedAuction, *, on: Proceeding) -> Auction:
    auction = pending(on)
    assert auction is not None  # the card has asked for it
    require(was_held(auction, order.held_on))
    auction.is_sold, auction.held_on, auction.failed_for = False, order.held_on, order.failed_for
    auction.save()
    for row in lots(auction):
        row.auction, row.way, row.settled_at = None, "", None
        row.save()
    record(events.AUCTION_FAILED, actor=actor, subject=on.case, facts={"reason": order.failed_for})
    return auction
