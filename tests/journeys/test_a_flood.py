"""A flood: machines and sandbags are requisitioned, taken against a receipt, used, given back, one damaged, and paid for."""

import re
from typing import Any

import pytest

from tests.journeys.tale import Tale

pytestmark = pytest.mark.journey
OWNER = {
    "kind": ("organisation",),
    "name": "舞钢市垭口机械租赁有限公司（演示）",
    "credit_code": "91000000MA0000016X",
    "representative": "江远行",
    "address": "舞钢市演示工业路21号",
    "phone": "13800000016",
}
STREET = "舞钢市垭口街道低洼路段"
NEED = "连续强降雨致城区内涝，急需挖掘机、抽水泵和沙袋排水抢险。"
DECLARED = {
    "emergency": "城区强降雨内涝灾害",
    "declared_by": "舞钢市防汛抗旱指挥部",
    "declared_number": "舞防指〔2026〕12号",
    "level": ("2",),
    "user": "舞钢市城市排水应急抢险队",
}
THINGS = (
    "履带式挖掘机；20吨；1台；完好，估价450000元，每日1200元\n"
    "柴油抽水泵；6寸；2台；完好，每台估价8000元，每台每日75元\n"
    "编织沙袋；60×90厘米；500条；全新，共估价1000元"
)
PLEA = {
    "plea": "机器正在工地使用，希望尽快归还。",
    "plea_answer": "抢险急需，使用结束后立即归还并补偿。",
    "plea_accepted": True,
}
LANE = "征用补偿"


def test_what_the_flood_needed_is_given_back_and_paid_for(tale: Tale) -> None:
    when_it_is_decided(tale)
    when_it_is_taken_against_a_receipt(tale)
    when_it_is_used_and_given_back(tale)
    when_it_is_paid_for(tale)
    tale.goes_on()
    why = "财物已经返还，补偿已经支付。"
    tale.does("duizhang1", "结案", kind=("settled",), reason=why).sees(
        f"结案：财物已经返还，补偿已经支付（{why}）"
    )
    then_the_public_reads_both_decisions(tale)


def when_it_is_decided(tale: Tale) -> None:
    officer = tale.officer
    officer.open("/office/cases/")
    officer.follow("依职权开案")
    officer.fill(power=("ZY01",), place=STREET, summary=NEED)
    officer.press("开案")
    officer.sees("已开案")
    tale.take(officer)
    tale.does("zhifa1", "登记当事人", **OWNER)
    tale.assign()
    proof = {"name": "启动应急响应的决定", "proves": "突发事件的级别和应急处置的需要"}
    tale.does("zhifa1", "登记证据", kind=("document",), **proof)
    officer = tale.open("zhifa1", "提出征用")
    assert (
        officer.page.locator("[name='reason']").input_value() == NEED
    )  # what the case says is not typed again
    until = tale.days.day(10)
    days = {"declared_on": tale.days.day(0), "until_on": until}
    said: dict[str, Any] = {**DECLARED, **days, "things": THINGS, "rights_told": True}
    tale.does("zhifa1", "提出征用", **said, **PLEA)
    tale.goes_on()
    tale.does("juzhang", "作出征用决定")
    tale.goes_on("juzhang")


def when_it_is_taken_against_a_receipt(tale: Tale) -> None:
    tale.served("行政征用决定书")
    tale.refused("zhifa1", "清点、估价、接收", why="出示执法身份证件")
    tale.does("zhifa1", "清点、估价、接收", identity_shown=True)
    tale.written("zhifa1", "征用财物清单和收据")
    tale.served("征用财物清单和收据")
    tale.goes_on()


def when_it_is_used_and_given_back(tale: Tale) -> None:
    tale.does("zhifa1", "登记使用", purpose="开挖导流沟、抽排积水", condition="运转正常")
    more = {"until": tale.days.day(20), "reason": "雨情持续，低洼路段仍需排水抢险。"}
    tale.does("juzhang", "延长征用期限", **more)
    tale.served("征用延期通知书")
    tale.days.pass_by(days=3)
    tale.does("zhifa1", "登记停止使用", ground=("over",))
    broken = {"is_damaged": True, "condition": "一台叶轮损坏", "damage": "抽排时吸入砖石，叶轮损坏。"}
    given_back(tale, "履带式挖掘机", returned="1", voucher="返还0001")
    given_back(tale, "柴油抽水泵", returned="2", voucher="返还0002", **broken)
    used_up = {"returned": "100", "consumed": "400", "damage": "堵水筑坝使用。"}
    given_back(tale, "编织沙袋", voucher="返还0003", **used_up)
    tale.written("zhifa1", "征用财物返还清单")
    tale.served("征用财物返还清单")
    tale.goes_on()


def given_back(tale: Tale, thing: str, **said: Any) -> None:
    officer = tale.open("zhifa1", "返还、清点一项财物")
    officer.pick("thing", thing)
    officer.fill(**said)
    officer.press("返还、清点一项财物")
    officer.sees("返还、清点一项财物：已完成")


def when_it_is_paid_for(tale: Tale) -> None:
    """Counted from the receipt, the days and the bill; told, decided, paid."""
    tale.does("zhifa1", "开始核算补偿").sees("下一步（当前环节：核算补偿）")
    tale.lane = LANE
    bill = {"name": "维修站报价单和发票", "proves": "抽水泵叶轮损坏的修复费用"}
    tale.does("zhifa1", "登记证据", kind=("document",), **bill)
    officer = tale.open("zhifa1", "毁损、灭失估价")
    officer.page.get_by_label(re.compile("维修站报价单和发票")).check()
    officer.fill(worth="1800")
    officer.press("毁损、灭失估价")
    officer.sees("毁损、灭失估价：已完成")
    counted = tale.does("zhifa1", "核算补偿", reason="按清单、返还登记和维修发票逐项核算。")
    counted.sees("结果：8000元（人民币捌仟元整）。")
    tale.goes_on()
    tale.written("zhifa1", "征用补偿事先告知书")
    tale.served("征用补偿事先告知书")
    tale.goes_on()
    tale.days.pass_by(days=8)
    tale.goes_on()
    tale.does("juzhang", "作出补偿决定")
    tale.goes_on("juzhang")
    tale.served("征用补偿决定书")
    tale.days.pass_by(days=5)
    tale.does("zhifa1", "登记补偿支付", voucher="ZF20270120000054")
    tale.goes_on()
    tale.does("duizhang1", "结案", kind=("compensated",), reason="补偿已经支付。")
    tale.lane = ""


def then_the_public_reads_both_decisions(tale: Tale) -> None:
    tale.lane = LANE
    paid = tale.number_of("征用补偿决定书")
    tale.lane = ""
    citizen = tale.published(tale.number_of("行政征用决定书"))
    citizen.sees("征用履带式挖掘机（20吨）1台")
    citizen = tale.published(paid)
    citizen.sees("补偿8000元（人民币捌仟元整）")
    citizen.does_not_see("13800000016")
