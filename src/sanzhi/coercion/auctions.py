"""What an auction sets off: its costs first, then the fine as far as it is unpaid; the rest is the party's (行政强制法 §46(3))."""

from decimal import Decimal

from sanzhi.cases import queries as cases
from sanzhi.cases.models import Proceeding
from sanzhi.cases.sums import sum_now
from sanzhi.coercion.models import Auction, SeizedThing, Way
from sanzhi.coercion.queries import in_custody
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.derivation import NOTHING, Derivation, Step, plain
from sanzhi.law.money import yuan

LAW = "行政强制法第四十六条第三款、第四十八条"
MONEY = "行政强制法第四十六条第三款、第四十九条"


def auctions(proceeding: Proceeding) -> tuple[Auction, ...]:
    return rows_of(proceeding.auctions)


def pending(proceeding: Proceeding) -> Auction | None:
    return next((row for row in auctions(proceeding) if row.is_sold is None), None)


def lots(auction: Auction) -> tuple[SeizedThing, ...]:
    return rows_of(auction.lots)


def to_be_sold(proceeding: Proceeding) -> tuple[SeizedThing, ...]:
    """What the head has decided to auction and nobody was entrusted with."""
    kept = in_custody(proceeding)
    return tuple(row for row in kept if row.way == Way.SET_OFF and row.auction_id is None)


def fine_left(proceeding: Proceeding) -> Decimal:
    """Of the fine that it serves, as it stands today, what is not paid."""
    main = proceeding.main
    return max(sum_now(main) - cases.paid(main), NOTHING) if main is not None else NOTHING


def set_off(price: Decimal, costs: Decimal, *, fine: Decimal) -> tuple[Derivation, Decimal]:
    """What goes to the fine, and what is the party's."""
    net = price - costs
    deducted = min(net, fine)
    steps = (
        Step("拍卖所得扣除拍卖费用", f"{plain(price)}元－{plain(costs)}元", net),
        Step("尚未缴纳的罚款", "", fine),
        Step("余款", f"{plain(net)}元－{plain(deducted)}元", net - deducted),
    )
    return Derivation("拍卖抵缴罚款", steps, deducted, MONEY), net - deducted


def rest_left(proceeding: Proceeding) -> Auction | None:
    """The auction of which the party has still something to get."""
    return next((row for row in auctions(proceeding) if row.rest and row.rest_returned_on is None), None)


def rest_returned(proceeding: Proceeding) -> Verdict:
    row = rest_left(proceeding)
    return Verdict.when(
        row is None,
        f"拍卖抵缴以后的余款{yuan(row.rest) if row and row.rest else ''}元尚未退还当事人。",
        citation=MONEY,
        remedy="请退还并登记凭证。",
    )
