"""What a party was ordered to do and did not is done in its place: after two demands, by day, at cost (行政强制法 §50, §51)."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from sanzhi.cases.deadlines import countdowns
from sanzhi.coercion.imposing import due_of, imposing
from sanzhi.coercion.tests.lane import Lane
from sanzhi.demo.executing import COSTS, DONE, PLANNED, SPILT
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]
PROPOSE, DECIDE = "coercion.propose_enforcement", "coercion.decide_enforcement"
MOVE = "coercion.move_proxy_day"
PERFORM, SETTLE = "coercion.perform_by_proxy", "coercion.settle_proxy_costs"
PAY, HALT = "coercion.record_proxy_payment", "coercion.halt_enforcement"


def ordered(reached: Reached, **changes: Any) -> Story:
    """A stall whose owner was ordered to clear it away and did not (C01)."""
    return reached(**{"cause": "C01", "fine": 500, "aside": ("proxy",), **changes})


def lane_of(reached: Reached, stop: str) -> Lane:
    return Lane(ordered(reached, stop=stop))


def planned(lane: Lane, **changes: Any) -> dict[str, Any]:
    row = lane.proceeding.enforcement if hasattr(lane.proceeding, "enforcement") else None
    main = lane.proceeding.main
    assert main is not None
    paper = imposing(main)[0]
    said = {"imposed_by": paper.document_id, "due_on": due_of(paper)}
    day = row.planned_on if row else clock.today() + timedelta(days=45)
    return {**PLANNED, **said, "planned_on": day, **changes}


def test_the_whole_way(reached: Reached) -> None:
    lane = Lane(ordered(reached, stop="closure"))
    assert lane.proceeding.closed_on and lane.proceeding.closure_kind == "executed"


def test_nothing_is_executed_that_no_decision_demands(reached: Reached) -> None:
    story = reached(stop="report")
    said = refused(story, "coercion.begin_enforcement", power="QZ05")
    assert "没有已经送达当事人、要求其排除妨碍、恢复原状的决定" in said


def test_once_beside_a_case_and_by_a_power_that_gives_it(reached: Reached) -> None:
    story = ordered(reached, stop="proxy")
    story.lane = None
    assert "已有强制执行在办理" in refused(story, "coercion.begin_enforcement", power="QZ05")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"imposed_by": 0}, "不是已经送达、要求当事人履行义务的文书"),
        ({"is_disinterested": False}, "没有利害关系"),
        ({"planned_on": "2026-09-01"}, "应当在今天以后"),
        ({"due_on": "2026-09-02"}, "写明的期限是"),
    ],
)
def test_what_is_proposed_is_within_the_law(reached: Reached, changed: Any, said: str) -> None:
    lane = lane_of(reached, "proxy")
    assert said in lane.refused(PROPOSE, **planned(lane, **changed))


def test_the_party_does_not_do_it_for_itself(reached: Reached) -> None:
    lane = lane_of(reached, "proxy")
    name = lane.story.party.name
    assert "代履行人" in lane.refused(PROPOSE, **planned(lane, executor=name))


def test_nothing_is_decided_before_the_demand_is_over(reached: Reached) -> None:
    lane = lane_of(reached, "proxy")
    lane.done(PROPOSE, **planned(lane))
    said = lane.refused("cases.complete_step")
    assert "缺少《履行义务催告书》" in said and "尚未送达" in said


def test_the_days_of_the_demand_run(reached: Reached) -> None:
    lane = lane_of(reached, "proxy_demanded")
    lane.go()
    assert "强制执行催告期限" in {row.title for row in countdowns(lane.proceeding)}
    assert "尚未届满" in lane.refused("cases.complete_step")


def test_what_the_party_says_is_answered_and_what_is_accepted_is_not_executed(reached: Reached) -> None:
    lane = lane_of(reached, "proxy_plea")
    lane.done("cases.record_plea", manner="oral", text="设施已经联系买家，本周自行拆走。")
    assert "尚未复核" in lane.refused("cases.complete_step")
    answer: dict[str, Any] = {"is_accepted": True, "answer": "经核实，买家约定于本周五拆运，情况属实。"}
    lane.done("cases.answer_plea", **answer)
    assert "已经采纳，不能仍按原来的意见执行" in lane.refused("cases.complete_step")


def test_it_is_decided_by_the_head_and_told(reached: Reached) -> None:
    lane = lane_of(reached, "proxy_decision")
    assert "机关负责人办理" in lane.refused(DECIDE)
    lane.done(DECIDE, who="juzhang")
    lane.go()
    said = lane.refused("cases.complete_step")
    assert "《代履行决定书》尚未送达" in said and "三日前没有再次催告" in said


def test_three_working_days_lie_between_the_second_demand_and_the_deed(reached: Reached) -> None:
    lane = lane_of(reached, "proxy_decided")
    lane.story._serve_own_decision()
    lane.story.serve(lane.paper("D51"))
    lane.story._film("service")
    lane.go()
    assert "应当满三个工作日" in lane.refused(PERFORM, **DONE)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"without_force": False}, "不得采用暴力"),
        ({"witness": ""}, "由见证人签名"),
        ({"present": "party", "witness": ""}, "请填写到场签名的人"),
        ({"present": "party", "witness": "", "present_name": "当事人"}, "“当事人”不是姓名"),
        ({"present_name": "顾长风"}, "不能又把“顾长风”写成到场的人"),
        ({"witness": "社区工作人员"}, "“社区工作人员”不是姓名，见证人应当写签名人的姓名"),
        ({"executor_signed": "演示清运负责人"}, "“演示清运负责人”不是姓名"),
        ({"executor": "某拆迁有限公司"}, "决定书载明由“舞钢市演示清运有限公司”实施"),
    ],
)
def test_the_deed_is_in_order(reached: Reached, changed: Any, said: str) -> None:
    assert said in lane_of(reached, "proxy_execution").refused(PERFORM, **{**DONE, **changed})


@pytest.mark.parametrize("days", [-3, 3])
def test_it_is_done_on_the_day_that_was_told(reached: Reached, days: int) -> None:
    lane = lane_of(reached, "proxy_execution")
    clock.advance(timedelta(days=days))
    said = lane.refused(PERFORM, **DONE)
    assert "告知当事人的代履行日期是" in said and "不是今天" in said


def test_a_day_that_was_put_off_is_told_anew(reached: Reached) -> None:
    lane = lane_of(reached, "proxy_execution")
    first, holiday = clock.today(), date(2027, 1, 1)
    later, why = lane.proceeding.calendar.add_working(first, 5), "暴雨红色预警，不能安全施工。"
    assert "机关负责人办理" in lane.refused(MOVE, day=later, reason=why)
    assert "以后" in lane.refused(MOVE, who="juzhang", day=first, reason=why)
    assert "法定节假日" in lane.refused(MOVE, who="juzhang", day=holiday, reason=why)
    lane.done(MOVE, who="juzhang", day=later, reason=why)
    assert "没有变化" in lane.refused(MOVE, who="juzhang", day=later, reason=why)
    assert "没有再次催告当事人履行、写明" in lane.refused(PERFORM, **DONE)
    again = lane.paper("D51")
    assert "不能安全施工，改期" in again.values["consequence"]
    lane.story.serve(again)
    assert "应当满三个工作日" in lane.refused(PERFORM, **DONE)
    clock.advance(timedelta(days=(later - first).days))
    lane.done(PERFORM, **DONE)
    assert lane.proceeding.enforcement.ended_on == later


def test_a_day_too_near_to_the_second_demand_is_put_off(reached: Reached) -> None:
    lane = lane_of(reached, "proxy_decided")
    lane.story._serve_own_decision()
    planned = lane.proceeding.enforcement.planned_on
    assert planned is not None
    clock.advance(timedelta(days=(planned - clock.today()).days - 1))
    lane.story.serve(lane.paper("D51"))
    lane.story._film("service")
    assert "早于再次催告满三个工作日" in lane.refused("cases.complete_step")


def test_a_day_that_has_passed_is_not_decided(reached: Reached) -> None:
    lane = lane_of(reached, "proxy_decision")
    clock.advance(timedelta(days=60))
    assert "不能再写在决定书里" in lane.refused(DECIDE, who="juzhang")


def test_never_by_night_nor_on_a_holiday(reached: Reached) -> None:
    lane = lane_of(reached, "proxy_execution")
    at_night = datetime.combine(clock.today(), datetime.min.time(), clock.CHINA) + timedelta(hours=23)
    clock.advance(at_night - clock.now())
    said = lane.refused(PERFORM, **DONE)
    assert "不得在夜间" in said and "建议" in said
    urgent = {"urgent_for": "路面即将塌陷，危及行人安全，不能等到白天。"}
    lane.done(PERFORM, **DONE, **urgent)
    assert lane.proceeding.enforcement.urgent_for


def test_costs_are_real_and_told(reached: Reached) -> None:
    lane = lane_of(reached, "costs")
    assert "没有尚未缴纳" in lane.refused(PAY, amount="1", paid_on=clock.today(), receipt_number="代0001")
    assert "第1行请写成" in lane.refused(SETTLE, rows="人工 1200元")
    beyond = "人工；9000；FP1"
    assert "超过决定书所写的预算" in lane.refused(SETTLE, rows=beyond)
    assert "尚未结算" in lane.refused("cases.complete_step")
    lane.done(SETTLE, rows=COSTS)
    assert "没有等待结算" in lane.refused(SETTLE, rows=COSTS)
    assert "《代履行费用缴纳通知书》尚未送达" in lane.refused("cases.complete_step")


def test_what_is_paid_is_what_is_owed(reached: Reached) -> None:
    lane = lane_of(reached, "costs_told")
    paid: dict[str, Any] = {"amount": "2260", "paid_on": clock.today(), "receipt_number": "代00009999"}
    assert "不能多收" in lane.refused(PAY, **paid | {"amount": "3000"})
    assert "不晚于今天" in lane.refused(PAY, **paid | {"paid_on": clock.today() + timedelta(days=1)})
    assert "尚有2260元没有缴纳" in lane.refused("cases.complete_step")
    end: dict[str, Any] = {"who": "duizhang1", "reason": "代履行完毕，费用已经缴纳。"}
    assert "不能以“执行完毕”结束" in lane.refused("cases.close_case", kind="executed", **end)
    assert "经人民法院裁定处理”结束" in lane.refused("cases.close_case", kind="unpaid", **end)
    lane.done(PAY, **paid | {"amount": "1000"})
    assert "已经登记过" in lane.refused(PAY, **paid | {"amount": "100"})
    lane.done(PAY, **paid | {"amount": "1260", "receipt_number": "代00009998"})
    lane.done("cases.close_case", kind="executed", **end)
    assert lane.proceeding.closed_on


def test_who_does_it_himself_is_left_alone(reached: Reached) -> None:
    lane = lane_of(reached, "proxy_decided")
    how: dict[str, Any] = {"how": "到现场查看，售货亭已经拆除，路面恢复。"}
    early: dict[str, Any] = {"fulfilled_on": clock.today() + timedelta(days=1)}
    assert "不晚于今天" in lane.refused("coercion.record_fulfilment", **how, **early)
    lane.done("coercion.record_fulfilment", **how, fulfilled_on=clock.today())
    assert lane.proceeding.step == "closure"
    assert "没有等待当事人履行" in lane.refused(
        "coercion.record_fulfilment", **how, fulfilled_on=clock.today()
    )
    end = {"who": "duizhang1", "reason": "当事人自行履行。"}
    assert "不能以“执行完毕”结束" in lane.refused("cases.close_case", kind="executed", **end)
    lane.done("cases.close_case", kind="fulfilled", **end)


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ({"kind": "suspended", "ground": "dead"}, "不是中止执行的情形"),
        ({"kind": "resumed", "ground": "gone"}, "没有中止执行"),
        ({"kind": "resumed", "ground": "broken"}, ""),
        ({"kind": "ended", "ground": "overturned"}, "没有被撤销"),
        ({"kind": "ended", "ground": "three_years"}, "没有满三年"),
    ],
)
def test_each_halt_has_its_ground(reached: Reached, order: Any, said: str) -> None:
    lane = lane_of(reached, "proxy_decided")
    order = {**order, "reason": "有当事人提交的证明材料。"}
    if said:
        assert said in lane.refused(HALT, who="juzhang", **order)
    else:
        lane.done(HALT, who="juzhang", **order)


def test_what_is_suspended_waits_and_is_given_up_after_three_years(reached: Reached) -> None:
    lane = lane_of(reached, "proxy_execution")
    stop = {"kind": "suspended", "ground": "hardship", "reason": "当事人重病住院，有医院证明。"}
    lane.done(HALT, who="juzhang", **stop)
    assert "已经中止执行" in lane.refused(PERFORM, **DONE)
    assert "已经中止执行" in lane.refused(HALT, who="juzhang", **stop)
    assert "中止执行后不再执行的期限" in {row.title for row in countdowns(lane.proceeding)}
    clock.advance(timedelta(days=3 * 366 + 2))
    end = {"kind": "ended", "ground": "three_years", "reason": "当事人确无能力，没有明显社会危害。"}
    lane.done(HALT, who="juzhang", **end)
    assert "没有正在进行的执行" in lane.refused(HALT, who="juzhang", **stop)
    close = {"who": "duizhang1", "kind": "terminated", "reason": "中止执行满三年，不再执行。"}
    assert "《终结执行通知书》尚未制作" in lane.refused("cases.close_case", **close)


def test_an_agreement_stays_the_hand_until_it_is_broken(reached: Reached) -> None:
    lane, agree = lane_of(reached, "proxy_execution"), "coercion.agree_on_enforcement"
    day = clock.today() + timedelta(days=5)
    said = {"stages": f"{day.isoformat()}；自行拆除售货亭并清运", "is_harmless": True}
    assert "不得损害" in lane.refused(agree, who="juzhang", **said | {"is_harmless": False})
    assert "第1行请写成" in lane.refused(agree, who="juzhang", **said | {"stages": "下周拆除售货亭。。。"})
    past = f"{(clock.today() - timedelta(days=1)).isoformat()}；自行拆除售货亭"
    assert "依次排列" in lane.refused(agree, who="juzhang", **said | {"stages": past})
    assert "没有正在履行的执行协议" in lane.refused(
        "coercion.break_agreement", who="juzhang", reason="没有按协议拆除售货亭。"
    )
    lane.done(agree, who="juzhang", **said)
    assert "订有执行协议" in lane.refused(PERFORM, **DONE)
    broken = {"kind": "resumed", "ground": "broken", "reason": "当事人没有按协议拆除售货亭。"}
    assert "没有认定为不履行" in lane.refused(HALT, who="juzhang", **broken)
    why = {"reason": "期限届满，到现场查看，没有拆除。"}
    assert "还没有到期" in lane.refused("coercion.break_agreement", who="juzhang", **why)
    clock.advance(timedelta(days=6))
    lane.done("coercion.break_agreement", who="juzhang", **why)
    assert "订有执行协议" not in lane.refused(PERFORM, **{**DONE, "without_force": False})


def test_a_spill_is_cleared_at_once(reached: Reached) -> None:
    story = reached(cause="C04", aside=("clearing",), stop="cleared")
    lane = Lane(story)
    assert "《立即代履行告知书》尚未送达" in lane.refused("cases.complete_step")
    assert lane.proceeding.clearing.site == "road"


def test_nothing_is_cleared_of_whom_nobody_knows(reached: Reached) -> None:
    story = reached(stop="lead")
    said = {**SPILT, "place": "演示路", "present_name": "牛伟"}
    mine = {**said, "executor": story.party.name}
    assert "代履行人" in refused(story, "coercion.clear_at_once", **mine)
    assert "不得采用暴力" in refused(story, "coercion.clear_at_once", **said | {"without_force": False})
    nobody = {**said, "present": "nobody", "witness": "秦朗（环卫站）"}
    assert "不能又把“牛伟”写成到场的人" in refused(story, "coercion.clear_at_once", **nobody)
    done(story, "coercion.clear_at_once", **nobody | {"present_name": ""})


def test_an_execution_does_not_end_as_a_seizure_does(reached: Reached) -> None:
    lane = lane_of(reached, "proxy")
    end: dict[str, Any] = {"who": "duizhang1", "reason": "不再代履行。"}
    assert "不是本程序的结束情形" in lane.refused("cases.close_case", kind="forgone", **end)
