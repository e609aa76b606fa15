"""Give the party what an auction brought beyond its costs and the fine (行政强制法 §46(3): no more than the fine is set off)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.receiving import is_not_the_party
from sanzhi.coercion import events
from sanzhi.coercion.auctions import MONEY, rest_left
from sanzhi.coercion.models import Auction
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record


class ReturnRest(OnProceeding):
    returned_on: date
    receiver: str = Field(min_length=2, max_length=100)
    voucher: str = Field(min_length=3, max_length=40)


CARD = Card(
    citation=MONEY,
    captions={"returned_on": "退还日", "receiver": "领取人", "voucher": "退还凭证号"},
    initial=lambda on: {
        "returned_on": clock.today(),
        "receiver": on.respondent.name if on.respondent else "",
    },
    objects=lambda on: Verdict.when(
        rest_left(on), "没有应当退还当事人的拍卖余款。", citation=MONEY, remedy="请先登记拍卖成交。"
    ),
)


@act("coercion.return_rest", title="登记退还拍卖余款", card=CARD)
def return_rest(actor: Actor, order: ReturnRest, *, on: Proceeding) -> Auction:
    auction = rest_left(on)
    assert auction is not None and auction.held_on is not None and auction.rest is not None
    require(
        Verdict.when(
            auction.held_on <= order.returned_on <= clock.today(),
            "退还日应在拍卖以后、不晚于今天。",
            citation=MONEY,
            remedy="请按退款凭证填写。",
        ),
        Verdict.when(
            not is_not_the_party(on, order.receiver, said="领取人", citation=MONEY),
            "拍卖余款退还当事人，领取人应当是当事人、其法定代表人或者监护人。",
            citation=MONEY,
            remedy="请填写当事人的姓名或者名称。",
        ),
    )
    auction.rest_returned_on, auction.rest_receiver = order.returned_on, order.receiver
    auction.rest_voucher = order.voucher
    auction.save()
    facts = {"amount": yuan(auction.rest), "voucher": order.voucher}
    record(events.REST_RETURNED, actor=actor, subject=on.case, facts=facts)
    return auction
