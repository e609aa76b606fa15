"""The button that closes a case is live only where the case can be closed; what keeps it back is said beforehand."""

from collections.abc import Callable

from sanzhi.cases.card import act_named
from sanzhi.cases.desk import verdict_on
from sanzhi.demo.story import Story
from tests.stories import case_page, refused, told

Reached = Callable[..., Story]
CLOSE = "cases.close_case"


def test_where_nothing_was_declined(reached: Reached) -> None:
    story = reached(stop="filing")
    for who in ("juzhang", "duizhang1"):
        verdict = verdict_on(story.bureau.actor(who), story.proceeding, registered=act_named(CLOSE))
        assert "没有批准不予立案" in str(verdict.reasons[0])
        assert told(case_page(story, who=who), "办理“结案”还缺", "没有批准不予立案的")
    closed = {"kind": "not_filed", "reason": "违法行为轻微，不予立案。"}
    assert "没有批准不予立案" in refused(story, CLOSE, who="duizhang1", **closed)


def test_where_the_last_step_is_not_complete(reached: Reached) -> None:
    story = reached(stop="closure")
    shown = case_page(story, who="juzhang")
    said = refused(story, CLOSE, who="juzhang", kind="performed")
    assert "缺少《" in said and told(shown, "办理“结案”所需")
