"""The evidence tab offers to add evidence to who ever may; where the step refuses it, grey and with the reason."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from tests.stories import desk, done, refused, told

Reached = Callable[..., Story]
FOUND = {"kind": "record", "name": "现场照片说明", "proves": "违法事实"}


def tab(story: Story, who: str) -> str:
    return desk(story, who).get(f"/office/cases/{story.case_id}/evidence/").content.decode()


@pytest.mark.parametrize("who", ["juzhang", "fazhi", "jiandu"])
def test_who_never_adds_evidence_is_offered_nothing(reached: Reached, who: str) -> None:
    story = reached(stop="investigation")
    assert "登记证据" not in tab(story, who)
    assert "登记证据" in tab(story, "zhifa1")


def test_where_the_step_takes_it_nothing_is_grey(reached: Reached) -> None:
    story = reached(stop="investigation")
    assert told(tab(story, "zhifa1"), "登记证据") and "aria-disabled" not in tab(story, "zhifa1")
    done(story, "cases.add_evidence", **FOUND)


def test_where_the_step_refuses_it_stands_grey_with_the_reason(reached: Reached) -> None:
    story = reached(stop="filing")
    said = refused(story, "cases.add_evidence", **FOUND)
    shown = tab(story, "zhifa1")
    assert told(shown, "登记证据", 'aria-disabled="true"', "此时不能这样办理") and "此时不能这样办理" in said
