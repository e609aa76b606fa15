"""A hearing that was asked for and is withdrawn, left midway, or put off for good cause (行政处罚法 §64)."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest

from sanzhi.cases.deadlines import deadline
from sanzhi.cases.pleading import heard
from sanzhi.cases.queries import hearings, issued_for
from sanzhi.cases.tests.test_the_party_speaks_in_its_time import told_again
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import require
from sanzhi.penalty.guards.course import plea_period_over
from sanzhi.penalty.tests.test_papers_of_the_hearing import known
from sanzhi.penalty.tests.test_refusals_around_the_hearing import HELD, Reached, asked, made, notified, told
from tests.stories import assumed_calendar, done, reasons, refused

WITHDRAWN: dict[str, Any] = {"outcome": "withdrawn", "opinion": "当事人书面撤回听证要求，核对本人签名无误。"}
LEFT: dict[str, Any] = {**HELD, "outcome": "left", "minutes": "当事人陈述后未经许可中途退出。"}


def concluded(story: Story, **order: Any) -> Any:
    return done(story, "cases.conclude_hearing", who="fazhi2", **order)


def said_of(story: Story) -> str:
    return str(heard.read(story.proceeding)["heard_text"])


@pytest.mark.parametrize("is_set", [False, True])
def test_who_withdraws_has_no_hearing_and_missed_none(reached: Reached, is_set: bool) -> None:
    story = asked(reached)
    if is_set:
        done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7))
    said = refused(story, "cases.conclude_hearing", who="fazhi2", **WITHDRAWN)
    assert "“陈述申辩”没有音像记录" in said
    story._film("statement_defence")
    for wrong in ({"attendees": "当事人"}, {"minutes": "当事人申辩、质证。"}):
        assert "第六十四条第六项" in refused(
            story, "cases.conclude_hearing", who="fazhi2", **WITHDRAWN, **wrong
        )
    concluded(story, **WITHDRAWN)
    assert "撤回听证要求" in said_of(story) and "无正当理由" not in said_of(story)
    assert "环节不使用《听证笔录》" in refused(story, "cases.write_document", who="fazhi2", form="D37")
    assert "当事人已经撤回听证要求" in refused(
        story, "cases.notify_hearing", who="fazhi2", **notified(story, 7)
    )
    assert done(story, "cases.complete_step", who="fazhi2").step == "review"
    assert not issued_for(story.proceeding, "hearing_minutes", "hearing_report")
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "尚未通知" not in said and "尚未终结" not in said and "经过听证程序" not in said


def test_nobody_withdraws_what_was_not_asked(reached: Reached) -> None:
    story = reached(stop="review", cause="C05", fine=8000)
    story._film("statement_defence")
    said = refused(story, "cases.conclude_hearing", who="fazhi2", **WITHDRAWN)
    assert "当事人没有要求听证" in said and "行政处罚法第六十四条" in said


def test_who_withdrew_may_ask_again_in_its_days(reached: Reached) -> None:
    story = asked(reached)
    story._film("statement_defence")
    concluded(story, **WITHDRAWN)
    done(story, "cases.complete_step", who="fazhi2")
    until = deadline(story.proceeding, "hearing_request")
    assert until is not None and clock.today() <= until.on
    done(story, "cases.request_hearing")
    assert "尚未通知当事人听证的时间" in refused(story, "penalty.decide_penalty", who="juzhang")


def test_who_goes_midway_has_given_up_the_rest(reached: Reached) -> None:
    story = told(reached)
    for wrong in ({"attendees": "调查人员二人"}, {"minutes": ""}):
        assert "当事人出席的" in refused(story, "cases.conclude_hearing", who="fazhi2", **{**LEFT, **wrong})
    concluded(story, **LEFT)
    made(story, "hearing_minutes")
    made(story, "hearing_report")
    (paper,) = issued_for(story.proceeding, "hearing_minutes")
    assert paper.document.values["minutes"] == LEFT["minutes"]
    assert paper.document.values["signing"] == "中途退出"
    assert "未经许可中途退出，视为放弃" in paper.document.values["attendance"]
    assert "未经许可中途退出，视为放弃听证" in said_of(story)
    assert "未提出陈述、申辩" not in said_of(story) and "以听证笔录为准" in said_of(story)
    house = known(story, "D40")
    assert house["plea"] == "当事人出席了听证，中途退出，退出以前的发言以听证笔录为准。"
    assert "没有" not in house["plea"] and "以听证笔录为准" in house["hearing"]
    story._film("hearing")
    assert done(story, "cases.complete_step", who="fazhi2").step == "review"


def test_good_cause_gives_another_day(reached: Reached) -> None:
    story = asked(reached)
    cause = {"put_off_because": "当事人住院治疗，提交了住院证明。"}
    early = refused(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7), **cause)
    assert "举行之日还没有到" in early and "行政处罚法第六十四条第六项" in early
    order = notified(story, 7)
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    story.serve_paper(made(story, "hearing_summons"))
    made(story, "hearing_announcement")
    clock.advance(order["held_on"] - clock.today() + timedelta(days=1))
    said = refused(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7))
    assert "不能再改定日期" in said and "有正当理由未能出席" in said
    later = notified(story, 7)
    assert done(story, "cases.notify_hearing", who="fazhi2", **later, **cause).held_on == later["held_on"]
    assert "《听证通知书》尚未送达当事人" in refused(story, "cases.complete_step", who="fazhi2")
    story.serve_paper(made(story, "hearing_summons"))
    made(story, "hearing_announcement")
    clock.advance(later["held_on"] - clock.today())
    concluded(story, **HELD)


def test_the_partys_seven_days_are_not_guessed(reached: Reached) -> None:
    story = asked(reached)
    clock.advance(datetime(2026, 12, 28, 9, tzinfo=clock.CHINA) - clock.now())
    order = notified(story, 9)
    said = refused(story, "cases.notify_hearing", who="fazhi2", **order)
    assert "放假安排尚未录入" in said and "行政处罚法第六十四条第二项、第八十五条" in said
    done(story, "organisation.import_calendar", who="guanli", **assumed_calendar(2027))
    done(story, "cases.notify_hearing", who="fazhi2", **order)


def test_the_last_of_the_seven_days_is_not_guessed_either(reached: Reached) -> None:
    """Of the 22nd of December it is the 31st; of the 23rd it lies in a year whose holidays nobody knows."""
    story = asked(reached)
    clock.advance(datetime(2026, 12, 22, 9, tzinfo=clock.CHINA) - clock.now())
    order = notified(story, 14)
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    clock.advance(timedelta(days=1))
    assert "放假安排尚未录入" in refused(story, "cases.notify_hearing", who="fazhi2", **order)


def test_a_notice_served_into_a_year_that_is_guessed_is_not_in_time(reached: Reached) -> None:
    story = asked(reached)
    clock.advance(datetime(2026, 12, 15, 9, tzinfo=clock.CHINA) - clock.now())
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 12))
    summons = made(story, "hearing_summons")
    clock.advance(timedelta(days=10))
    story.serve_paper(summons)
    assert "放假安排尚未录入" in refused(story, "cases.complete_step", who="fazhi2")


def test_a_hearing_told_too_late_is_held_again_and_stays_on_file(reached: Reached) -> None:
    story = told(reached)
    story._film("hearing")
    held = {**HELD, "attendees": f"当事人{story.party.name}；调查人员"}
    concluded(story, **held)
    for purpose in ("hearing_minutes", "hearing_report"):
        made(story, purpose)
    again = notified(story, 7)
    said = refused(story, "cases.notify_hearing", who="fazhi2", **again)
    assert "听证已于" in said and "不能再改定日期" in said
    (summons,) = issued_for(story.proceeding, "hearing_summons")
    party = story.party
    right = {"method": "direct", "place": party.address, "received_by": party.name, "relation": "本人"}
    why = {"document": summons.document_id, "reason": "回证上的日期录入有误。"}
    row = done(story, "cases.correct_service", **right, **why, served_on=clock.today() - timedelta(days=2))
    done(story, "cases.settle_correction", who="duizhang1", correction=row.pk, is_approved=True)
    assert "不足七个工作日" in refused(story, "cases.complete_step", who="fazhi2")
    done(story, "cases.notify_hearing", who="fazhi2", **again)
    assert "尚未终结" in refused(story, "cases.complete_step", who="fazhi2")
    first, second = hearings(story.proceeding)
    assert first.concluded_on and not second.concluded_on and first.requested_on == second.requested_on
    story.serve_paper(made(story, "hearing_summons"))
    made(story, "hearing_announcement")
    clock.advance(again["held_on"] - clock.today())
    concluded(story, **held)
    for purpose in ("hearing_minutes", "hearing_report"):
        made(story, purpose)
    assert done(story, "cases.complete_step", who="fazhi2").step == "review"


def test_who_withdrew_is_not_taken_to_a_hearing_before_its_days_are_over(reached: Reached) -> None:
    story = asked(reached)
    story._film("statement_defence")
    concluded(story, **WITHDRAWN)
    told = reasons(partial(require, plea_period_over(story.proceeding)))
    assert "尚未届满" in told
    clock.advance(timedelta(days=20))
    assert plea_period_over(story.proceeding)


def test_a_hearing_that_was_held_shortens_no_days_of_a_later_notice(reached: Reached) -> None:
    story = told(reached)
    story._film("hearing")
    concluded(story, **HELD)
    for role in ("hearing_minutes", "hearing_report"):
        made(story, role)
    done(story, "cases.complete_step", who="fazhi2")
    told_again(story, 7500)
    assert "尚未届满" in reasons(partial(require, plea_period_over(story.proceeding)))
    clock.advance(timedelta(days=20))
    assert plea_period_over(story.proceeding)


def test_good_cause_may_be_shown_after_the_hearing_was_given_up(reached: Reached) -> None:
    story = told(reached)
    absent = {"outcome": "absent", "attendees": "调查人员二人", "opinion": "当事人未到场，听证终止。"}
    concluded(story, **absent)
    assert "无正当理由未出席" in said_of(story)
    clock.advance(timedelta(days=1))
    again = notified(story, 7)
    said = refused(story, "cases.notify_hearing", who="fazhi2", **again)
    assert "不能再改定日期" in said and "有正当理由未能出席的" in said
    why = {"put_off_because": "当事人当日急诊住院，有出院证明。"}
    done(story, "cases.notify_hearing", who="fazhi2", **again, **why)
    assert "听证尚未终结" in refused(story, "cases.complete_step", who="fazhi2")
    story.serve_paper(made(story, "hearing_summons"))
    made(story, "hearing_announcement")
    clock.advance(again["held_on"] - clock.today())
    concluded(story, **HELD)
    assert "举行了听证" in said_of(story) and "无正当理由" not in said_of(story)
    later = notified(story, 7)
    assert "不能再改定日期" in refused(story, "cases.notify_hearing", who="fazhi2", **later, **why)
