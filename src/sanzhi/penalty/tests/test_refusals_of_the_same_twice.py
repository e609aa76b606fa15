"""One act is fined once; what resembles one that was fined is told apart by a person."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, established, refused

Reached = Callable[..., Story]
PENALISE, WEIGH = "penalty.penalise_on_the_spot", "penalty.weigh_same_act"
DECIDE = "penalty.decide_penalty"
RIGHT = {
    "fine": 100,
    "correction": "责令立即改正。",
    "reason": "初次违法，能够配合调查。",
    "rights_told": True,
    "conduct": "在路灯杆上悬挂商业横幅一条。",
    "gains": 0,
    "gains_note": "当场询问，没有违法所得。",
}


def opened_again(story: Story, **changed: Any) -> None:
    """A second case on the spot on what the first one was about."""
    first = story.case
    same = {"happened_on": first.happened_on, "found_on": clock.today(), "place": first.place}
    lead = {
        "procedure": "penalty/simplified",
        "cause_code": "C56",
        "source": "patrol",
        "summary": first.summary,
    }
    story.case_id = done(story, "cases.register_lead", **{**lead, **same, **changed}).pk
    done(story, "cases.register_party", **story.plan.party)
    ids = [story.bureau.officers[name].pk for name in story.plan.officers]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    photo = {"kind": "audio_visual", "name": "现场照片", "proves": "违法行为的现场状态"}
    done(story, "cases.add_evidence", **photo)


@pytest.fixture
def fined(reached: Reached) -> Story:
    """A story that was fined on the spot; a second case is to be opened on it."""
    return reached(procedure="penalty/simplified", cause="C56", fine=100, stop="filing_report")


@pytest.mark.parametrize(
    "place", ["舞钢市演示大道8号门前", "舞钢市 演示大道 8号门前。", "舞钢市演示大道８号", "演示大道8号"]
)
def test_the_same_act_is_not_fined_twice(fined: Story, place: str) -> None:
    number = fined.proceeding.decision.number
    opened_again(fined, place=place)
    said = refused(fined, PENALISE, **RIGHT)
    assert f"同一违法行为已经罚款（{number}）" in said and "行政处罚法第二十九条" in said


@pytest.mark.parametrize(
    "changed",
    [
        {"place": "舞钢市演示大道9号门前"},
        {"cause_code": "C57-3"},
        {"happened_on": date(2026, 8, 20)},
        {"happened_on": date(2026, 8, 24), "place": "舞钢市演示路八号的门口"},  # a state that lasts
    ],
)
def test_what_resembles_is_told_apart_by_a_person(fined: Story, changed: dict[str, Any]) -> None:
    other, number = fined.proceeding.pk, fined.proceeding.decision.number
    opened_again(fined, **changed)
    assert f"（{number}），尚未判断是否同一违法行为" in refused(fined, PENALISE, **RIGHT)
    answer = {"other": other, "reason": "时间、地点不同，是两次独立的行为。"}
    assert "承办" in refused(fined, WEIGH, **answer) or "您没有这一岗位" in refused(fined, WEIGH, **answer)
    done(fined, WEIGH, who="duizhang1", **answer)
    competing = {"competing": "居民少量装修垃圾临时堆放，不是擅自倾倒。"} if "cause_code" in changed else {}
    if competing:
        told = refused(fined, PENALISE, **RIGHT)
        assert "罚款数额更高的还有：C38-F" in told and "行政处罚法第二十九条" in told
    assert done(fined, PENALISE, **RIGHT, **competing).weight.fine == 100


def test_what_a_person_finds_to_be_the_same_is_not_fined(fined: Story) -> None:
    other = fined.proceeding.pk
    opened_again(fined, place="舞钢市演示大道9号门前")
    answer = {"other": other, "is_same": True, "reason": "同一横幅从8号拉到9号，是同一行为。"}
    done(fined, WEIGH, who="duizhang1", **answer)
    assert "同一违法行为已经罚款" in refused(fined, PENALISE, **RIGHT)
    apart = {**answer, "is_same": False}
    assert "已经认定是同一违法行为" in refused(fined, WEIGH, who="duizhang1", **apart)
    done(fined, WEIGH, who="juzhang", **apart)
    assert done(fined, PENALISE, **RIGHT).weight.fine == 100


def test_what_another_agency_fined_is_not_fined_again(fined: Story) -> None:
    opened_again(fined, happened_on=date(2026, 7, 1), place="舞钢市建设路3号")
    answer = {
        "agency": "交通运输局演交罚字〔2026〕1号",
        "is_same": True,
        "reason": "同日同地占道，已由该局罚款。",
    }
    done(fined, WEIGH, who="duizhang1", **answer)
    assert "交通运输局演交罚字〔2026〕1号" in refused(fined, PENALISE, **RIGHT)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({}, "只写一项"),
        ({"other": 999999}, "没有这份决定"),
        ({"agency": "甲局", "other": 1}, "只写一项"),
        ({"agency": "甲局"}, "处罚决定的完整文号"),
    ],
)
def test_an_answer_names_one_decision(fined: Story, answer: dict[str, Any], said: str) -> None:
    opened_again(fined, place="舞钢市演示大道9号门前")
    order = {"reason": "时间、地点不同，是两次独立的行为。", **answer}
    assert said in refused(fined, WEIGH, who="duizhang1", **order)


def test_after_the_decision_nothing_is_weighed(fined: Story) -> None:
    order = {"agency": "甲局甲罚字〔2026〕1号", "reason": "时间、地点不同，是两次独立的行为。"}
    assert "已经作出决定" in refused(fined, WEIGH, who="duizhang1", **order)


def test_the_same_act_ends_without_a_second_fine(reached: Reached) -> None:
    """行政处罚法 §29 forbids a second fine, not an end: the matter is closed as fined already."""
    story = reached(stop="report")
    spare = {"ground": "fined", "reason": "同一售货亭已由交通运输局罚款。"}
    assert "没有认定同一违法行为已经罚款" in refused(story, "penalty.propose_sparing", **spare)
    answer = {
        "agency": "交通运输局演交罚字〔2026〕1号",
        "is_same": True,
        "reason": "同日同地占道，已由该局罚款。",
    }
    done(story, WEIGH, who="duizhang1", **answer)
    done(story, "penalty.propose_sparing", **spare)
    story.paper("D27")
    done(story, "cases.complete_step")
    assert story.proceeding.step == "spare"


def test_an_answer_holds_for_the_facts_that_it_was_given_on(reached: Reached) -> None:
    """行政处罚法 §29: what was told apart at one place is asked again once another place is established."""
    story = reached(stop="plea")
    slow, first = story.case_id, story.proceeding.pk
    opened_again(story, place="舞钢市演示大道9号门前")
    done(story, WEIGH, who="duizhang1", other=first, reason="时间、地点不同，是两次独立的行为。")
    done(story, PENALISE, **RIGHT)
    other, number = story.proceeding.pk, story.proceeding.decision.number
    story.case_id = slow
    asked = f"（{number}），尚未判断是否同一违法行为"
    assert asked in refused(story, DECIDE, who="juzhang")
    done(story, WEIGH, who="duizhang1", other=other, reason="时间、地点不同，是两次独立的行为。")
    assert asked not in refused(story, DECIDE, who="juzhang")
    established(story, place="舞钢市演示大道10号门前")
    assert asked in refused(story, DECIDE, who="juzhang")
