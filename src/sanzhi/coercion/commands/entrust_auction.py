"""Entrust an auctioneer with things that are to pay a fine, after seven days of public notice (行政强制法 §46(3), §48; 拍卖法 §45)."""

from datetime import date, timedelta
from decimal import Decimal

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.receiving import is_no_officer, is_not_the_party
from sanzhi.coercion import events
from sanzhi.coercion.auctions import LAW, to_be_sold
from sanzhi.coercion.choosing import chosen
from sanzhi.coercion.models import Auction
from sanzhi.coercion.settling import pays_the_fine
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation

UNSOLD = "所选的财物没有决定拍卖抵缴，或者已经委托拍卖。"


class EntrustAuction(OnProceeding):
    things: list[int] = Field(min_length=1, max_length=200)
    auctioneer: str = Field(min_length=4, max_length=100)
    contract: str = Field(min_length=3, max_length=80)
    reserve: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    notice: str = Field(min_length=2, max_length=200)
    notice_on: date
    auction_on: date


def _choices(proceeding: Proceeding) -> Choices:
    return [(row.pk, row.thing.text) for row in to_be_sold(proceeding)]


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        to_be_sold(proceeding),
        "没有决定拍卖抵缴罚款、等待委托拍卖的财物。",
        citation=LAW,
        remedy="请机关负责人先决定依法拍卖抵缴罚款。",
    ) & pays_the_fine(proceeding)


CARD = Card(
    citation=LAW,
    captions={
        "things": "拍卖的财物",
        "auctioneer": "拍卖机构",
        "contract": "委托拍卖合同号",
        "reserve": "保留价（元）",
        "notice": "发布拍卖公告的媒体",
        "notice_on": "公告日",
        "auction_on": "拍卖日",
    },
    choices={"things": _choices},
    initial=lambda on: {"things": [key for key, _ in _choices(on)]},
    objects=_objects,
)


@act("coercion.entrust_auction", title="委托拍卖", card=CARD)
def entrust_auction(actor: Actor, order: EntrustAuction, *, on: Proceeding) -> Auction:
    lots = chosen(order.things, to_be_sold(on), citation=LAW, said=UNSOLD)
    require(_is_apart(order.auctioneer, on=on), _is_announced(order))
    said = order.said()
    del said["things"]
    auction = Auction(proceeding=on, entrusted_on=clock.today(), **said)
    auction.save()
    for row in lots:
        row.auction = auction
        row.save()
    facts = {"auctioneer": order.auctioneer, "count": len(lots), "day": chinese_date(order.auction_on)}
    record(events.AUCTION_ENTRUSTED, actor=actor, subject=on.case, facts=facts)
    return auction


def _is_apart(auctioneer: str, *, on: Proceeding) -> Verdict:
    """Who seized does not sell (行政强制法 §48)."""
    return Verdict.when(
        not organisation.names_us(auctioneer, authority=on.case.authority),
        "拍卖由拍卖机构办理，本机关不能自行拍卖。",
        citation="行政强制法第四十八条",
        remedy="请填写受托拍卖机构的全称。",
    ) & (
        is_no_officer(on, auctioneer, said="拍卖机构", citation=LAW)
        & is_not_the_party(on, auctioneer, said="拍卖机构", citation=LAW)
    )


def _is_announced(order: EntrustAuction) -> Verdict:
    announced = rule("auction_notice", clock.today())
    first = max(order.notice_on, clock.today()) + timedelta(days=announced.days)
    return Verdict.when(
        order.auction_on >= first,
        f"拍卖日{announced.days}日以前应当发布拍卖公告，最早可以在{chinese_date(first)}拍卖。",
        citation=f"{announced.citation}（{announced.mark}）",
        remedy="请与拍卖机构重新商定拍卖日。",
    )
