"""The review: submitted once at a time, by who may, answered in all eight points, by who did not investigate."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.commands import registered_commands
from sanzhi.organisation.roles import Role
from sanzhi.reviews.rules import POINTS
from tests.stories import appointed, done, reasons, refused

Reached = Callable[..., Story]
LARGE = {"cause": "C05", "fine": 8000}
EXPLAINED = {"explanation": "本案达到重大执法决定标准，请予审核。"}
ALL_HOLD = {key: {"holds": True} for key in POINTS}
AGREED = {"points": ALL_HOLD, "verdict": "agreed", "opinion": "同意。"}
FLAWED = {**ALL_HOLD, "facts": {"holds": False, "note": "证据不足"}}
SENT_BACK = {"points": FLAWED, "verdict": "supplement", "opinion": "请补正。"}


def test_one_submission_at_a_time_by_the_officers_of_the_case(reached: Reached) -> None:
    story = reached(stop="review", **LARGE)
    assert "您不是本案承办人" in refused(story, "reviews.submit_for_review", who="duizhang1", **EXPLAINED)
    first = done(story, "reviews.submit_for_review", **EXPLAINED)
    assert first.round == 1 and "案件调查终结报告" in "".join(first.materials)
    assert first.due_on == story.proceeding.calendar.add_working(clock.today(), 7)
    assert "本案正在审核，不必重复送审" in refused(story, "reviews.submit_for_review", **EXPLAINED)
    done(story, "reviews.give_opinion", who="fazhi", **SENT_BACK)
    assert done(story, "reviews.submit_for_review", **EXPLAINED).round == 2
    # the first round is answered, the second is not: that one alone must stop a third
    assert "本案正在审核，不必重复送审" in refused(story, "reviews.submit_for_review", **EXPLAINED)


def test_a_submission_has_its_step(reached: Reached) -> None:
    story = reached(stop="report", **LARGE)
    assert "此时不能这样办理" in refused(story, "reviews.submit_for_review", **EXPLAINED)


def test_what_was_reviewed_is_what_is_decided(reached: Reached) -> None:
    story = reached(stop="review_submitted", **LARGE)
    done(
        story,
        "penalty.propose_penalty",
        fine=7000,
        correction="责令立即改正。",
        reason="采纳审核建议，从轻。",
    )
    said = refused(story, "reviews.give_opinion", who="fazhi", **AGREED)
    assert "送审以后处理建议已经改变" in said and "行政处罚法第五十八条" in said
    done(story, "reviews.give_opinion", who="fazhi", **SENT_BACK)
    done(story, "reviews.submit_for_review", **EXPLAINED)
    done(story, "reviews.give_opinion", who="fazhi", **AGREED)
    assert "法制审核通过的不是" not in refused(story, "penalty.decide_penalty", who="juzhang")
    done(story, "penalty.propose_penalty", fine=6000, correction="责令立即改正。", reason="再予从轻处罚。")
    said = refused(story, "penalty.decide_penalty", who="juzhang")
    assert "法制审核通过的不是现在的处理建议" in said


@pytest.mark.parametrize(
    ("changed", "said", "article"),
    [
        (
            {"points": {**ALL_HOLD, "law": {"holds": False, "note": "裁量不当"}}},
            "不能出具“同意”",
            "第五十八条",
        ),
        ({"verdict": "rejected"}, "八项全部符合，请出具“同意”的意见", ""),
        ({"points": {key: {"holds": True} for key in list(POINTS)[1:]}}, "未审核“执法主体合法”", "118号"),
        ({"points": {**ALL_HOLD, "x": {"holds": True}}}, "审核项“x”不在八项之内", "118号"),
        ({**SENT_BACK, "points": {**ALL_HOLD, "law": {"holds": False}}}, "请写明问题", "118号"),
    ],
)
def test_an_opinion_answers_all_points_and_fits_them(
    reached: Reached, changed: dict[str, Any], said: str, article: str
) -> None:
    story = reached(stop="review_submitted", **LARGE)
    told = refused(story, "reviews.give_opinion", who="fazhi", **{**AGREED, **changed})
    assert said in told and article in told and "；" not in told.replace("；国办发", "")
    done(story, "reviews.give_opinion", who="fazhi", **AGREED)
    assert "没有待审核的送审，可能已由他人审核" in refused(
        story, "reviews.give_opinion", who="fazhi", **AGREED
    )


@pytest.mark.parametrize("who", ["zhifa1", "juzhang", "jiandu", "duizhang1"])
def test_only_the_legal_section_reviews(reached: Reached, who: str) -> None:
    story = reached(stop="review_submitted", **LARGE)
    said = refused(story, "reviews.give_opinion", who=who, **AGREED)
    assert "这项工作由法制审核人员办理，您没有这一岗位" in said


def one_more(story: Story) -> str:
    """One more reviewer in the officers' own unit, with a certificate; the name to act by."""
    person = {
        "unit": story.bureau.officers["zhifa1"].unit_id,
        "username": "another",
        "password": "long-enough-91",
        "name": "路人甲",
        "roles": ["officer", "legal_reviewer"],
        "qualified_on": "2024-01-01",
        "has_legal_qualification": True,
    }
    officer = appointed(story, **person)
    certificate = {"number": "16048199999", "issued_on": "2024-02-01", "valid_until": "2029-01-01"}
    done(story, "organisation.issue_certificate", who="guanli", officer=officer.pk, **certificate)
    story.bureau.officers["another"] = officer
    return "another"


def test_a_reviewer_is_a_lawyer(reached: Reached) -> None:
    """Nobody without the qualification is appointed; who comes with the role all the same is refused here."""
    story = reached(stop="review_submitted", **LARGE)
    command = registered_commands()["reviews.give_opinion"]
    order = command.order.model_validate({"case": story.case_id, **AGREED})
    unqualified = replace(story.bureau.actor("zhifa3"), roles=frozenset({Role.LEGAL_REVIEWER}))
    said = reasons(lambda: command.call(unqualified, order))
    assert said == "从事法制审核的人员应当取得法律职业资格。（依据：行政处罚法第五十八条）"
    assert done(story, "reviews.give_opinion", who="fazhi", **AGREED).reviewed_by == "沈明辨"


def test_nobody_reviews_an_own_case(reached: Reached) -> None:
    story = reached(stop="review_submitted", **LARGE)
    who = one_more(story)
    ids = [story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2", who)]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    said = refused(story, "reviews.give_opinion", who=who, **AGREED)
    assert "您承办过本案，不能审批、决定自己承办的案件" in said and "第五十八条" in said
    done(story, "cases.assign_officers", who="duizhang1", officers=ids[:2])
    assert "您承办过本案" in refused(story, "reviews.give_opinion", who=who, **AGREED)
    assert done(story, "reviews.give_opinion", who="fazhi", **AGREED).verdict == "agreed"


def both_roads(story: Story) -> tuple[str, str]:
    return refused(story, "cases.complete_step"), refused(story, "penalty.decide_penalty", who="juzhang")


def test_no_major_decision_before_an_agreeing_review(reached: Reached) -> None:
    story = reached(stop="review", **LARGE)
    for said in both_roads(story):
        assert "属于重大执法决定" in said and "未经法制审核不得作出决定" in said
        assert "行政处罚法第五十八条；河南省行政执法条例第二十八条" in said
    done(story, "reviews.submit_for_review", **EXPLAINED)
    for said in both_roads(story):
        assert "法制审核尚未完成，不得作出决定" in said
    done(story, "reviews.give_opinion", who="fazhi", **SENT_BACK)
    for said in both_roads(story):
        assert "法制审核未通过（补正" in said
    done(story, "reviews.submit_for_review", **EXPLAINED)
    assert "法制审核尚未完成" in both_roads(story)[0]
    done(story, "reviews.give_opinion", who="fazhi", **AGREED)
    for said in both_roads(story):
        assert "尚未完成，不得" not in said and "法制审核未通过" not in said and "属于重大" not in said
    story.paper("D28", writer="fazhi")
    assert done(story, "cases.complete_step").step == "deliberation"


def test_a_small_decision_needs_no_review(reached: Reached) -> None:
    assert "法制审核" not in refused(reached(stop="plea"), "penalty.decide_penalty", who="juzhang")


def test_a_review_has_seen_what_there_is(reached: Reached) -> None:
    story = reached(stop="review_submitted", **LARGE)
    done(story, "cases.add_evidence", kind="testimony", name="证人证言", proves="违法行为的经过")
    said = refused(story, "reviews.give_opinion", who="fazhi", **AGREED)
    assert "送审以后证据有变化，法制审核没有看到" in said and "行政处罚法第五十八条" in said
    done(story, "reviews.give_opinion", who="fazhi", **SENT_BACK)
    done(story, "reviews.submit_for_review", **EXPLAINED)
    done(story, "reviews.give_opinion", who="fazhi", **AGREED)
    for said in both_roads(story):
        assert "法制审核没有看到" not in said


def test_a_record_of_an_interview_after_the_review_lapses_it(reached: Reached) -> None:
    story = reached(stop="review_submitted", **LARGE)
    done(story, "reviews.give_opinion", who="fazhi", **AGREED)
    story.paper("D10")
    for said in both_roads(story):
        assert "送审以后检查、询问笔录有变化" in said


def test_what_came_after_the_review_lapses_it(reached: Reached) -> None:
    story = reached(stop="review_submitted", **LARGE)
    done(story, "reviews.give_opinion", who="fazhi", **AGREED)
    for said in both_roads(story):
        assert "法制审核没有看到" not in said
    done(story, "cases.record_plea", text="又提出一份书面意见。")
    done(story, "cases.answer_plea", is_accepted=False, answer="经复核，没有提供证明。")
    for said in both_roads(story):
        assert "送审以后陈述申辩及复核有变化" in said and "行政处罚法第五十八条" in said
    done(story, "reviews.submit_for_review", **EXPLAINED)
    done(story, "reviews.give_opinion", who="fazhi", **AGREED)
    for said in both_roads(story):
        assert "有变化" not in said
