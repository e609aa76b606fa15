"""A term stands in one unit wherever it is shown: working days where its rule counts them, else calendar days."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release
from sanzhi.kernel import clock, jobs
from tests.stories import case_page, desk, done

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]
TAG = re.compile(r">((?:剩|逾期)\d+个(?:工作日|自然日))<")


def shown(story: Story, who: str, at: str) -> list[str]:
    return TAG.findall(desk(story, who).get(at).content.decode())


@pytest.mark.parametrize(
    ("plan", "unit"),
    [({"stop": "lead"}, "个工作日"), ({"stop": "investigation"}, "个自然日")],
)
@pytest.mark.parametrize("passed", [2, 100])
def test_a_case_in_the_worklist_and_on_its_page(
    reached: Reached, plan: dict[str, Any], unit: str, passed: int
) -> None:
    story = reached(**plan)
    clock.advance(timedelta(days=passed))
    (listed,) = shown(story, "zhifa1", "/office/")
    assert listed.endswith(unit) and listed.startswith("剩" if passed == 2 else "逾期")
    assert f">{listed}<" in case_page(story, who="zhifa1")


@pytest.mark.parametrize("passed", [1, 5, 30])
def test_a_release_in_the_worklist_the_list_and_on_its_page(reached: Reached, passed: int) -> None:
    story = reached(stop="service")
    jobs.run_due()
    clock.advance(timedelta(days=passed))
    at = f"/office/disclosure/{Release.objects.get().pk}/"
    (listed,) = shown(story, "gongshi", "/office/")
    assert listed.endswith("个工作日")
    assert shown(story, "gongshi", "/office/disclosure/") == shown(story, "gongshi", at) == [listed]


def test_a_review_has_working_days(reached: Reached) -> None:
    story = reached(stop="review_submitted", cause="C05", fine=8000)
    (listed,) = shown(story, "fazhi", "/office/")
    assert listed == "剩7个工作日"


def test_more_time_and_a_suspension_count_in_the_worklist_as_on_the_page(reached: Reached) -> None:
    story = reached(stop="investigation")
    done(story, "cases.extend_time", who="juzhang", reason="案情复杂，需要补充调查取证。")
    force = {"ground": "force", "reason": "暴雨橙色预警，现场不能勘验。"}
    done(story, "cases.suspend_case", who="juzhang", **force)
    clock.advance(timedelta(days=150))
    (listed,) = shown(story, "zhifa1", "/office/")
    assert listed.startswith("剩") and f">{listed}<" in case_page(story, who="zhifa1")
    assert "逾期" not in desk(story, "juzhang").get("/office/").content.decode()
    done(story, "cases.resume_case", who="juzhang", reason="预警解除。")
    clock.advance(timedelta(days=121))
    (listed,) = shown(story, "zhifa1", "/office/")
    assert listed.startswith("逾期") and f">{listed}<" in case_page(story, who="zhifa1")
