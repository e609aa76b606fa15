"""Record that things were sold by auction: their price pays the fine, the rest is the party's (行政强制法 §46(3), §48, §49)."""

from datetime import date
from decimal import Decimal

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterPayment, enter_payment
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.receiving import is_no_officer
from sanzhi.coercion import events
from sanzhi.coercion.auctions import LAW, MONEY, fine_left, lots, pending, set_off
from sanzhi.coercion.models import Auction
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.money import yuan
from sanzhi.law.receipts import plain_number
from sanzhi.ledger.commands import record
from sanzhi.organisation import queries as organisation


class RecordAuction(OnProceeding):
    held_on: date
    price: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    costs: Decimal = Field(ge=0, max_digits=14, decimal_places=2)
    buyer: str = Field(min_length=2, max_length=100)
    confirmation: str = Field(min_length=3, max_length=40)
    receipt_number: str = Field(min_length=3, max_length=40)


def is_awaited(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        pending(proceeding), "没有等待举行的拍卖。", citation=LAW, remedy="请先委托拍卖机构。"
    )


def was_held(auction: Auction, day: date) -> Verdict:
    return Verdict.when(
        auction.auction_on <= day <= clock.today(),
        f"举行日应不早于公告的拍卖日{chinese_date(auction.auction_on)}、不晚于今天。",
        citation=LAW,
        remedy="请按拍卖机构的报告填写。",
    )


CARD = Card(
    citation=MONEY,
    captions={
        "held_on": "举行日",
        "price": "成交价（元）",
        "costs": "拍卖费用（元）",
        "buyer": "买受人",
        "confirmation": "成交确认书号",
        "receipt_number": "抵缴罚款的票据号（上缴国库）",
    },
    helps={"costs": "按委托拍卖合同由委托人承担的佣金、费用；没有的填0。"},
    objects=is_awaited,
)


@act("coercion.record_auction", title="登记拍卖成交、抵缴罚款", card=CARD)
def record_auction(actor: Actor, order: RecordAuction, *, on: Proceeding) -> Auction:
    auction, number = pending(on), plain_number(order.receipt_number)
    assert auction is not None  # the card has asked for it
    require(was_held(auction, order.held_on), _is_sound(on, auction, order=order, number=number))
    counted, rest = set_off(order.price, order.costs, fine=fine_left(on))
    said = order.model_dump(include={"held_on", "price", "costs", "buyer", "confirmation"})
    for name, value in said.items():
        setattr(auction, name, value)
    auction.is_sold, auction.deducted, auction.rest = True, counted.result, rest
    auction.lines = list(counted.lines())
    auction.save()
    for row in lots(auction):
        row.gone_at, row.received_by, row.voucher = clock.now(), order.buyer, order.confirmation
        row.handed_condition = row.condition
        row.save()
    facts = {"price": yuan(order.price), "deducted": yuan(counted.result), "rest": yuan(rest)}
    record(events.AUCTIONED, actor=actor, subject=on.case, facts=facts)
    if counted.result:
        _pay(actor, on, amount=counted.result, day=order.held_on, number=number)
    return auction


def _pay(actor: Actor, on: Proceeding, *, amount: Decimal, day: date, number: str) -> None:
    """What was set off is paid of the fine."""
    place = {"case": on.case_id, "proceeding": on.main_id}
    paid = {"amount": amount, "paid_on": day, "receipt_number": number, "is_on_the_spot": False}
    enter_payment(actor, EnterPayment.model_validate({**place, **paid}))


def _is_sound(on: Proceeding, auction: Auction, *, order: RecordAuction, number: str) -> Verdict:
    buys = organisation.names_us(order.buyer, authority=on.case.authority)
    return (
        Verdict.when(
            order.price >= auction.reserve,
            f"成交价低于保留价{yuan(auction.reserve)}元，拍卖不成交。",
            citation="拍卖法第五十条（记忆）",
            remedy="没有达到保留价的，登记没有成交。",
        )
        & Verdict.when(
            order.costs < order.price,
            "拍卖费用应当低于成交价。",
            citation=MONEY,
            remedy="请核对委托拍卖合同和拍卖机构的结算单。",
        )
        & Verdict.when(
            not buys,
            "委托人不得参与竞买，本机关不能是买受人。",
            citation="拍卖法第三十条（记忆）",
            remedy="请按成交确认书填写买受人。",
        )
        & is_no_officer(on, order.buyer, said="买受人", citation="拍卖法第三十条（记忆）")
        & Verdict.when(
            not cases.payments_with(number).exists(),
            f"票据号{number}已经登记过。",
            citation=MONEY,
            remedy="请核对票据号。",
        )
    )
