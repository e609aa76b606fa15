"""What keeps a seizure back before it is carried out: authority, limits of §23, days, approval, the list."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.coercion.queries import seizure_of
from sanzhi.coercion.tests.lane import Lane, hauler
from sanzhi.demo import people
from sanzhi.demo.seizing import AT_ONCE, PROPOSED, TAKEN
from sanzhi.demo.story import Story
from tests.stories import done, refused

Reached = Callable[..., Story]
BEGIN, PROPOSE = "coercion.begin_seizure", "coercion.propose_seizure"
AT_ONCE_ACT = "coercion.seize_at_once"
CARRY_OUT, FORGO = "coercion.carry_out_seizure", "coercion.forgo_seizure"
SCENE: dict[str, Any] = {
    "present": "party",
    "present_name": "到场人",
    "identity_shown": True,
    "rights_told": True,
    "taken": TAKEN,
}


def test_a_stall_is_not_seized(reached: Reached) -> None:
    """Neither of the two regulations on the looks of the city gives it."""
    said = refused(reached(stop="report"), BEGIN, power="QZ01-F")
    assert "没有法律、法规规定" in said and "市容和环境卫生管理条例" in said and "先行登记保存" in said


def test_only_the_power_that_serves_the_cause(reached: Reached) -> None:
    story = hauler(reached, stop="report", aside=())
    assert "没有授权" in refused(story, BEGIN, power="QZ03-F")
    done(story, BEGIN, power="QZ01-F")
    assert "已有查封、扣押在办理" in refused(story, BEGIN, power="QZ01-F")


def test_a_person_is_no_operator(reached: Reached) -> None:
    """生态环境法典 §52 speaks of enterprises and operators."""

    story = hauler(reached, stop="report", aside=(), party=people.person(random.Random(1)), fine=None)
    done(story, BEGIN, power="QZ01-F")
    assert "只适用于法人或者其他组织、个体工商户" in Lane(story).refused(PROPOSE, **PROPOSED)


def test_nothing_is_seized_beside_a_matter_that_is_decided(reached: Reached) -> None:
    story = hauler(reached, stop="service", aside=())
    assert "已经作出决定" in refused(story, BEGIN, power="QZ01-F")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"no_necessities": False}, "生活必需品"),
        ({"not_held": False}, "不得重复查封"),
        ({"days": 31}, "1日至30日"),
        ({"days": 0}, "1日至30日"),
        ({"things": "轻型自卸货车，一辆"}, "清单第1行不是四项"),
        ({"things": "轻型自卸货车；无；若干；用于运输"}, "没有写明数量和单位"),
        ({"things": "车；无；1辆；用于运输\n车；无；1辆；用于运输"}, "写了两行"),
    ],
)
def test_what_is_proposed_is_within_the_law(reached: Reached, changed: Any, said: str) -> None:
    lane = Lane(hauler(reached, stop="seizure"))
    assert said in lane.refused(PROPOSE, **PROPOSED | changed)


def test_the_same_is_proposed_once(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure"))
    lane.done(PROPOSE, **PROPOSED)
    assert "已经登记" in lane.refused(PROPOSE, **PROPOSED)
    lane.done(PROPOSE, **PROPOSED | {"days": 20})


def test_it_is_reviewed_and_discussed_before(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure_decision"))
    decide = "coercion.decide_seizure"
    assert "缺少《行政强制措施审批表》" in lane.refused(decide, who="juzhang")
    assert "机关负责人办理" in lane.refused(decide)
    assert "此时不能这样办理" in lane.refused(CARRY_OUT, **SCENE)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"identity_shown": False}, "出示执法身份证件"),
        ({"rights_told": False}, "当场告知"),
        ({"plea": "车是租来的。"}, "当场听取并复核"),
        ({"present_name": ""}, "请填写到场的"),
        ({"present": "nobody", "present_name": ""}, "邀请见证人"),
        ({"present": "nobody", "witness": "秦朗（演示社区居委会）"}, "不能又把“到场人”写成到场的人"),
        ({"witness": "旁观的人"}, "不填见证人"),
        ({"taken": "轻型自卸货车；豫D·00000挂；2辆；完好"}, "决定的是1辆"),
        ({"taken": "三轮车；无；1辆；完好"}, "不在决定之内"),
    ],
)
def test_the_scene_is_in_order(reached: Reached, changed: Any, said: str) -> None:
    lane = Lane(hauler(reached, stop="seizure_decided"))
    assert said in lane.refused(CARRY_OUT, **SCENE | changed)


def test_a_witness_is_nobody_of_the_house_nor_the_party(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure_decided"))
    alone = SCENE | {"present": "nobody", "present_name": ""}
    officer = lane.story.bureau.officers["zhifa2"].name
    assert "见证人" in lane.refused(CARRY_OUT, **alone | {"witness": officer})
    assert "见证人" in lane.refused(CARRY_OUT, **alone | {"witness": lane.story.party.representative})
    assert "“社区工作人员”不是姓名" in lane.refused(CARRY_OUT, **alone | {"witness": "社区工作人员"})
    lane.done(CARRY_OUT, **alone | {"witness": "秦朗（演示社区居委会）"})
    assert "没有已经决定、等待实施" in lane.refused(CARRY_OUT, **SCENE)
    assert "没有等待实施" in lane.refused(FORGO, who="juzhang", reason="车辆已经驶离。")


def test_at_once_or_not_who_did_not_come_is_not_named(reached: Reached) -> None:
    """The form begins with the name of the party: who ticks that nobody came and leaves it is told."""
    lane = Lane(hauler(reached, stop="seizure"))
    alone = {**AT_ONCE, "present": "nobody", "witness": "秦朗（演示社区居委会）"}
    said = lane.refused(AT_ONCE_ACT, **alone)
    assert "登记的是当事人不到场，不能又把“牛伟（驾驶人）”写成到场的人" in said and "第十八条第九项" in said
    lane.done(AT_ONCE_ACT, **{**alone, "present_name": ""})
    seizure = seizure_of(lane.proceeding)
    assert seizure is not None and seizure.present_name == ""


def test_what_was_decided_may_be_forgone(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure_decided"))
    assert "尚未实施" in lane.refused("cases.complete_step")
    lane.done(FORGO, who="juzhang", reason="车辆已经驶离，没有再查获。")
    lane.story._film("seizure")
    lane.go()
    end = {"who": "duizhang1", "reason": "没有实施，程序结束。"}
    assert "不能以处理完毕结案" in lane.refused("cases.close_case", kind="settled", **end)
    lane.done("cases.close_case", kind="forgone", **end)
    assert lane.proceeding.closed_on and lane.story.case.closed_on is None


def test_decision_and_list_are_handed_over_on_the_spot(reached: Reached) -> None:
    lane = Lane(hauler(reached, stop="seizure_carried_out"))
    said = lane.refused("cases.complete_step")
    assert "当场交付" in said and "行政强制法第二十四条" in said
    assert "缺少《实施行政强制措施现场笔录》" in said
