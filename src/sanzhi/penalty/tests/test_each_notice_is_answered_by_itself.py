"""What was said, waived, asked for or heard on one notice says nothing of another (行政处罚法 §44, §45, §62, §64)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.penalty.tests.test_hearings_that_end_otherwise import WITHDRAWN
from sanzhi.penalty.tests.test_papers_of_the_hearing import known
from sanzhi.penalty.tests.test_refusals_around_the_hearing import HELD, asked, made, notified, told
from sanzhi.penalty.tests.test_refusals_by_the_new_law import walk
from tests.stories import done, refused

Reached = Callable[..., Story]
WHY = "查明的事实不符合原来的案由，符合改定的案由。"
SILENT = "你（单位）在规定期限内未提出陈述、申辩意见。"
SPOKEN = "口头明确放弃陈述、申辩的权利"
NOTICES = {"D29": "行政处罚事先告知书", "D30": "行政处罚听证告知书"}


def changed(story: Story, cause: str, fine: int, *scenes: str) -> Story:
    """By another cause, found and proposed anew; `scenes` go on from the report, up to the notice for one."""
    done(story, "cases.change_cause", cause_code=cause, reason=WHY)
    story.plan = replace(story.plan, stop="", cause=cause, fine=Decimal(fine), filed_as="")
    walk(story, "investigation", "correction", "report", *scenes)
    return story


def number(story: Story, at: int = -1) -> str:
    return queries.notices(story.proceeding)[at].number


def label(story: Story, at: int) -> str:
    """How a sentence begins that tells what was said to this notice."""
    notice = queries.notices(story.proceeding)[at]
    assert notice.served_on is not None
    return f"对{chinese_date(notice.served_on)}送达的《{NOTICES[notice.form]}》（{notice.number}）："


def over(story: Story) -> None:
    clock.advance(timedelta(days=20))


@pytest.mark.parametrize(
    ("cause", "fine", "form", "penalty"),
    [
        ("C06", 6500, "D30", "罚款6500元（人民币陆仟伍佰元整）"),
        ("C04", 800, "D29", "罚款800元（人民币捌佰元整）"),
    ],
)
def test_a_hearing_to_come_is_on_what_is_told_last(
    reached: Reached, cause: str, fine: int, form: str, penalty: str
) -> None:
    story = changed(asked(reached), cause, fine, "notice")
    done(story, "cases.complete_step")
    first, last = (number(story, at) for at in (0, 1))
    title = queries.power_of(story.proceeding).title
    said = known(story, "D34")
    assert (said["notice_title"], said["notice_number"]) == (NOTICES[form], last) and last != first
    assert (said["cause"], said["proposed_text"]) == (title, penalty)
    assert known(story, "D36")["cause"] == known(story, "D37")["cause"] == title
    assert known(story, "D37")["notice_number"] == known(story, "D38")["notice_number"] == last
    assert (known(story, "D38")["cause"], known(story, "D38")["proposed_text"]) == (title, penalty)


def test_a_hearing_notice_of_what_was_told_before_is_made_anew(reached: Reached) -> None:
    story = asked(reached)
    order = notified(story, 30)
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    story.serve_paper(made(story, "hearing_summons"))
    made(story, "hearing_announcement")
    changed(story, "C06", 6500, "notice")
    done(story, "cases.complete_step")
    clock.advance(timedelta(days=1))
    told_again = refused(story, "cases.complete_step", who="fazhi2")
    assert (
        "《听证通知书》尚未送达当事人" in told_again and "《听证通知书》所写的是以前的处理建议" in told_again
    )
    assert "公开举行的听证没有事先公告" in _on_the_day(story, order["held_on"])
    again = notified(story, 7)
    done(story, "cases.notify_hearing", who="fazhi2", **again)  # nobody could be heard on the day before
    story.serve_paper(made(story, "hearing_summons"))
    made(story, "hearing_announcement")
    clock.advance(again["held_on"] - clock.today())
    hearing = done(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    assert hearing.proposal == queries.current_proposal(story.proceeding)
    assert "此前于" in known(story, "D41")["plea"] and SILENT not in known(story, "D41")["plea"]


def _on_the_day(story: Story, day: Any) -> str:
    clock.advance(day - clock.today())
    return refused(story, "cases.conclude_hearing", who="fazhi2", **HELD)


def test_a_hearing_that_was_held_stays_what_it_was(reached: Reached) -> None:
    story = told(reached)
    story._film("hearing")
    held_on = chinese_date(clock.today())
    done(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    before = known(story, "D38")
    assert before["notice_number"] == number(story)
    assert known(story, "D41")["plea"].startswith(f"你（单位）要求听证，本机关于{held_on}举行了听证")
    changed(story, "C06", 6500)
    assert known(story, "D27")["plea"] == f"{label(story, 0)}当事人的陈述、申辩在听证中提出，见听证情况。"
    walk(story, "notice")
    assert known(story, "D38") == before
    over(story)
    plea, house = known(story, "D41")["plea"], known(story, "D40")
    assert plea.startswith(f"{label(story, 0)}你（单位）要求听证，本机关于{held_on}举行了听证")
    assert plea.endswith(f"{label(story, 1)}{SILENT}你（单位）在规定期限内未要求举行听证。")
    assert house["plea"].endswith(f"{label(story, 1)}没有当事人陈述申辩的登记。")
    assert house["hearing"].startswith(f"{label(story, 0)}{held_on}举行听证")
    assert house["hearing"].endswith(f"{label(story, 1)}没有当事人要求听证的登记。")


def test_a_hearing_is_withdrawn_by_a_word_since_the_notice_told_last(reached: Reached) -> None:
    story = asked(reached)
    story._film("statement_defence")
    changed(story, "C06", 6500, "notice")
    done(story, "cases.complete_step")
    said = refused(story, "cases.conclude_hearing", who="fazhi2", **WITHDRAWN)
    assert "“陈述申辩”没有音像记录" in said
    story._film("statement_defence")
    done(story, "cases.conclude_hearing", who="fazhi2", **WITHDRAWN)


def test_a_waiver_is_one_of_what_had_been_told(reached: Reached) -> None:
    story = reached(stop="review", public_interest=True)
    ordinary = known(story, "D41")["plea"]
    assert SPOKEN in ordinary and not ordinary.startswith("对")
    changed(story, "C02", 600, "notice")
    assert "尚未届满" in refused(story, "cases.complete_step")
    over(story)
    assert known(story, "D41")["plea"] == f"{label(story, 0)}{ordinary}{label(story, 1)}{SILENT}"
    assert known(story, "D40")["plea"].endswith(f"{label(story, 1)}没有当事人陈述申辩的登记。")


def test_who_waives_is_taken_by_the_word_on_this_notice(reached: Reached) -> None:
    """On one day: told 800, waived; told 600 instead, and nothing was said to that."""
    story = reached(stop="plea")
    story._film("statement_defence")
    done(story, "cases.record_plea", is_waived=True)
    done(story, "cases.send_back", who="juzhang", reason="重新考虑处罚数额后再告知。")
    less = {"fine": 600, "correction": story.plan.correction, "reason": story.plan.reason}
    done(story, "penalty.propose_penalty", **less)
    story.paper("D27")
    done(story, "cases.complete_step")
    story.serve(story.paper("D29"))
    story._film("service")
    done(story, "cases.complete_step")
    assert "尚未届满" in refused(story, "cases.complete_step")
    assert known(story, "D41")["plea"].endswith(f"{label(story, 1)}{SILENT}")
    story._film("statement_defence")
    done(story, "cases.record_plea", is_waived=True, manner="written")
    assert "尚未届满" not in refused(story, "penalty.decide_penalty", who="juzhang")
    assert known(story, "D41")["plea"].count("明确放弃陈述、申辩的权利") == 2


def test_what_is_told_last_takes_back_a_notice_of_the_same_before(reached: Reached) -> None:
    """Told one cause with a hearing, told another without one: the first, on the same facts, is told anew."""
    story = reached(stop="plea", cause="C05", fine=6000)
    for cause, fine in (("C04", 800), ("C05", 6000)):
        done(story, "cases.change_cause", cause_code=cause, reason=WHY)
        done(story, "cases.complete_step")
        story.plan = replace(story.plan, stop="", fine=Decimal(fine))
        walk(story, "report", *(["notice"] if cause == "C04" else []))
    said = refused(story, "cases.complete_step")
    assert "《行政处罚听证告知书》尚未送达" in said and "行政处罚法第六十三条" in said
