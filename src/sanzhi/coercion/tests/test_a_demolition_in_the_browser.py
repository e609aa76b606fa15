"""From the stop notice to the goods, each act has its form on the page of the case."""

from typing import Any

import pytest

from sanzhi.coercion.tests.building import Reached, house
from sanzhi.coercion.tests.lane import Lane
from tests.stories import desk

OF_THE_ORDER = [
    ("building", "describe_structure", "位置"),
    ("stop_review", "look_at_stop", "已经停止施工"),
    ("building_goes_on", "report_to_government", "报告文号"),
    ("sorting", "sort_structure", "第二十六条第四项"),
    ("sorted", "propose_removal", "自行拆除的期限"),
    ("removal_decision", "decide_removal", "作出限期拆除决定"),
    ("removal_ordered", "record_removal", "自行拆除日"),
    ("removal_ordered", "record_contest", "受理机关"),
    ("removal_overdue", "begin_demolition", "查封违法建设施工现场、强制拆除"),
]
OF_THE_DEMOLITION = [
    ("demolition", "propose_demolition", "限定当事人自行拆除的日期"),
    ("demolition_proposed", "record_announcement", "发布的媒体"),
    ("demolition_plea", "report_to_government", "报告日"),
    ("demolition_decision", "decide_enforcement", "作出强制执行决定"),
    ("demolition_decided", "set_demolition_day", "实施日"),
    ("demolition_day", "tear_down", "停止供水、供电"),
    ("goods", "hand_out_left_things", "折叠床"),
    ("goods_unfetched", "call_for_left_things", "发布的地点、媒体"),
    ("goods_called", "deposit_left_things", "提存机构"),
]


def shown(story: Any, act: str, *, lane: int | None = None) -> str:
    who = "juzhang" if act.startswith("decide") else "zhifa1"
    below = f"?proceeding={lane}" if lane else ""
    page = desk(story, who).get(f"/office/cases/{story.case_id}/do/{act}/{below}")
    assert page.status_code == 200, page.headers
    return page.content.decode()


@pytest.mark.parametrize(("stop", "act", "words"), OF_THE_ORDER)
def test_of_the_order(reached: Reached, stop: str, act: str, words: str) -> None:
    assert words in shown(house(reached, stop=stop), act)


@pytest.mark.parametrize(("stop", "act", "words"), OF_THE_DEMOLITION)
def test_of_the_demolition(reached: Reached, stop: str, act: str, words: str) -> None:
    lane = Lane(house(reached, stop=stop))
    assert words in shown(lane.story, act, lane=lane.pk)


def test_the_page_of_the_case_shows_both(reached: Reached) -> None:
    lane = Lane(house(reached, stop="goods_called"))
    client, address = desk(lane.story, "zhifa1"), f"/office/cases/{lane.story.case_id}/"
    order = client.get(f"{address}?proceeding={lane.proceeding.main_id}").content.decode()
    assert "违法建设" in order and "报告政府和书面责成" in order
    beside = client.get(f"{address}?proceeding={lane.pk}").content.decode()
    for words in ("报告政府和书面责成", "招领公告", "折叠床", "法释〔2013〕5号"):
        assert words in beside
