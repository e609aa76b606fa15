"""A truck seized during a penalty: judged, detained in the presence of its owner, kept longer, given back; then the fine."""

import pytest

from tests.journeys import penalty
from tests.journeys.tale import Tale

pytestmark = pytest.mark.journey
OWNER = {
    "kind": ("organisation",),
    "name": "舞钢市铁山运输有限公司（演示）",
    "credit_code": "91000000MA0000008X",
    "representative": "段行舟",
    "address": "舞钢市演示工业路12号",
    "phone": "13800000012",
}
INTERVIEWED = {"interviewee": "段行舟", "id_number": "000000197505063317"}
LEAD = {
    "cause_code": ("C25-F",),
    "place": "舞钢市演示路北段",
    "summary": "运输车辆未采取防遗撒措施，渣土沿途遗撒约三百米。",
}
WHY = "车辆未采取防遗撒措施，沿途遗撒污染路面，可能被转移、隐匿，影响查清事实。"
TRUCK = "轻型自卸货车；豫D·00000挂；1辆"
LANE = "行政强制措施"


def test_a_truck_is_kept_longer_and_given_back(tale: Tale) -> None:
    penalty.investigated(tale, OWNER, interviewed=INTERVIEWED, **LEAD)
    when_the_truck_is_seized(tale)
    penalty.established(tale)
    penalty.fined(tale, "5000", correction="责令立即清除遗撒的渣土，采取密闭措施。")
    when_it_is_kept_longer(tale)
    penalty.decided(tale)
    when_it_is_given_back(tale)
    penalty.paid_and_closed(tale, "5000", receipt="2026-0000-0301")
    then_the_public_reads_both(tale)


def when_the_truck_is_seized(tale: Tale) -> None:
    landed = tale.does("zhifa1", "提出查封、扣押")
    landed.sees("下一步（当前环节：报请批准）")  # where the seizure goes on, not the penalty
    tale.lane = LANE
    said = {"manner": ("detain",), "reason": WHY, "things": f"{TRUCK}；违法运输所用的车辆"}
    place = "舞钢市演示停车场3号车位"
    tale.refused("zhifa1", "报请查封、扣押", why="生活必需品", **said, place=place)
    tale.does("zhifa1", "报请查封、扣押", **said, place=place, no_necessities=True, not_held=True)
    tale.goes_on()
    tale.reviewed()
    tale.written("juzhang", "行政强制措施审批表")
    tale.does("juzhang", "作出查封、扣押决定")
    tale.goes_on("juzhang")
    tale.record("seizure")
    plea = {"plea": "车辆是租来的，希望早日发还。", "plea_answer": "车辆用于违法运输，查清事实以后依法处理。"}
    taken = {"taken": f"{TRUCK}；车况完好，左后灯罩有裂纹", "identity_shown": True, "rights_told": True}
    tale.does("zhifa1", "实施查封、扣押", present=("party",), **plea, **taken)
    tale.written("zhifa1", "查封（扣押）财物清单")
    for title in ("查封（扣押）决定书", "查封（扣押）财物清单"):
        tale.served(title)
    course = "宣读决定，清点车辆，拍照录像，贴封条，拖至停车场，当场交付决定书和清单。"
    tale.written("zhifa1", "实施行政强制措施现场笔录", **tale.hours, course=course)
    tale.goes_on()
    tale.lane = ""


def when_it_is_kept_longer(tale: Tale) -> None:
    """Nine days before the thirty are over; a major decision of its own."""
    tale.days.pass_by(days=20)
    tale.lane = LANE
    why = "运输路线和遗撒范围需要调取沿线监控逐段核对，情况复杂。"
    tale.does("zhifa1", "报请延长查封、扣押期限", days="30", reason=why)
    tale.judged()
    tale.discussed()
    head = tale.does("juzhang", "批准延长期限")
    head.sees("结果：60日。")
    tale.written("zhifa1", "查封（扣押）延期决定书")
    tale.served("查封（扣押）延期决定书")
    tale.lane = ""


def when_it_is_given_back(tale: Tale) -> None:
    tale.lane = LANE
    why = "已经作出处罚决定，没有没收车辆，不再需要扣押。"
    tale.does("juzhang", "处理查封、扣押的财物", way=("returned",), lifted_for=("decided",), reason=why)
    tale.does("zhifa1", "登记财物交接", received_by="段行舟", voucher="发还0301")
    tale.written("zhifa1", "解除查封（扣押）决定书")
    tale.served("解除查封（扣押）决定书")
    tale.goes_on()
    ended = tale.does("duizhang1", "结案", kind=("settled",), reason="车辆已经解除扣押并当场发还。")
    ended.sees("这一程序已于")
    tale.lane = ""


def then_the_public_reads_both(tale: Tale) -> None:
    """The measure without the plate in full, the penalty with its fine; neither with a telephone."""
    fine = tale.number_of("行政处罚决定书")
    tale.lane = LANE
    citizen = tale.published(tale.number_of("查封（扣押）决定书"))
    citizen.sees("扣押轻型自卸货车（豫D***0挂）1辆")
    citizen.does_not_see("00000挂")
    citizen = tale.published(fine)
    citizen.sees("罚款5000元（人民币伍仟元整）")
    citizen.does_not_see("13800000012")
