"""Things that are kept pay an unpaid fine by auction: entrusted, announced, sold, set off, the rest given back (行政强制法 §46(3))."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sanzhi.cases import queries as cases
from sanzhi.coercion.auctions import fine_left, set_off
from sanzhi.coercion.queries import in_custody, taken
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import desk

Reached = Callable[..., Story]
SETTLE, GO = "coercion.settle_things", "coercion.let_things_go"
ENTRUST, SOLD = "coercion.entrust_auction", "coercion.record_auction"
FAILED, REST = "coercion.record_failed_auction", "coercion.return_rest"
ASK: dict[str, Any] = {
    "subject": "轻型自卸货车",
    "question": "车辆改装情况和现值。",
    "appraiser": "某市机动车检测有限公司",
}
OFFERED: dict[str, Any] = {
    "auctioneer": "某市公平拍卖有限公司",
    "contract": "委拍（2027）1号",
    "reserve": "20000",
    "notice": "公共资源交易平台网站",
}
BOUGHT: dict[str, Any] = {
    "price": "26000",
    "costs": "1300",
    "buyer": "买受人某某",
    "confirmation": "成交2027001",
    "receipt_number": "4120270000001",
}


def unpaid(reached: Reached) -> Lane:
    """The truck is still kept, since its appraisal takes long; the fine was neither contested nor paid, and demanded."""
    lane = Lane(hauler(reached, stop="performance"))
    lane.done("cases.order_appraisal", who="juzhang", **ASK)
    lane.paper("D21")
    lane.story.serve(lane.paper("D22"))
    clock.advance(timedelta(days=190))
    main, lane.story.lane = lane.proceeding.main_id, None
    lane.story.serve(lane.story.paper("D51"))
    lane.story.lane = lane.pk
    clock.advance(timedelta(days=15))
    lane.done("cases.receive_appraisal", result="车辆没有改装，现值二万五千元。")
    assert main is not None and fine_left(lane.proceeding) == 5000
    return lane


def kept(lane: Lane) -> list[int]:
    return [row.pk for row in in_custody(lane.proceeding)]


def offered(lane: Lane, **changes: Any) -> dict[str, Any]:
    days = {"notice_on": clock.today(), "auction_on": clock.today() + timedelta(days=7)}
    return {**OFFERED, **days, "things": kept(lane), **changes}


def entrusted(lane: Lane) -> None:
    """The head decides, an auctioneer is entrusted, and the day has come."""
    said = lane.refused(ENTRUST, **offered(lane))
    assert "没有决定拍卖抵缴罚款、等待委托拍卖的财物" in said and "第四十六条第三款" in said
    why = {"way": "set_off", "reason": "经催告仍不缴纳罚款，依法拍卖抵缴。"}
    lane.done(SETTLE, who="juzhang", things=kept(lane), **why)
    gone = {"received_by": "领取人", "voucher": "发还0001", "condition": "与清单一致"}
    assert "不在这里登记交接" in lane.refused(GO, things=kept(lane), **gone)
    assert "没有决定拍卖抵缴，或者已经委托拍卖" in lane.refused(ENTRUST, **offered(lane, things=[999]))
    assert "本机关不能自行拍卖" in lane.refused(ENTRUST, **offered(lane, auctioneer="舞钢市城市管理局"))
    early = {"auction_on": clock.today() + timedelta(days=6)}
    assert "拍卖日7日以前应当发布拍卖公告" in lane.refused(ENTRUST, **offered(lane, **early))
    assert "没有等待举行的拍卖" in lane.refused(SOLD, held_on=clock.today(), **BOUGHT)
    lane.done(ENTRUST, **offered(lane))
    assert "不早于公告的拍卖日" in lane.refused(SOLD, held_on=clock.today(), **BOUGHT)
    clock.advance(timedelta(days=7))


def test_the_price_pays_the_costs_and_the_fine_and_the_rest_goes_back(reached: Reached) -> None:
    lane = unpaid(reached)
    entrusted(lane)
    today: dict[str, Any] = {"held_on": clock.today()}
    assert "低于保留价20000元" in lane.refused(SOLD, **today, **BOUGHT | {"price": "19999.99"})
    assert "拍卖费用应当低于成交价" in lane.refused(SOLD, **today, **BOUGHT | {"costs": "26000"})
    assert "本机关不能是买受人" in lane.refused(SOLD, **today, **BOUGHT | {"buyer": "舞钢市城市管理局"})
    assert "没有应当退还当事人的拍卖余款" in lane.refused(
        REST, returned_on=clock.today(), receiver=lane.story.party.name, voucher="退0001"
    )
    row = lane.done(SOLD, **today, **BOUGHT)
    assert (row.deducted, row.rest) == (5000, 19700) and "26000元－1300元＝24700元" in "".join(row.lines)
    assert fine_left(lane.proceeding) == 0
    main = lane.proceeding.main
    assert main is not None and cases.paid(main) == 5000 and not in_custody(lane.proceeding)
    assert taken(lane.proceeding)[0].received_by == BOUGHT["buyer"]
    page = desk(lane.story, "zhifa1").get(f"/office/cases/{lane.story.case_id}/?proceeding={lane.pk}")
    assert "成交确认书成交2027001" in page.content.decode()
    assert "余款19700元尚未退还当事人" in lane.refused("cases.complete_step")
    back: dict[str, Any] = {
        "returned_on": clock.today(),
        "receiver": lane.story.party.name,
        "voucher": "退0001",
    }
    assert "退还日应在拍卖以后" in lane.refused(REST, **back | {"returned_on": clock.today() + timedelta(1)})
    assert "领取人应当是当事人" in lane.refused(REST, **back | {"receiver": "旁观的人"})
    lane.done(REST, **back)
    lane.done("cases.complete_step")
    end: dict[str, Any] = {"who": "duizhang1", "kind": "settled", "reason": "已经拍卖抵缴，余款退还。"}
    lane.done("cases.close_case", **end)
    assert lane.proceeding.closed_on


def test_a_receipt_counts_once(reached: Reached) -> None:
    lane = unpaid(reached)
    entrusted(lane)
    number, main = {"receipt_number": BOUGHT["receipt_number"]}, lane.proceeding.main_id
    paid = {"amount": "1000", "paid_on": clock.today(), **number}
    lane.story_done("penalty.record_payment", **paid)
    assert main is not None and fine_left(lane.proceeding) == 4000
    assert "已经登记过" in lane.refused(SOLD, held_on=clock.today(), **BOUGHT)
    row = lane.done(SOLD, held_on=clock.today(), **BOUGHT | {"receipt_number": "4120270000002"})
    assert (row.deducted, row.rest) == (4000, 20700)


def test_what_nobody_buys_is_decided_anew(reached: Reached) -> None:
    lane = unpaid(reached)
    entrusted(lane)
    lane.done(FAILED, held_on=clock.today(), failed_for="没有竞买人应价，拍卖没有成交。")
    assert "没有等待举行的拍卖" in lane.refused(FAILED, held_on=clock.today(), failed_for="没有人应价。")
    assert "1项尚未处理" in lane.refused("cases.complete_step")
    back = {"way": "returned", "lifted_for": "other", "reason": "拍卖没有成交，不再需要扣押。"}
    lane.done(SETTLE, who="juzhang", things=kept(lane), **back)


def test_no_more_than_the_fine_is_set_off() -> None:
    counted, rest = set_off(Decimal(900), Decimal(100), fine=Decimal(5000))
    assert counted.result == 800 and rest == 0
    counted, rest = set_off(Decimal("6000.50"), Decimal("0.50"), fine=Decimal(5000))
    assert counted.result == 5000 and rest == 1000
