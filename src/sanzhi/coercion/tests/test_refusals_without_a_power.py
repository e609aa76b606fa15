"""No coercion without a row of the list that gives this very measure today (行政强制法 §10, §13, §17, §50, §52)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sanzhi.coercion.tests.building import house
from sanzhi.coercion.tests.lane import Lane, hauler, of_nobody
from sanzhi.coercion.tests.test_by_proxy import ordered
from sanzhi.demo.demolishing import PROPOSED as REMOVAL
from sanzhi.demo.demolishing import SORTED
from sanzhi.demo.executing import SPILT
from sanzhi.demo.seizing import PROPOSED
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.renewals import renewed
from tests.stories import done, refused

Reached = Callable[..., Story]
SEIZE, PROPOSE = "coercion.begin_seizure", "coercion.propose_seizure"


def test_a_power_to_seal_does_not_detain(reached: Reached) -> None:
    story = house(reached, stop="stop_review")
    done(story, "coercion.sort_structure", **SORTED)
    done(story, SEIZE, power="QZ08")
    lane = Lane(story)
    said = lane.refused(PROPOSE, **PROPOSED)
    assert "第六十八条没有授权扣押" in said and "行政强制法第十条" in said
    lane.done(PROPOSE, **PROPOSED | {"manner": "seal"})


def test_a_basis_that_has_ended_gives_nothing_more(reached: Reached) -> None:
    story = hauler(reached, stop="report", aside=())
    last = clock.today() + timedelta(days=3)
    renewed(story.bureau, "powers", at="QZ01-F", valid_to=last)
    done(story, SEIZE, power="QZ01-F")
    lane = Lane(story)
    lane.done(PROPOSE, **PROPOSED)
    clock.advance(timedelta(days=3))
    said = lane.refused(PROPOSE, **PROPOSED | {"days": 20})
    assert "依据今天没有效力，不能据以扣押" in said and "重新提出" in said
    assert "没有法律、法规规定" in lane.story_refused(SEIZE, power="QZ01-F")


def test_another_power_orders_nothing_down(reached: Reached) -> None:
    story = house(reached, stop="sorting")
    done(story, "coercion.sort_structure", **SORTED)
    propose: dict[str, Any] = {**REMOVAL, "due_on": clock.today() + timedelta(days=60)}
    why = "核查以后认为应当适用另一职权。"
    done(story, "cases.change_cause", cause_code="QZ05", reason=why)
    said = refused(story, "coercion.propose_removal", **propose)
    assert "第五十条没有授权责令限期拆除" in said and "请改定案由" in said
    done(story, "cases.change_cause", cause_code="QZ07", reason=why)
    done(story, "coercion.propose_removal", **propose)


def test_a_power_to_clear_at_once_executes_no_decision(reached: Reached) -> None:
    lane = Lane(ordered(reached, stop="proxy"))
    end = {"kind": "withdrawn", "reason": "需要重新核实占道的范围。"}
    lane.done("cases.close_case", who="duizhang1", **end)
    said = lane.story_refused("coercion.begin_enforcement", power="QZ06")
    assert "编码QZ06的职权没有授权代履行" in said and "行政强制法第十三条" in said
    lane.story_done("coercion.begin_enforcement", power="QZ05")


def test_nothing_is_cleared_without_a_power(reached: Reached) -> None:
    story = reached(stop="lead")
    said = {**SPILT, "place": "演示路", "present_name": "牛伟"}
    renewed(story.bureau, "powers", at="QZ06", authorises=["代履行"])
    told = refused(story, "coercion.clear_at_once", **said)
    assert "权责清单中没有立即代履行的职权" in told and "行政强制法第五十二条" in told
    renewed(story.bureau, "powers", at="QZ06", authorises=["立即代履行"])
    done(story, "coercion.clear_at_once", **said)


def test_nothing_is_seized_from_nobody(reached: Reached) -> None:
    story = hauler(reached, stop="lead", aside=())
    assert "尚未登记当事人" not in refused(story, SEIZE, power="QZ03-F")
    said = refused(of_nobody(story, "C25-F"), SEIZE, power="QZ01-F")
    assert "尚未登记当事人，决定书无法写明对谁查封、扣押" in said and "第二十四条第二款第一项" in said
