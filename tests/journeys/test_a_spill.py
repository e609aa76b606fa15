"""A load of rubble on two lanes: cleared at once in the driver's place, the costs counted, told and paid; then the fine."""

import pytest

from tests.journeys import penalty
from tests.journeys.tale import Tale

pytestmark = pytest.mark.journey
CARRIER = {
    "kind": ("organisation",),
    "name": "舞钢市龙泉渣土运输有限公司（演示）",
    "credit_code": "91000000MA0000024X",
    "representative": "钟越",
    "address": "舞钢市演示工业路30号",
    "phone": "13800000024",
}
INTERVIEWED = {"interviewee": "钟越", "id_number": "000000197505063317"}
LEAD = {
    "cause_code": ("C24",),
    "place": "舞钢市演示路南段",
    "summary": "渣土运输车遗撒渣土约三立方米，覆盖两条车道。",
}
CLEARED = {
    "matter": "遗撒的渣土约三立方米",
    "site": ("road",),
    "why_at_once": "渣土覆盖两条车道，车辆打滑，驾驶人没有清扫机具，不能自行清除。",
    "executor": "舞钢市城市管理局环卫队",
    "minutes": "40",
    "present": ("party",),
    "executor_signed": "秦朗（环卫队班长）",
    "course": "设置警示标志，用扫路车、洒水车清除渣土，恢复通行。",
}
COSTS = "扫路车；600；FP2026011\n洒水车；300；FP2026012"
LANE = "立即代履行"


def test_a_spill_is_cleared_at_the_carriers_cost(tale: Tale) -> None:
    penalty.investigated(tale, CARRIER, interviewed=INTERVIEWED, **LEAD)
    when_the_road_is_cleared_at_once(tale)
    when_the_costs_are_told_and_paid(tale)
    penalty.established(tale)
    penalty.fined(tale, "8000", correction="责令采取密闭措施，不再遗撒。")
    penalty.decided(tale)
    penalty.paid_and_closed(tale, "8000", receipt="2026-0000-0401")
    then_the_public_reads_both(tale)


def when_the_road_is_cleared_at_once(tale: Tale) -> None:
    tale.days.pass_by(minutes=45)
    tale.refused("zhifa1", "登记立即代履行", why="暴力", **CLEARED)
    landed = tale.does("zhifa1", "登记立即代履行", **CLEARED, without_force=True)
    landed.sees("立即代履行")
    tale.lane = LANE
    tale.record("performance_by_proxy")
    tale.served("立即代履行告知书")
    tale.written("zhifa1", "强制执行现场笔录")
    tale.goes_on()


def when_the_costs_are_told_and_paid(tale: Tale) -> None:
    counted = tale.does("zhifa1", "结算代履行费用", rows=COSTS)
    counted.sees("900元")
    tale.written("zhifa1", "代履行费用缴纳通知书")
    tale.served("代履行费用缴纳通知书")
    tale.days.pass_by(days=3)
    tale.does("zhifa1", "登记代履行费用缴款", receipt_number="代000240401")
    tale.goes_on()
    tale.does("duizhang1", "结案", kind=("executed",), reason="代履行完毕，费用已经缴纳。")
    tale.lane = ""


def then_the_public_reads_both(tale: Tale) -> None:
    """What was cleared at once, and the fine; the costs are between the authority and the carrier."""
    fine = tale.number_of("行政处罚决定书")
    tale.lane = LANE
    citizen = tale.published(tale.number_of("立即代履行告知书"))
    citizen.sees("清除舞钢市演示路南段的遗撒的渣土约三立方米")
    citizen.does_not_see("900元")
    citizen = tale.published(fine)
    citizen.sees("罚款8000元（人民币捌仟元整）")
    citizen.does_not_see("13800000024")
