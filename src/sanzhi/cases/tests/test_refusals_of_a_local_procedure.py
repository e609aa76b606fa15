"""A local procedure offers an act earlier than the national one: the act itself says what must come first."""

from collections.abc import Callable
from typing import Any

from sanzhi.cases.deadlines import earliest_hearing_day
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.renewals import walk_locally
from tests.stories import done, refused

Reached = Callable[..., Story]


def test_nothing_is_pleaded_before_the_notice_is_served(reached: Reached) -> None:
    story = reached(stop="notice")
    asked = {"to": "hearing", "when": "cases.hearing_requested"}
    walk_locally(story, notice={"acts": ["cases.record_plea"], "next": [asked]})
    notice = story.paper("D29")
    said = refused(story, "cases.record_plea", text="请求从轻处理。")
    assert "告知书尚未送达当事人" in said and "行政处罚法第四十四条" in said
    story.serve(notice)
    assert (
        done(story, "cases.record_plea", text="请求从轻处理。").proposal == story.proceeding.proposals.get()
    )


def test_no_hearing_is_set_that_nobody_asked_for(reached: Reached) -> None:
    story = reached(stop="plea", cause="C05", fine=8000)
    walk_locally(story, plea={"acts": ["cases.notify_hearing"]})
    people = {"chair": "fazhi2", "recorder": "dangan"}
    order: dict[str, Any] = {role: story.bureau.officers[name].pk for role, name in people.items()}
    order |= {"held_on": earliest_hearing_day(story.proceeding, clock.today()), "place": "听证室"}
    said = refused(story, "cases.notify_hearing", who="fazhi2", **order)
    assert "当事人没有要求听证" in said and "行政处罚法第六十四条" in said
    done(story, "cases.request_hearing")
    assert done(story, "cases.notify_hearing", who="fazhi2", **order).held_on == order["held_on"]
