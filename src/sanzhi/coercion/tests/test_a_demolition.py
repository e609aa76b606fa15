"""A demolition: announced, demanded, ordered by the government, told, by day, before a witness (平顶山条例 §§30–33)."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from sanzhi.cases.deadlines import countdowns
from sanzhi.coercion.tests.building import Reached, lane_of
from sanzhi.coercion.tests.lane import Lane
from sanzhi.demo.demolishing import PLANNED, TORN
from sanzhi.kernel import clock

PROPOSE, ANNOUNCE = "coercion.propose_demolition", "coercion.record_announcement"
REPORT, ORDERED = "coercion.report_to_government", "coercion.record_government_order"
DAY, TEAR, HALT = "coercion.set_demolition_day", "coercion.tear_down", "coercion.halt_enforcement"
GO, CLOSE = "cases.complete_step", "cases.close_case"


def days(*after: int) -> dict[str, Any]:
    names = ("remove_by_on", "clear_by_on", "planned_on")
    return {name: clock.today() + timedelta(days=count) for name, count in zip(names, after, strict=True)}


def posted(**changes: Any) -> dict[str, Any]:
    said = {"posted_on": clock.today(), "media_on": clock.today()}
    return {**said, "posted_at": "现场外墙和院落入口", "media": "政府网站", **changes}


def clocks(lane: Lane) -> set[str]:
    return {row.title for row in countdowns(lane.proceeding)}


def test_the_party_may_do_it_and_move_out_before(reached: Reached) -> None:
    lane = lane_of(reached, "demolition")
    for wrong in ((0, 5, 9), (9, 5, 20), (5, 9, 9)):
        assert "自行拆除的日期应在今天以后" in lane.refused(PROPOSE, **PLANNED, **days(*wrong))
    lane.done(PROPOSE, **PLANNED, **days(12, 14, 45))


def test_it_is_announced_on_the_spot_and_in_the_media(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_proposed")
    said = lane.refused(GO)
    assert "缺少《强制拆除公告》" in said and "没有在现场张贴并通过媒体发布的登记" in said
    assert "尚未签发" in lane.refused(ANNOUNCE, **posted())
    lane.paper("D61")
    early = clock.today() - timedelta(days=1)
    assert "应在公告签发以后" in lane.refused(ANNOUNCE, **posted(posted_on=early))
    clock.advance(timedelta(days=13))
    assert "应当在限定自行拆除的日期以前" in lane.refused(ANNOUNCE, **posted())


def test_the_announcement_tells_what_became_of_the_remedies(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_proposed")
    none = "你（单位）在法定期限内没有申请行政复议，也没有提起行政诉讼"
    assert lane.paper("D61").values["contested"] == none


def test_other_days_are_announced_anew(reached: Reached) -> None:
    lane = lane_of(reached, "announced")
    lane.done(PROPOSE, **PLANNED, **days(20, 22, 60))
    said = lane.refused(GO)
    assert "没有按现在的意见制作《强制拆除公告》" in said and "没有在现场张贴" in said


def test_the_government_hears_of_it_after_the_demand(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_demanded")
    report: dict[str, Any] = {"report_number": "演城管报〔2027〕9号"}
    assert "强制拆除报告期限" in clocks(lane)
    assert "尚未届满" in lane.refused(REPORT, reported_on=clock.today(), **report)
    assert "没有人民政府书面责成强制拆除的登记" in lane.refused(GO)
    clock.advance(timedelta(days=40))
    assert "已经超过" in lane.refused(REPORT, reported_on=clock.today(), **report)
    late = {"late_for": "报告文稿送审耽误，没有按时报出。"}
    lane.done(REPORT, reported_on=clock.today(), **report, **late)


def test_a_plea_that_is_accepted_is_not_overridden(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_plea")
    lane.done("cases.record_plea", manner="oral", text="已经请好施工队，本周自行拆除。")
    lane.done("cases.answer_plea", is_accepted=True, answer="经核实，施工合同属实，本周拆除。")
    assert "已经采纳，不能仍按原来的意见执行" in lane.refused(GO)


def test_it_is_reviewed_and_decided_by_the_head(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_decision")
    decide = "coercion.decide_enforcement"
    assert "机关负责人办理" in lane.refused(decide)
    lane.done(decide, who="juzhang")
    assert lane.proceeding.decision.is_major


def test_the_day_is_told_in_writing(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_decided")
    assert "不能早于公告" in lane.refused(DAY, day=clock.today())
    assert "没有书面告知当事人" in lane.refused(GO)
    holiday = date(2027, 10, 1)
    assert "实施日是法定节假日" in lane.refused(DAY, day=holiday)
    lane.done(DAY, day=holiday, urgent_for="房屋已经倾斜开裂，随时可能倒塌伤人。")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"nothing_cut": False}, "不得对居民生活采取停止供水、供电"),
        ({"without_force": False}, "强制拆除不得采用暴力"),
        ({"witness": ""}, "由见证人签名"),
        ({"present": "party", "present_name": "", "witness": ""}, "请填写到场签名的人"),
        ({"present_name": "单亮"}, "不能又把“单亮”写成到场的人"),
        ({"handed_over": True}, "不能登记当场交付"),
        ({"keeper": ""}, "应当写明保管地点和保管人"),
        ({"present": "party", "present_name": "单亮", "witness": ""}, "由无利害关系人见证或者公证"),
        ({"goods": "折叠床 2张"}, "第1行"),
    ],
)
def test_the_deed_is_in_order(reached: Reached, changed: dict[str, Any], said: str) -> None:
    lane = lane_of(reached, "demolition_day")
    assert said in lane.refused(TEAR, **{**TORN, **changed})


def test_never_by_night_and_on_the_day_that_was_told(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_day")
    at_night = datetime.combine(clock.today(), datetime.min.time(), clock.CHINA) + timedelta(hours=23)
    clock.advance(at_night - clock.now())
    assert "不得在夜间" in lane.refused(TEAR, **TORN)
    clock.advance(timedelta(days=1))
    assert "不是今天" in lane.refused(TEAR, **TORN)


def test_never_on_a_holiday_but_in_urgency(reached: Reached) -> None:
    lane = lane_of(reached, "summoned")
    holiday = date(2027, 10, 3)  # a Sunday of which no notice tells yet
    urgent = {"urgent_for": "房屋已经倾斜开裂，随时可能倒塌伤人。"}
    lane.done(DAY, day=holiday, **urgent)
    lane.story.serve(lane.paper("D105"))
    clock.advance(timedelta(days=(holiday - clock.today()).days))
    late = {"late_for": "当事人住院，为其保留搬离时间。"}
    assert "不得在法定节假日" in lane.refused(TEAR, **TORN, **late)
    lane.done(TEAR, **TORN, **urgent, **late)


def test_after_sixty_days_only_with_a_reason(reached: Reached) -> None:
    lane = lane_of(reached, "summoned")
    assert "强制拆除期限" in clocks(lane)
    day = lane.story._first_working_day(clock.today() + timedelta(days=75))
    lane.done(DAY, day=day)
    assert "没有书面告知当事人" in lane.refused(TEAR, **TORN)
    lane.story.serve(lane.paper("D105"))
    clock.advance(timedelta(days=(day - clock.today()).days))
    assert "六十日至" in lane.refused(TEAR, **TORN)
    lane.done(TEAR, **TORN, late_for="当事人住院，为其保留搬离时间。")


def test_what_is_suspended_waits(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_day")
    stop = {"kind": "suspended", "ground": "third_party", "reason": "案外人主张房屋归其所有，有合同。"}
    lane.done(HALT, who="juzhang", **stop)
    assert "已经中止执行" in lane.refused(TEAR, **TORN)
    again = {"kind": "resumed", "ground": "gone", "reason": "案外人的主张经查不能成立。"}
    lane.done(HALT, who="juzhang", **again)
    lane.done(TEAR, **TORN)
    assert "没有已经决定、等待实施" in lane.refused(TEAR, **TORN)
    assert "没有已经决定、等待实施" in lane.refused(DAY, day=clock.today())


@pytest.mark.parametrize("stop", ["announced", "demolition_decided", "summoned", "demolition_day"])
def test_what_is_terminated_ends_both(reached: Reached, stop: str) -> None:
    lane = lane_of(reached, stop)
    end = {"kind": "ended", "ground": "object_gone", "reason": "房屋在暴雨中倒塌，现场已经清理。"}
    lane.done(HALT, who="juzhang", **end)
    close = {"who": "duizhang1", "reason": "执行标的灭失，终结执行。"}
    assert "《终结执行通知书》尚未制作" in lane.refused(CLOSE, kind="terminated", **close)
    lane.story.serve(lane.paper("D64"))
    assert "不能以“执行完毕”结束" in lane.refused(CLOSE, kind="executed", **close)
    assert "强制拆除还在办理" in lane.story_refused(CLOSE, kind="given_up", **close)
    lane.done(CLOSE, kind="terminated", **close)
    lane.story.lane = None
    lane.story.go()
    lane.story_done(CLOSE, kind="given_up", **close)
    assert lane.story.case.closed_on


def test_who_does_it_at_last_is_left_alone(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_plea")
    how: dict[str, Any] = {"fulfilled_on": clock.today(), "how": "到现场查看，房屋已经拆除。"}
    lane.done("coercion.record_fulfilment", **how)
    lane.done(CLOSE, who="duizhang1", kind="fulfilled", reason="当事人自行拆除。")
    lane.story.lane = None
    lane.story.go()
    lane.story_done(CLOSE, who="duizhang1", kind="self_removed", reason="当事人自行拆除。")
    assert lane.story.case.closed_on


@pytest.mark.parametrize("stop", ["demolition", "announced", "demolition_plea", "demolition_decision"])
def test_it_is_withdrawn_from_any_step(reached: Reached, stop: str) -> None:
    lane = lane_of(reached, stop)
    lane.done(CLOSE, who="duizhang1", kind="withdrawn", reason="需要重新核实房屋的权属。")
    lane.story.lane = None
    lane.story_done("coercion.begin_demolition", who="zhifa1", power="QZ08")
    assert lane.story.case.closed_on is None
