"""A hearing and its papers: told in writing and in time, announced, before a stranger, on record, and held once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases.commands.notify_hearing import CARD
from sanzhi.cases.deadlines import working_calendar
from sanzhi.cases.queries import evidence, issued_for
from sanzhi.demo.story import Story
from sanzhi.documents.form_model import Form
from sanzhi.documents.queries import forms
from sanzhi.kernel import clock
from tests.stories import assumed_calendar, done, established, refused

Reached = Callable[..., Story]
LARGE = {"cause": "C05", "fine": 8000}
HELD = {
    "attendees": "当事人；调查人员二人",
    "minutes": "双方陈述、质证、最后陈述。",
    "opinion": "建议按拟处罚意见作出决定。",
}
CLOSED: dict[str, Any] = {
    "is_public": False,
    "closed_for": "privacy",
    "closed_reason": "案情涉及当事人的病历。",
}


def notified(story: Story, days: int, *, chair: str = "fazhi2", recorder: str = "dangan") -> dict[str, Any]:
    day = working_calendar().add_working(clock.today(), days)
    people = {
        role: story.bureau.officers[name].pk if name else 999_999
        for role, name in (("chair", chair), ("recorder", recorder))
    }
    return {"held_on": day, "place": "听证室", **people}


def form_for(purpose: str) -> Form:
    (found,) = (form for form in forms().values() if form.purpose == purpose)
    return found


def made(story: Story, purpose: str) -> int:
    return story.paper(form_for(purpose).code, writer="fazhi2").pk


def asked(reached: Reached) -> Story:
    return reached(stop="hearing", hearing=True, **LARGE)


def told(reached: Reached, *, days: int = 7, **changes: Any) -> Story:
    """A hearing is set and its notice served, its day has come; unless closed it was announced."""
    story = asked(reached)
    order = notified(story, days) | changes
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    story.serve_paper(made(story, "hearing_summons"))
    if order.get("is_public", True):
        made(story, "hearing_announcement")
    clock.advance(order["held_on"] - clock.today())
    return story


@pytest.mark.parametrize(
    ("days", "people", "said"),
    [
        (6, {}, "七个工作日前通知"),
        (7, {"chair": "zhifa1"}, "非本案调查人员主持"),
        (7, {"chair": ""}, "听证主持人应为本机关人员"),
        (7, {"recorder": "zhifa2"}, "记录员应为本机关人员，不能由主持人或者本案调查人员兼任"),
        (7, {"recorder": "fazhi2"}, "不能由主持人或者本案调查人员兼任"),
        (7, {"recorder": ""}, "记录员应为本机关人员"),
    ],
)
def test_notice_of_a_hearing(reached: Reached, days: int, people: dict[str, str], said: str) -> None:
    story = asked(reached)
    answer = refused(story, "cases.notify_hearing", who="fazhi2", **notified(story, days, **people))
    assert said in answer and (people.get("chair") == "" or "行政处罚法第六十四条" in answer)
    assert "这项工作由法制审核人员办理" in refused(story, "cases.notify_hearing", **notified(story, 7))
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7))


def test_a_hearing_that_nobody_asked_for_is_not_notified(reached: Reached) -> None:
    story = reached(stop="plea", **LARGE)
    assert "此时不能这样办理" in refused(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7))


@pytest.mark.parametrize(
    "changes",
    [
        {"is_public": False},
        {**CLOSED, "closed_reason": ""},
        {**CLOSED, "closed_for": None},
        {**CLOSED, "is_public": True},
        {"closed_reason": "当事人要求"},
    ],
)
def test_a_hearing_is_public_but_for_a_secret(reached: Reached, changes: dict[str, Any]) -> None:
    story = asked(reached)
    said = refused(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7), **changes)
    assert "听证公开举行" in said and "行政处罚法第六十四条第三项" in said
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7), **CLOSED)


def test_the_notice_is_served_before_anybody_is_heard(reached: Reached) -> None:
    story = asked(reached)
    order = notified(story, 7)
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    made(story, "hearing_announcement")
    made(story, "hearing_summons")  # and lies in the drawer
    clock.advance(order["held_on"] - clock.today())
    for who, command, fields in (
        ("fazhi2", "cases.conclude_hearing", HELD),
        ("fazhi2", "cases.conclude_hearing", {**HELD, "outcome": "absent"}),
        ("fazhi2", "cases.complete_step", {}),
        ("juzhang", "penalty.decide_penalty", {}),
    ):
        said = refused(story, command, who=who, **fields)
        assert "《听证通知书》尚未送达当事人" in said and "行政处罚法第六十四条第二项" in said
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7))  # nobody could be heard that day


@pytest.mark.parametrize(("later", "is_short"), [(0, False), (1, False), (2, True)])
def test_seven_days_are_counted_from_the_service(reached: Reached, later: int, is_short: bool) -> None:
    story = asked(reached)
    order = notified(story, 8)
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    made(story, "hearing_announcement")
    summons = made(story, "hearing_summons")
    clock.advance(working_calendar().add_working(clock.today(), later) - clock.today())
    story.serve_paper(summons)
    said = refused(story, "cases.complete_step", who="fazhi2")
    assert ("不足七个工作日" in said) is is_short
    clock.advance(order["held_on"] - clock.today())
    if is_short:
        said = refused(story, "cases.conclude_hearing", who="fazhi2", **HELD)
        assert "不足七个工作日" in said and "行政处罚法第六十四条第二项" in said
        assert "不足七个工作日" in refused(story, "penalty.decide_penalty", who="juzhang")
        return
    done(story, "cases.conclude_hearing", who="fazhi2", **HELD)


@pytest.mark.parametrize("changes", [{"place": "二楼会议室"}, {"begins_at": "14:30"}, {"days": 9}])
def test_a_notice_of_another_hearing_tells_nothing(reached: Reached, changes: dict[str, Any]) -> None:
    story = asked(reached)
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 8))
    story.serve_paper(made(story, "hearing_summons"))
    assert "尚未送达当事人" not in refused(story, "cases.complete_step", who="fazhi2")
    order = notified(story, changes.get("days", 8))
    other = {name: value for name, value in changes.items() if name != "days"}
    done(story, "cases.notify_hearing", who="fazhi2", **order | other)
    assert "《听证通知书》尚未送达当事人" in refused(story, "cases.complete_step", who="fazhi2")
    story.serve_paper(made(story, "hearing_summons"))
    assert "尚未送达当事人" not in refused(story, "cases.complete_step", who="fazhi2")


def test_a_public_hearing_is_announced_before_its_day(reached: Reached) -> None:
    story = asked(reached)
    order = notified(story, 7)
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    story.serve_paper(made(story, "hearing_summons"))
    clock.advance(order["held_on"] - clock.today())
    made(story, "hearing_announcement")  # too late
    said = refused(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    assert "公开举行的听证没有事先公告" in said and "行政处罚法第六十四条第三项" in said
    assert "尚未送达" not in said
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7))


def test_a_closed_hearing_is_not_announced(reached: Reached) -> None:
    story = told(reached, **CLOSED)
    said = refused(story, "cases.write_document", who="fazhi2", form=form_for("hearing_announcement").code)
    assert "环节不使用《听证公告》" in said
    done(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    made(story, "hearing_minutes")
    (paper,) = issued_for(story.proceeding, "hearing_minutes")
    assert "不公开举行（涉及个人隐私" in paper.document.values["manner"]
    made(story, "hearing_report")
    story._film("hearing")
    assert done(story, "cases.complete_step", who="fazhi2").step == "review"


def test_a_hearing_is_concluded_by_its_chair_once_it_was_held(reached: Reached) -> None:
    story = asked(reached)
    assert "尚未通知举行听证" in refused(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    for who, command in (("fazhi2", "cases.complete_step"), ("juzhang", "penalty.decide_penalty")):
        said = refused(story, command, who=who)
        assert "尚未通知当事人听证的时间" in said and "行政处罚法第六十四条第二项" in said
    order = notified(story, 7)
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    story.serve_paper(made(story, "hearing_summons"))
    made(story, "hearing_announcement")
    clock.advance(order["held_on"] - clock.today() - timedelta(days=1))
    assert "听证尚未举行" in refused(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    clock.advance(timedelta(days=1))
    assert "您不是本次听证的主持人" in refused(story, "cases.conclude_hearing", who="fazhi", **HELD)
    assert "这项工作由法制审核人员办理" in refused(story, "cases.conclude_hearing", **HELD)
    for who, command in (("fazhi2", "cases.complete_step"), ("juzhang", "penalty.decide_penalty")):
        said = refused(story, command, who=who)
        assert "听证尚未终结" in said and "行政处罚法第六十四条、第六十五条" in said
    done(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    said = refused(story, "cases.complete_step", who="fazhi2")
    assert "没有音像记录" in said and "尚未终结" not in said


def test_a_hearing_is_held_once(reached: Reached) -> None:
    story = told(reached)
    again = notified(story, 7)
    said = refused(story, "cases.notify_hearing", who="fazhi2", **again)
    assert "不能再改定日期" in said and "行政处罚法第六十四条、第六十五条" in said  # its day has come
    done(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    assert "不能再改定日期" in refused(story, "cases.notify_hearing", who="fazhi2", **again)
    said = refused(story, "cases.conclude_hearing", who="fazhi2", **{**HELD, "opinion": "建议不予处罚。"})
    assert "听证已经终结" in said and "行政处罚法第六十五条" in said


def test_a_day_that_has_not_come_may_be_moved(reached: Reached) -> None:
    story = asked(reached)
    done(story, "cases.notify_hearing", who="fazhi2", **notified(story, 8))
    story.serve_paper(made(story, "hearing_summons"))
    made(story, "hearing_announcement")
    later = notified(story, 10)
    assert done(story, "cases.notify_hearing", who="fazhi2", **later).held_on == later["held_on"]


@pytest.mark.parametrize("outcome", ["held", "absent", "left"])
def test_minutes_and_report_tell_what_the_chair_concluded(reached: Reached, outcome: str) -> None:
    story, is_abandoned = told(reached), outcome == "absent"
    minutes = form_for("hearing_minutes").code
    draft = done(story, "cases.write_document", who="fazhi2", form=minutes)
    said = refused(story, "cases.submit_document", who="fazhi2", document=draft.pk)
    assert "须写明的“听证参加人”" in said and "请先办理“听证终结”" in said
    held = {**HELD, "attendees": "调查人员二人", "minutes": ""} if is_abandoned else HELD
    done(story, "cases.conclude_hearing", who="fazhi2", **held, outcome=outcome)
    said = refused(story, "cases.complete_step", who="fazhi2")
    assert "缺少《听证笔录》" in said and "缺少《听证报告》" in said
    done(story, "cases.submit_document", who="fazhi2", document=draft.pk)
    made(story, "hearing_report")
    (paper,) = issued_for(story.proceeding, "hearing_minutes")
    values = paper.document.values
    unheard = "当事人无正当理由未出席，没有陈述、申辩和质证，听证终止。"
    assert values["minutes"] == (unheard if is_abandoned else HELD["minutes"])
    assert values["recorder"] and values["attendees"]
    assert ("视为放弃" in values["attendance"]) is (outcome != "held")
    (report,) = issued_for(story.proceeding, "hearing_report")
    assert report.document.values["opinion"] == HELD["opinion"]
    assert ("终止听证" in report.document.values["course"]) is (outcome != "held")
    story._film("hearing")
    assert done(story, "cases.complete_step", who="fazhi2").step == "review"


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"outcome": "absent", "minutes": ""}, "听证参加人中不能有当事人、代理人"),
        ({"outcome": "absent", "attendees": "调查人员二人"}, "没有陈述、申辩和质证可以记录"),
        ({"outcome": "absent", "attendees": "", "minutes": ""}, "当事人未出席的，听证参加人中"),
        ({"attendees": "调查人员二人"}, "当事人出席的，应当写明"),
        ({"minutes": ""}, "当事人出席的，应当记录听证情况"),
    ],
)
def test_who_stayed_away_said_nothing(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = told(reached)
    answer = refused(story, "cases.conclude_hearing", who="fazhi2", **{**HELD, **changed})
    assert said in answer and "行政处罚法第六十四条第六项" in answer
    done(story, "cases.conclude_hearing", who="fazhi2", **HELD)


def test_a_hearing_ends_after_its_hour(reached: Reached) -> None:
    story = told(reached, begins_at="23:30")
    assert "听证尚未举行" in refused(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    clock.advance(timedelta(hours=14, minutes=40))
    done(story, "cases.conclude_hearing", who="fazhi2", **HELD)


def test_the_chair_is_who_can_conclude(reached: Reached) -> None:
    story = asked(reached)
    said = refused(story, "cases.notify_hearing", who="fazhi2", **notified(story, 7, chair="duizhang2"))
    assert "所选主持人没有这一岗位，不能终结听证" in said and "第六十四条第四项" in said
    offered = CARD.choices["chair"](story.proceeding)
    able = {story.bureau.officers[name].pk for name in ("fazhi", "fazhi2")}
    assert {pk for pk, _ in offered} == able


def test_a_chair_who_can_no_longer_preside_is_replaced(reached: Reached) -> None:
    """On the day the chair has become an officer of the case: another day is set, under another chair."""
    story = told(reached)
    again = notified(story, 7, chair="fazhi")
    assert "不能再改定日期" in refused(story, "cases.notify_hearing", who="fazhi2", **again)
    ask = {
        "asked_by": "party",
        "of": story.bureau.officers["fazhi2"].pk,
        "reason": "主持人系对方亲属，请求回避。",
    }
    done(story, "cases.ask_recusal", **ask)
    answer = {"of": ask["of"], "is_granted": True, "answer": "经审查应当回避。"}
    done(story, "cases.decide_recusal", who="juzhang", **answer)
    done(story, "cases.notify_hearing", who="fazhi", **again)


def test_a_request_lies_between_the_notice_and_its_entry(reached: Reached) -> None:
    story = reached(stop="plea", **LARGE)
    on = clock.today()
    for day in ("1949-10-01", on - timedelta(days=3)):
        said = refused(story, "cases.request_hearing", requested_on=day)
        assert "申请日不能更早" in said and "行政处罚法第六十四条" in said
    clock.advance(timedelta(days=11))
    assert "不能在10日以后倒填申请日" in refused(story, "cases.request_hearing", requested_on=on)
    clock.advance(timedelta(days=-1))
    done(story, "cases.request_hearing", requested_on=on)


def test_nobody_writes_other_minutes_than_were_concluded(reached: Reached) -> None:
    story = told(reached)
    done(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    minutes = form_for("hearing_minutes").code
    values = {"minutes": "当事人承认全部事实。"}
    said = refused(story, "cases.write_document", who="fazhi2", form=minutes, values=values)
    assert "“听证情况”由案件信息填写" in said


def test_a_holiday_entered_later_makes_the_notice_too_short(reached: Reached) -> None:
    story = asked(reached)
    order = notified(story, 7)
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    story.serve_paper(made(story, "hearing_summons"))
    assert "不足七个工作日" not in refused(story, "cases.complete_step", who="fazhi2")
    off = order["held_on"] - timedelta(days=1)
    done(story, "organisation.import_calendar", who="guanli", **assumed_calendar(off.year, off))
    assert "不足七个工作日" in refused(story, "cases.complete_step", who="fazhi2")


def test_one_wish_for_a_hearing_on_each_notice(reached: Reached) -> None:
    story = reached(stop="plea", **LARGE)
    done(story, "cases.request_hearing")
    said = refused(story, "cases.request_hearing")
    assert "当事人对这份告知书已经要求听证" in said and "行政处罚法第六十四条" in said


def test_a_heavier_notice_after_the_hearing_gives_another_one(reached: Reached) -> None:
    story = told(reached)
    done(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    made(story, "hearing_minutes")
    made(story, "hearing_report")
    story._film("hearing")
    done(story, "cases.complete_step", who="fazhi2")
    clock.advance(timedelta(days=1))
    heavier = {"fine": 9000, "correction": "责令立即改正。", "reason": "查明持续时间更长，属较重档次。"}
    assert "不得因当事人陈述申辩" in refused(story, "penalty.propose_penalty", **heavier)
    done(story, "cases.add_evidence", kind="testimony", name="证人证言", proves="违法行为持续的时间")
    assert "不得因当事人陈述申辩" in refused(
        story, "penalty.propose_penalty", **heavier
    )  # it proves nothing yet
    established(story, evidence=[row.pk for row in evidence(story.case)])
    assert "在理由中写明该证据的名称" in refused(story, "penalty.propose_penalty", **heavier)
    heavier["reason"] = "证人证言证明持续时间更长，属较重档次。"
    done(story, "penalty.propose_penalty", **heavier)
    said = refused(story, "cases.write_document", who="zhifa1", form=form_for("hearing_summons").code)
    assert "环节不使用《听证通知书》" in said  # the one that was held has all its papers
    assert "已经要求听证" in refused(story, "cases.request_hearing", requested_on="2026-09-05")
    clock.advance(timedelta(days=1))
    story.serve(story.paper(form_for("hearing_notice").code))
    done(story, "cases.request_hearing")
    assert "尚未通知当事人听证的时间" in refused(story, "cases.complete_step", who="fazhi")
    order = notified(story, 7)
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    story.serve_paper(made(story, "hearing_summons"))
    made(story, "hearing_announcement")
    clock.advance(order["held_on"] - clock.today())
    done(story, "cases.conclude_hearing", who="fazhi2", **HELD)
    said = refused(story, "cases.complete_step", who="fazhi")
    assert "《听证笔录》所写的是以前的处理建议" in said and "《听证报告》" in said
    made(story, "hearing_minutes")
    made(story, "hearing_report")
    said = refused(story, "cases.complete_step", who="fazhi")
    assert "《听证笔录》" not in said and "《听证报告》" not in said
