"""A list is judged by somebody who had no part in it: also who has changed from the compiling office to the other."""

from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.catalogues import commands as catalogues
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.demo.story import Story
from tests.stories import done, in_offices, refused

Reached = Callable[..., Story]


def started(story: Story, **_: Any) -> None:
    """Began it."""


def written(story: Story, *, edition: int, who: str) -> None:
    """Wrote a row."""
    content = Edition.objects.get(pk=edition).rows.get(code="C04").content
    row = {"code": "C04", "values": content | {"title": "擅自在人行道上设置售货亭"}}
    done(story, "catalogues.save_row", who=who, edition=edition, **row)


def sent_in(story: Story, *, edition: int, who: str) -> None:
    done(story, "catalogues.submit_edition", who=who, edition=edition)


@pytest.mark.parametrize("part", [started, written, sent_in])
def test_who_had_a_part_in_a_list_does_not_judge_it(reached: Reached, part: Callable[..., None]) -> None:
    story = reached(stop="lead")
    began = "fazhi2" if part is started else "fazhi"
    edition = catalogues.start_edition(
        story.bureau.actor(began),
        catalogues.StartEdition(authority=story.bureau.authority.code, kind=Kind.POWERS, key=""),
    ).pk
    part(story, edition=edition, who="fazhi2")
    if part is not sent_in:
        done(story, "catalogues.submit_edition", who="fazhi", edition=edition)
    in_offices(story, "fazhi2", "supervisor")
    own = "您编制或者报送过"
    assert own in refused(story, "catalogues.approve_edition", who="fazhi2", edition=edition)
    assert own in refused(
        story, "catalogues.return_edition", who="fazhi2", edition=edition, remarks="再看看。"
    )
    said = refused(story, "catalogues.remark_row", who="fazhi2", edition=edition, code="C04", text="请核对。")
    assert own in said and "国办发〔2018〕118号" in said
    done(story, "catalogues.return_edition", who="jiandu", edition=edition, remarks="请核对。")
    done(story, "catalogues.submit_edition", who="fazhi", edition=edition)
    assert done(story, "catalogues.approve_edition", who="jiandu", edition=edition).status == "approved"
