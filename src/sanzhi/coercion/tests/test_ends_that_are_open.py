"""Only an ending that the rows bear out is offered; what was performed is not given up; nobody is caught between two endings."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases.closing import open_closures
from sanzhi.coercion.tests.building import house, lane_of
from sanzhi.coercion.tests.lane import Lane, hauler, of_nobody
from sanzhi.demo.executing import SPILT
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import desk, done, refused

Reached = Callable[..., Story]
CLOSE, HALT, ENDED = "cases.close_case", "coercion.halt_enforcement", "cases.end_investigation"
END: dict[str, Any] = {"who": "duizhang1", "reason": "依法结束本程序。"}
DIED: dict[str, Any] = {"who": "juzhang", "ground": "died", "proof": "居民死亡医学证明书"}
DEAD: dict[str, Any] = {
    "who": "juzhang",
    "kind": "ended",
    "ground": "dead",
    "reason": "有死亡证明和查询材料在卷。",
}
ALONE: dict[str, Any] = {**SPILT, "place": "演示路", "present": "nobody", "witness": "秦朗（环卫站）"}
CONTEST: dict[str, Any] = {
    "way": "reconsideration",
    "body": "舞钢市人民政府",
    "number": "舞政复受〔2026〕9号",
}


def kinds(lane: Lane) -> set[str]:
    return {str(row.value) for row in open_closures(lane.proceeding)}


def proxy(reached: Reached, stop: str, **changes: Any) -> Lane:
    return Lane(reached(**{"cause": "C01", "fine": 500, "aside": ("proxy",), "stop": stop, **changes}))


def test_no_ending_is_offered_where_none_would_be_taken(reached: Reached) -> None:
    lane = proxy(reached, "costs_told")
    assert kinds(lane) == set()
    page = desk(lane.story, "juzhang").get(f"/office/cases/{lane.story.case_id}/?proceeding={lane.pk}")
    said = page.content.decode()
    assert "请先结算费用、登记缴款" in said and "申请人民法院强制执行" in said
    said = lane.refused(CLOSE, kind="executed", **END)
    assert "不能以“执行完毕”结束" in said and "撤回" not in said and "无法查明" not in said
    paid: dict[str, Any] = {"amount": "2260", "paid_on": clock.today(), "receipt_number": "代00009999"}
    lane.done("coercion.record_proxy_payment", **paid)
    assert kinds(lane) == {"executed"}


@pytest.mark.parametrize("stop", ["building", "sorting", "removal_decision"])
def test_an_order_offers_its_own_endings_and_only_what_is_so(reached: Reached, stop: str) -> None:
    story = house(reached, stop=stop)
    assert open_closures(story.proceeding) == ()
    said = refused(story, CLOSE, kind="self_removed", **END)
    assert "“没有实施”" not in said and "“撤回，没有执行”" not in said
    note: dict[str, Any] = {"removed_on": clock.today(), "removed_note": "到现场查看，房屋已经拆除。"}
    if stop != "building":
        done(story, "coercion.record_removal", **note)
        assert {str(row.value) for row in open_closures(story.proceeding)} == {"self_removed"}


def test_what_was_paid_is_not_given_up(reached: Reached) -> None:
    lane = proxy(reached, "costs_told")
    paid: dict[str, Any] = {"amount": "2260", "paid_on": clock.today(), "receipt_number": "代00009999"}
    lane.done("coercion.record_proxy_payment", **paid)
    assert "没有正在进行的执行" in lane.refused(HALT, **DEAD)


def test_what_the_party_pulled_down_is_not_given_up_nor_torn_down(reached: Reached) -> None:
    lane = lane_of(reached, "demolition_decided")
    note: dict[str, Any] = {"removed_on": clock.today(), "removed_note": "到现场查看，房屋已经拆除。"}
    lane.story_done("coercion.record_removal", **note)
    assert "当事人已经履行，没有可以中止、终结的执行" in lane.refused(HALT, **DEAD)
    assert "当事人已经履行，停止执行" in lane.refused("coercion.set_demolition_day", day=clock.today())
    how: dict[str, Any] = {"fulfilled_on": clock.today(), "how": "到现场查看，房屋已经拆除。"}
    lane.done("coercion.record_fulfilment", **how)
    lane.done(CLOSE, kind="fulfilled", **END)


def test_a_house_does_not_die(reached: Reached) -> None:
    lane = proxy(reached, "proxy_decided")
    gone = DEAD | {"ground": "dissolved"}
    said = lane.refused(HALT, **gone)
    assert "终结的情形与当事人的类别不符" in said and "行政强制法第四十条第一项、第二项" in said
    lane.done(HALT, **DEAD)


def test_nothing_ends_while_it_is_contested(reached: Reached) -> None:
    lane = proxy(reached, "costs_told")
    lane.done("cases.record_contest", accepted_on=clock.today(), **CONTEST)
    paid: dict[str, Any] = {"amount": "2260", "paid_on": clock.today(), "receipt_number": "代00009999"}
    lane.done("coercion.record_proxy_payment", **paid)
    assert "复议、诉讼尚未审结" in lane.refused(CLOSE, kind="executed", **END)
    over: dict[str, Any] = {
        "outcome": "withdrawn",
        "outcome_number": "舞政复终〔2026〕9号",
        "ended_on": clock.today(),
    }
    lane.done("cases.end_contest", received_on=clock.today(), **over)
    lane.done(CLOSE, kind="executed", **END)


def test_who_was_found_and_died_before_he_was_told_does_not_keep_it_open(reached: Reached) -> None:
    story = of_nobody(reached(stop="lead"), "C04")
    done(story, "coercion.clear_at_once", **ALONE)
    lane = Lane(story)
    lane.story_done("cases.register_party", **story.plan.party)
    lane.done(ENDED, **DIED)
    lane.done(CLOSE, kind="ended", **END)
    assert lane.proceeding.closed_on


@pytest.mark.parametrize("stop", ["demolition", "demolition_plea", "demolition_decision"])
def test_a_demolition_that_ends_with_its_party_does_not_keep_its_order_open(
    reached: Reached, stop: str
) -> None:
    lane = lane_of(reached, stop)
    lane.done(ENDED, **DIED)
    lane.done(CLOSE, kind="ended", **END)
    story, lane.story.lane = lane.story, None
    done(story, "cases.complete_step")
    done(story, CLOSE, kind="given_up", **END)
    assert story.case.closed_on


@pytest.mark.parametrize("stop", ["seizure", "seizure_decision", "seizure_approved"])
def test_a_seizure_that_ends_with_its_party_ends(reached: Reached, stop: str) -> None:
    lane = Lane(hauler(reached, stop=stop))
    clock.advance(timedelta(days=1))
    lane.done(ENDED, who="juzhang", ground="dissolved", proof="注销登记通知书")
    lane.done(CLOSE, kind="ended", **END)
    assert lane.proceeding.closed_on
