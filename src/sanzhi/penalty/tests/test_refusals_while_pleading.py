"""Plea and hearing: who was heard, in time, before whom; and nobody fares worse for having spoken."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from sanzhi.cases.deadlines import deadline, served_on, working_calendar
from sanzhi.cases.queries import papers
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import assumed_calendar, done, refused

Reached = Callable[..., Story]
LARGE = {"cause": "C05", "fine": 8000}


def working_days_from_notice(story: Story, until: date) -> int:
    told_on = served_on(story.proceeding, "plea_notice", "hearing_notice")
    assert told_on is not None
    return working_calendar().working_between(told_on, until)


ANSWER = {"is_accepted": False, "answer": "经复核，没有提供证明。"}


def test_the_plea_period_must_be_over_or_used(reached: Reached) -> None:
    story = reached(stop="plea")
    until = deadline(story.proceeding, "plea")
    assert until is not None and working_days_from_notice(story, until.on) == 5
    said = refused(story, "cases.complete_step")
    assert "尚未届满" in said and "行政处罚法第四十五条、第六十四条" in said
    clock.advance(until.on - clock.today())
    assert "尚未届满" in refused(story, "cases.complete_step")
    clock.advance(timedelta(days=1))
    assert done(story, "cases.complete_step").step == "decision"


def test_a_waiver_is_the_partys_own_word(reached: Reached) -> None:
    story = reached(stop="plea")
    assert "“陈述申辩”没有音像记录" in refused(story, "cases.record_plea", is_waived=True)
    story._film("statement_defence")
    done(story, "cases.record_plea", is_waived=True)
    assert done(story, "cases.complete_step").step == "decision"


def test_who_has_spoken_may_say_more_until_the_period_ends(reached: Reached) -> None:
    story = reached(stop="plea")
    done(story, "cases.record_plea", text="请求从轻处理。")
    done(story, "cases.answer_plea", **ANSWER)
    assert "尚未届满" in refused(story, "cases.complete_step")


def test_a_waiver_ends_the_waiting_but_not_before_a_hearing_line(reached: Reached) -> None:
    story = reached(stop="plea", **LARGE)
    story._film("statement_defence")
    done(story, "cases.record_plea", is_waived=True)
    assert "尚未届满" in refused(story, "cases.complete_step")


def test_a_plea_says_something_and_is_answered(reached: Reached) -> None:
    story = reached(stop="plea")
    assert "没有待复核的陈述申辩" in refused(story, "cases.answer_plea", **ANSWER)
    assert "请填写陈述申辩的内容" in refused(story, "cases.record_plea")
    story._film("statement_defence")
    done(story, "cases.record_plea", is_waived=True)
    assert "没有待复核的陈述申辩" in refused(story, "cases.answer_plea", **ANSWER)
    done(story, "cases.record_plea", text="请求从轻处理。")
    for who, command in (("zhifa1", "cases.complete_step"), ("juzhang", "penalty.decide_penalty")):
        said = refused(story, command, who=who)
        assert "陈述申辩有1份尚未复核" in said and "行政处罚法第四十五条" in said
    done(story, "cases.answer_plea", **ANSWER)
    done(story, "cases.record_plea", text="再次请求。")
    said = refused(story, "cases.record_plea", is_waived=True)
    assert "尚未复核，不能再登记为放弃" in said  # no waiver covers what was said
    assert "陈述申辩有1份尚未复核" in refused(story, "cases.complete_step")
    done(story, "cases.answer_plea", **ANSWER)
    said = refused(story, "cases.complete_step")
    assert said.count("缺少《") == 2 and "尚未复核" not in said
    story.paper("D31")
    assert refused(story, "cases.complete_step").count("缺少《") == 1
    story.paper("D32")
    assert done(story, "cases.complete_step").step == "decision"


@pytest.mark.parametrize(
    "graver",
    [
        {"fine": 801},
        {"fine": 1000},
    ],
)
def test_nobody_fares_worse_for_pleading(reached: Reached, graver: dict[str, Any]) -> None:
    story = reached(stop="plea")
    done(story, "cases.record_plea", text="请求从轻处理。")
    said = refused(
        story, "penalty.propose_penalty", correction="责令立即改正。", reason="态度不好，从重。", **graver
    )
    assert "不得因当事人陈述申辩而给予更重的处罚" in said and "行政处罚法第四十五条" in said
    done(story, "penalty.propose_penalty", fine=800, correction="责令立即改正。", reason="维持原来的建议。")
    done(story, "penalty.propose_penalty", fine=600, correction="责令立即改正。", reason="采纳申辩，从轻。")


def test_the_decision_asks_again_whether_it_became_graver(reached: Reached) -> None:
    story = reached(stop="plea")
    story._film("statement_defence")
    done(story, "cases.record_plea", is_waived=True)
    done(story, "penalty.propose_penalty", fine=900, correction="责令立即改正。", reason="属较重档次。")
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "不得因当事人陈述申辩" not in said and "增加罚款" not in said
    assert "现拟处理意见重于已告知的：罚款900元高于800元" in said.replace(".00", "")
    done(story, "cases.record_plea", text="不再放弃，请求从轻。")
    assert "不得因当事人陈述申辩" in refused(story, "penalty.decide_penalty", who="juzhang")
    done(story, "penalty.propose_penalty", fine=800, correction="责令立即改正。", reason="维持告知的处罚。")
    assert "不得因当事人陈述申辩" not in refused(story, "penalty.decide_penalty", who="juzhang")


def test_a_period_that_never_began_is_not_over(reached: Reached) -> None:
    story = reached(stop="notice")
    assert "陈述申辩期限尚未起算" in refused(story, "penalty.decide_penalty", who="juzhang")
    story.serve(story.paper("D29"))
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "尚未起算" not in said and "尚未届满" in said


def test_what_was_accepted_shows_in_the_proposal(reached: Reached) -> None:
    story = reached(stop="plea")
    done(story, "cases.record_plea", text="情节较轻，请求从轻处理。")
    done(story, "cases.answer_plea", is_accepted=True, answer="经复核，情况属实。")
    for who, command in (("zhifa1", "cases.complete_step"), ("juzhang", "penalty.decide_penalty")):
        said = refused(story, command, who=who)
        assert "已经采纳当事人的陈述申辩，拟处罚却没有相应减轻" in said and "行政处罚法第四十五条" in said
    until = deadline(story.proceeding, "plea")
    assert until is not None
    clock.advance(until.on - clock.today() + timedelta(days=1))
    story.paper("D31")
    story.paper("D32")
    assert "没有相应减轻" in refused(story, "cases.complete_step")  # the next step could not propose anew
    same = {"correction": story.plan.correction, "reason": story.plan.reason}
    done(story, "penalty.propose_penalty", fine=600, **{**same, "reason": "采纳申辩，酌情减少。"})
    said = refused(story, "cases.complete_step")
    assert "现拟处理意见与已告知的理由不同" in said and "行政处罚法第四十四条" in said
    done(story, "penalty.propose_penalty", fine=600, **same)
    assert "D32" in [row.form for row in papers(story.proceeding)]  # it speaks of what the party answered to
    assert done(story, "cases.complete_step").step == "decision"
    assert "没有相应减轻" not in refused(story, "penalty.decide_penalty", who="juzhang")


def test_a_period_into_a_year_without_its_holidays_is_not_over(reached: Reached) -> None:
    story = reached(stop="notice")
    clock.advance(date(2026, 12, 29) - clock.today())
    story.serve(story.paper("D29"))
    story._film("service")
    done(story, "cases.complete_step")
    clock.advance(timedelta(days=20))
    said = refused(story, "cases.complete_step")
    assert "期限届满日2027年1月" in said and "放假安排尚未录入" in said and "第四十五条" in said
    done(story, "organisation.import_calendar", who="guanli", **assumed_calendar(2027))
    assert done(story, "cases.complete_step").step == "decision"


def test_a_hearing_is_asked_for_in_time_and_above_the_line(reached: Reached) -> None:
    story = reached(stop="plea", **LARGE)
    tomorrow = clock.today() + timedelta(days=1)
    assert "申请日不能晚于今天" in refused(story, "cases.request_hearing", requested_on=tomorrow)
    until = deadline(story.proceeding, "hearing_request")
    assert until is not None and working_days_from_notice(story, until.on) == 5
    clock.advance(until.on - clock.today() + timedelta(days=1))
    said = refused(story, "cases.request_hearing")
    assert "已超过听证申请期限" in said and "行政处罚法第六十四条" in said
    assert done(story, "cases.request_hearing", requested_on=until.on).requested_on == until.on
    assert done(story, "cases.complete_step").step == "hearing"


def test_below_the_line_there_is_no_hearing(reached: Reached) -> None:
    said = refused(reached(stop="plea"), "cases.request_hearing")
    assert "没有听证权利的告知" in said and "没有达到听证标准的，不登记" in said and "第六十四条" in said


def test_a_line_reached_late_wants_its_own_notice(reached: Reached) -> None:
    story = reached(stop="plea", cause="C23", fine=4000)
    assert "听证告知书尚未送达" not in refused(story, "penalty.decide_penalty", who="juzhang")
    done(story, "penalty.propose_penalty", fine=5000, correction="责令立即改正。", reason="属较重档次。")
    said = refused(story, "cases.request_hearing")
    assert "没有听证权利的告知" in said and "达到的，请按听证告知书重新告知" in said and "第六十四条" in said
    assert "《行政处罚听证告知书》尚未送达" in refused(story, "penalty.decide_penalty", who="juzhang")
