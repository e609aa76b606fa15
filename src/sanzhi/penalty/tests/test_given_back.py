"""What another agency gives back goes on where it was, closed or not; who may enter what a court did is found again."""

from collections.abc import Callable

import pytest

from sanzhi.cases.models import ClosureKind
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.organisation.models import Certificate
from tests.stories import done, refused

Reached = Callable[..., Story]
BACK = {"is_taken_up": False, "outcome": "演交退函〔2026〕1号"}


def given_back(story: Story) -> None:
    done(story, "penalty.record_police_answer", **BACK, outcome_on=clock.today())


@pytest.mark.parametrize("is_closed", [False, True])
def test_a_matter_given_back_goes_on(reached: Reached, is_closed: bool) -> None:
    story = reached(stop="referral_handed", refers="agency")
    assert story.proceeding.step == "closure"
    if is_closed:
        list(story.closure(ClosureKind.REFERRED, "已移送有权处理的机关，取得回执。"))
        assert story.case.closed_on
    given_back(story)
    assert story.proceeding.step == "investigation" and story.case.closed_on is None
    assert story.proceeding.closure_kind == ""
    story.go()
    list(story.report())
    assert story.proceeding.step == "notice"


def test_nothing_is_given_back_that_did_not_leave(reached: Reached) -> None:
    story = reached()
    assert story.case.closed_on
    said = refused(story, "penalty.record_police_answer", **BACK, outcome_on=clock.today())
    assert "没有移交以后等待答复的案件" in said


def test_a_closed_case_finds_officers_again(reached: Reached) -> None:
    story = reached()
    for name in story.crew:
        card = Certificate.objects.get(officer=story.bureau.officers[name])
        done(
            story,
            "organisation.suspend_certificate",
            who="guanli",
            certificate=card.pk,
            reason="调离执法岗位",
        )
    suit = {"way": "litigation", "body": "演示市人民法院", "number": "（2026）演行初1号"}
    said = refused(story, "cases.record_contest", **suit, accepted_on=clock.today())
    assert "行政处罚法第四十二条" in said or "执法证" in said
    ids = [story.bureau.officers[name].pk for name in ("zhifa3", "zhifa4")]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)
    done(story, "cases.record_contest", who="zhifa3", **suit, accepted_on=clock.today())


@pytest.mark.parametrize("is_closed", [False, True])
def test_what_the_police_took_up_may_come_back(reached: Reached, is_closed: bool) -> None:
    """Not prosecuted, sent back to be punished (行政处罚法 §27(1)): also when the case was closed."""
    story = reached(stop="referral_handed", refers="police")
    taken = {"is_taken_up": True, "outcome": "演公立字〔2026〕1号", "outcome_on": clock.today()}
    done(story, "penalty.record_police_answer", **taken)
    if is_closed:
        list(story.closure(ClosureKind.REFERRED, "已移送公安机关，公安机关已经立案。"))
        assert story.case.closed_on
    said = refused(story, "penalty.record_police_answer", **taken)
    assert "接收机关已经立案" in said and "行政处罚法第二十七条" in said
    back = {"is_taken_up": False, "outcome": "演检不诉〔2026〕3号", "outcome_on": clock.today()}
    row = done(story, "penalty.record_police_answer", **back)
    assert (row.outcome, row.returned) == (taken["outcome"], back["outcome"])
    assert story.proceeding.step == "investigation" and story.case.closed_on is None
    story.go()
    list(story.report())
