"""A stretch of road is occupied: the fee is assessed, told, decided, billed, halved, collected, and in part given back."""

import pytest

from tests.journeys.tale import Tale

pytestmark = pytest.mark.journey
PAYER = {
    "kind": ("person",),
    "name": "贺知微",
    "id_number": "000000198811124215",
    "address": "舞钢市演示路5号",
    "phone": "13800000021",
}
PLACE = "舞钢市演示广场东侧"
WHY = "经批准临时占用道路从事展销活动，应当缴纳城市道路占用费。"


def test_a_fee_is_halved_collected_and_partly_given_back(tale: Tale) -> None:
    when_the_fee_is_assessed(tale)
    when_it_is_told_and_decided(tale)
    when_it_is_halved_and_paid(tale)
    when_the_street_is_rebuilt(tale)
    tale.goes_on()
    closed = tale.does("duizhang1", "结案", kind=("performed",))
    closed.sees("结案：履行完毕")
    then_the_public_reads_what_was_decided(tale)


def when_the_fee_is_assessed(tale: Tale) -> None:
    officer = tale.officer
    officer.open("/office/cases/")
    officer.follow("依职权开案")
    officer.fill(power=("ZS01",), place=PLACE, summary=WHY)
    officer.press("开案")
    officer.sees("已开案")
    tale.take(officer)
    tale.does("zhifa1", "登记当事人", **PAYER)
    tale.assign()
    proof = {"name": "占用现场勘验记录和平面图", "proves": "占用的位置、面积和期间"}
    tale.does("zhifa1", "登记证据", kind=("record",), **proof)
    officer = tale.open("zhifa1", "核定征收数额")
    officer.page.get_by_label(proof["name"]).check()
    days = {"from_on": tale.days.day(0), "to_on": tale.days.day(59)}
    officer.fill(quantity="120", reason="占用城市道路120平方米，面积和期间已经现场勘验。", **days)
    officer.press("核定征收数额")
    officer.sees("核定征收数额：已完成")
    officer.sees("20平方米×0.8元×")  # nobody reckons: the tariff does, tier by tier and year by year
    tale.goes_on()


def when_it_is_told_and_decided(tale: Tale) -> None:
    tale.written("zhifa1", "行政征收事先告知书")
    tale.served("行政征收事先告知书")
    tale.goes_on()
    tale.open("zhifa1").sees("尚未届满")  # the party still has its days to speak
    tale.days.pass_by(days=8)
    tale.goes_on()
    tale.does("juzhang", "作出征收决定")
    tale.goes_on("juzhang")
    tale.served("行政征收决定书")
    tale.written("zhifa1", "行政征收缴费通知书")
    tale.served("行政征收缴费通知书")
    tale.goes_on()


def when_it_is_halved_and_paid(tale: Tale) -> None:
    proof = {"reason": "本人是残疾人，自主经营。", "proof": "残疾人证、营业执照复印件"}
    tale.does("zhifa1", "登记减免申请", relief=("残疾人自主经营",), **proof)
    granted = {"outcome": ("准予",), "opinion": "残疾人证和营业执照核对无误，符合清单规定的减免。"}
    tale.does("juzhang", "审批减免、缩短占用", **granted).sees("×50%")
    tale.open("zhifa1").sees("还是原来的金额")
    tale.written("zhifa1", "行政征收缴费通知书")
    tale.served("行政征收缴费通知书")
    tale.open("zhifa1").does_not_see("还是原来的金额")
    paid = tale.does("zhifa1", "登记缴款入库", receipt_number="4120261208000054")
    paid.sees("票据号4120261208000054")
    paid.does_not_see("待缴")


def when_the_street_is_rebuilt(tale: Tale) -> None:
    """What was not used goes back; the sum is counted."""
    tale.days.pass_by(days=21)
    why = "因城市道路改造需要，决定停止占用，占用人已经清场。"
    said = {"last_on": tale.days.day(0), "reason": why, "proof": "停止占用决定、清场照片"}
    tale.does("zhifa1", "提出缩小、缩短、停止占用", **said)
    agreed = {"outcome": ("准予",), "opinion": "道路改造属实，同意停止占用并退还相应占用费。"}
    tale.does("juzhang", "审批减免、缩短占用", **agreed)
    decided = tale.does("juzhang", "决定退费", reason="停止占用以后没有使用的日数退还。")
    decided.sees("已经决定的退费尚未退还")
    tale.days.pass_by(days=3)
    back = tale.does("zhifa1", "登记退还", voucher="TF20261229000054")
    back.does_not_see("尚未退还")


def then_the_public_reads_what_was_decided(tale: Tale) -> None:
    citizen = tale.published(tale.number_of("行政征收决定书"))
    citizen.sees("贺某某")
    citizen.sees("城市道路占用费")
    for hidden in ("贺知微", "13800000021", "000000198811124215"):
        citizen.does_not_see(hidden)
