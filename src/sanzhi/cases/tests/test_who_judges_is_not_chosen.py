"""Nobody chooses the judges of a case by making its heads and reviewers handle it."""

from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.supervision.worklist import tasks_of
from tests.stories import appoint_in_two_offices, case_page, desk, done, in_offices, reasons, refused

Reached = Callable[..., Story]
ASSIGN, NAME = "cases.assign_officers", "cases.name_partner"
pytestmark = pytest.mark.usefixtures("unprinted")


def pks(story: Story, *names: str) -> list[int]:
    return [story.bureau.officers[name].pk for name in names]


def opened(story: Story, *, who: str = "zhifa1", **said: Any) -> Any:
    today = clock.today()
    lead = {"procedure": "penalty/simplified", "cause_code": "C56", "source": "patrol", "place": "演示路3号"}
    days = {"happened_on": today, "found_on": today, "summary": "在人行道晾晒粮食。"}
    return done(story, "cases.register_lead", who=who, **lead, **days, **said)


@pytest.mark.parametrize(
    "judges", [("juzhang", "fujuzhang"), ("fujuzhang",), ("fazhi", "fazhi2"), ("fazhi",)]
)
def test_heads_and_reviewers_are_not_assigned(reached: Reached, judges: tuple[str, ...]) -> None:
    story = reached(stop="lead")
    said = refused(story, ASSIGN, who="duizhang1", officers=pks(story, "zhifa1", "zhifa2", *judges))
    assert "不是执法人员、中队长，不能承办案件" in said and "第五十七条" in said
    assert not any(queries.has_handled(story.case, pk) for pk in pks(story, *judges))
    done(story, ASSIGN, who="duizhang1", officers=pks(story, "zhifa1", "duizhang2"))


def test_they_are_not_named_on_the_street_either(reached: Reached) -> None:
    story = reached(stop="lead")
    lead = reasons(lambda: opened(story, partner=pks(story, "fujuzhang")[0]))
    assert "郭清源不是执法人员、中队长，不能承办案件" in lead
    story.case_id = opened(story).pk
    assert "不能承办案件" in refused(story, NAME, officer=pks(story, "fazhi")[0])
    shown = case_page(story, act="name_partner", who="zhifa1")
    assert "欧阳靖" in shown and "郭清源" not in shown and "沈明辨" not in shown
    done(story, NAME, officer=pks(story, "zhifa3")[0])


def test_who_became_a_head_meanwhile_does_not_confirm(reached: Reached) -> None:
    story = reached(stop="lead")
    story.case_id = opened(story, partner=pks(story, "zhifa3")[0]).pk
    in_offices(story, "zhifa3", "bureau_head")
    said = refused(story, "cases.answer_partner", who="zhifa3", is_confirmed=True)
    assert "欧阳靖不是执法人员、中队长，不能承办案件" in said
    done(story, "cases.answer_partner", who="zhifa3", is_confirmed=False)


def test_what_is_offered_is_what_may_be(reached: Reached) -> None:
    story = reached(stop="lead")
    shown = case_page(story, act="assign_officers", who="duizhang1")
    assert "丁文博" in shown and "白秋实" in shown
    assert not any(f"{name}（" in shown for name in ("程守正", "郭清源", "沈明辨", "叶慎言", "高维新"))


def test_a_head_of_a_small_bureau_handles_where_others_judge(reached: Reached) -> None:
    story = reached(stop="lead")
    for who in ("juzhang", "fujuzhang"):
        in_offices(story, who, "bureau_head", "officer")
    crew = pks(story, "zhifa1", "zhifa2")
    said = refused(story, ASSIGN, who="duizhang1", officers=[*crew, *pks(story, "juzhang", "fujuzhang")])
    assert "程守正是机关负责人，承办以后，本案没有其他负责人、法制审核人员可以审批、审核" in said
    done(story, ASSIGN, who="duizhang1", officers=[*crew, *pks(story, "juzhang")])
    done(story, ASSIGN, who="duizhang1", officers=crew)
    said = refused(story, ASSIGN, who="duizhang1", officers=[*crew, *pks(story, "fujuzhang")])
    assert "郭清源是机关负责人" in said  # the other head has handled it


def test_who_decides_alone_does_not_review_as_well(reached: Reached) -> None:
    """One person in both offices is not the head and the reviewer of one case."""
    story = reached(stop="lead")
    appoint_in_two_offices(story)
    for who in ("juzhang", "fazhi", "fazhi2"):
        in_offices(story, who, "archivist")
    in_offices(story, "fujuzhang", "bureau_head", "officer")
    officers = pks(story, "zhifa1", "fujuzhang")
    assert "承办以后，本案没有其他负责人、法制审核人员" in refused(
        story, ASSIGN, who="duizhang1", officers=officers
    )
    in_offices(story, "fazhi", "legal_reviewer")
    done(story, ASSIGN, who="duizhang1", officers=officers)


@pytest.mark.parametrize("who", ["juzhang", "fazhi"])
def test_who_cannot_go_on_with_a_lead_takes_none(reached: Reached, who: str) -> None:
    story = reached(stop="lead")
    assert "不是执法人员、中队长，不能承办案件" in reasons(lambda: opened(story, who=who))
    assert "登记线索</a>" not in desk(story, who).get("/office/cases/").content.decode()
    assert "登记线索</a>" in desk(story, "zhifa3").get("/office/cases/").content.decode()
    assert opened(story, who="zhifa3").pk


def handled(story: Story, *names: str) -> None:
    """They were officers of the case before they took the office that they hold now."""
    crew = pks(story, "zhifa1", "zhifa2")
    done(story, ASSIGN, who="duizhang1", officers=[*crew, *pks(story, *names)])
    done(story, ASSIGN, who="duizhang1", officers=crew)


def lines(story: Story, who: str) -> list[str]:
    return [
        f"{row.kind} {row.detail}" for row in tasks_of(story.bureau.actor(who)) if row.kind.startswith("无人")
    ]


def test_a_case_that_nobody_can_decide_is_told_to_the_heads_and_the_supervisor(reached: Reached) -> None:
    story = reached(stop="lead")
    handled(story, "zhifa3", "zhifa4")
    assert not lines(story, "juzhang")
    for who, office in (("juzhang", "archivist"), ("fujuzhang", "archivist"), ("zhifa3", "bureau_head")):
        in_offices(story, who, office)
    for who in ("zhifa3", "jiandu"):
        (line,) = lines(story, who)
        assert line.startswith("无人可以审批、决定") and "报请" in line and "指定" in line
    assert not lines(story, "zhifa1") and not lines(story, "fazhi")
    in_offices(story, "fujuzhang", "bureau_head")
    assert not lines(story, "zhifa3") and not lines(story, "jiandu")


def test_a_case_that_nobody_can_review_is_told_to_the_heads_and_the_supervisor(reached: Reached) -> None:
    story = reached(stop="lead")
    for of in pks(story, "fazhi", "fazhi2"):
        done(story, "cases.ask_recusal", asked_by="party", of=of, reason="与当事人是近亲属。")
        assert not lines(story, "juzhang")
        said = {"is_granted": True, "answer": "情况属实，应当回避。"}
        done(story, "cases.decide_recusal", who="juzhang", of=of, **said)
    for who in ("juzhang", "jiandu"):
        (line,) = lines(story, who)
        assert line.startswith("无人可以法制审核") and "任命" in line
