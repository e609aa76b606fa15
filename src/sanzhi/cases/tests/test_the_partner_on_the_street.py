"""Who opens a case on the street names the second officer, who confirms it himself: nobody waits for a leader."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.cases.models import Case
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.supervision.worklist import tasks_of
from tests.stories import desk, done, reasons, refused

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]
NAME, ANSWER = "cases.name_partner", "cases.answer_partner"
LAW = "行政处罚法第四十二条"


def opened(story: Story, **said: Any) -> Story:
    """Another case of the same officer, on the street."""
    today = clock.today()
    days = {"happened_on": today, "found_on": today}
    lead = {"procedure": "penalty/simplified", "cause_code": "C56", "source": "patrol", **days}
    lead |= {"place": "演示街道3号门前", "summary": "巡查发现当场改正的一处。", **said}
    story.case_id = done(story, "cases.register_lead", **lead).pk
    return story


def pk(story: Story, who: str) -> int:
    return story.bureau.officers[who].pk


def numbers(story: Story) -> set[int]:
    return set(Case.objects.get(pk=story.case_id).assignments.values_list("officer_id", flat=True))


def test_the_partner_is_named_with_the_lead_and_confirms(reached: Reached) -> None:
    story = reached(stop="lead")
    opened(story, partner=pk(story, "zhifa2"))
    assert numbers(story) == {pk(story, "zhifa1")}
    tasks = {task.kind for task in tasks_of(story.bureau.actor("zhifa2"))}
    assert "同行执法确认" in tasks
    assert "没有等待您确认的同行执法提名。" in refused(story, ANSWER, who="duizhang1", is_confirmed=True)
    page = desk(story, "zhifa2").get(f"/office/cases/{story.case_id}/").content.decode()
    assert "确认：我在现场共同执法" in page
    assert (
        "确认：我在现场共同执法"
        not in desk(story, "zhifa1").get(f"/office/cases/{story.case_id}/").content.decode()
    )
    answer = desk(story, "zhifa2").post(
        f"/office/cases/{story.case_id}/do/answer_partner/", {"is_confirmed": "1"}
    )
    assert answer.status_code == 302
    assert numbers(story) == {pk(story, "zhifa1"), pk(story, "zhifa2")}
    assert "同行执法确认" not in {task.kind for task in tasks_of(story.bureau.actor("zhifa2"))}


def test_who_was_not_there_says_so_and_another_is_named(reached: Reached) -> None:
    story = reached(stop="lead")
    opened(story)
    done(story, NAME, officer=pk(story, "zhifa2"))
    said = refused(story, NAME, officer=pk(story, "zhifa3"))
    assert "已经提名丁文博，等待其确认。" in said and LAW in said
    done(story, ANSWER, who="zhifa2", is_confirmed=False)
    assert numbers(story) == {pk(story, "zhifa1")}
    done(story, NAME, officer=pk(story, "zhifa3"))
    done(story, ANSWER, who="zhifa3", is_confirmed=True)
    assert "本案已有两名承办人。" in refused(story, NAME, officer=pk(story, "zhifa2"))


def test_both_certificates_are_checked(reached: Reached) -> None:
    story = reached(stop="lead")
    said = reasons(lambda: opened(story, partner=pk(story, "gongshi")))
    assert "纪昭没有行政执法证。" in said
    assert "已经是本案承办人。" in reasons(lambda: opened(story, partner=pk(story, "zhifa1")))
    assert "同行执法人员不在本机关。" in reasons(lambda: opened(story, partner=99999))
    opened(story, partner=pk(story, "zhifa2"))
    clock.advance(timedelta(days=9000))
    assert "不在有效期内" in refused(story, ANSWER, who="zhifa2", is_confirmed=True)


def test_nothing_is_decided_before_the_partner_has_confirmed(reached: Reached) -> None:
    story = reached(stop="lead")
    opened(story, partner=pk(story, "zhifa2"))
    assert "本案现有1名具备资格的承办人" in refused(story, "cases.complete_step")


def test_a_closed_case_takes_no_partner(reached: Reached) -> None:
    story = reached(stop="closure", procedure="penalty/simplified", cause="C56", fine=100)
    story.plan.stop = ""
    list(story.finish())
    assert "已经结案" in refused(story, NAME, officer=pk(story, "zhifa3"))
