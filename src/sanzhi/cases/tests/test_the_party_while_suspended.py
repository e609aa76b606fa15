"""A suspension stops the work of the authority; what the party says in its own days is taken down."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from sanzhi.cases.queries import hearings, papers
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]
LARGE = {"cause": "C05", "fine": 8000}
WHY = {"ground": "interpretation", "reason": "等待有关机关对法律适用作出解释。"}


def suspended(reached: Reached, stop: str) -> Story:
    story = reached(stop=stop, **LARGE)
    if stop == "notice":
        story.serve(story.paper("D30"))
        story._film("service")
    done(story, "cases.suspend_case", who="juzhang", **WHY)
    return story


@pytest.mark.parametrize("stop", ["notice", "plea"])
def test_the_party_speaks_and_asks_while_the_case_stands_still(reached: Reached, stop: str) -> None:
    story = suspended(reached, stop)
    clock.advance(timedelta(days=1))
    for command in ("cases.complete_step", "cases.write_document"):
        form = {"form": "D31"} if command == "cases.write_document" else {}
        said = refused(story, command, **form)
        assert "本案已中止调查" in said
    done(story, "cases.record_plea", text="不服，请求听证。")
    done(story, "cases.request_hearing")
    clock.advance(timedelta(days=30))
    done(story, "cases.resume_case", who="juzhang", reason="解释已经作出。")
    while story.proceeding.step != "hearing":
        if story.proceeding.step == "plea":
            done(story, "cases.answer_plea", is_accepted=False, answer="经复核，原拟处罚适当。")
            story.paper("D31")
            story.paper("D32")
        story.go()
    assert hearings(story.proceeding)[-1].requested_on < clock.today() - timedelta(days=29)


def test_the_partys_days_run_on(reached: Reached) -> None:
    story = suspended(reached, "plea")
    clock.advance(timedelta(days=20))
    assert "已超过听证申请期限" in refused(story, "cases.request_hearing")
    done(story, "cases.record_plea", text="请求从轻。")


def test_who_was_told_nothing_has_nothing_to_answer(reached: Reached) -> None:
    story = reached(stop="investigation", **LARGE)
    done(story, "cases.suspend_case", who="juzhang", **WHY)
    assert not [row for row in papers(story.proceeding) if row.purpose == "hearing_notice"]
    assert "告知书尚未送达当事人" in refused(story, "cases.record_plea", text="不服。")
    assert "听证告知书尚未送达" in refused(story, "cases.request_hearing")
