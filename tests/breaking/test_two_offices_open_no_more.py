"""The clerk of disclosure reads no films, unless he holds any other office as well: the exception compares the whole set."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel.errors import NotVisible
from sanzhi.recordings.models import Recording
from sanzhi.recordings.queries import visible_recording
from tests.stories import appointed


def test_two_offices_open_no_film_that_neither_opens(reached: Callable[..., Story]) -> None:
    story = reached(stop="closure")
    film = Recording.objects.filter(subject=f"cases.case:{story.case_id}").first()
    assert film is not None
    unit = story.bureau.officers["gongshi"].unit_id
    person = {"username": "liangzhi", "name": "两职者", "password": "zhengque-Ma-Dianchi-26"}
    roles = ["disclosure_clerk", "archivist"]  # the case is not closed: the archivist reads nothing of it
    story.bureau.officers["liangzhi"] = appointed(story, unit=unit, roles=roles, **person)
    with pytest.raises(NotVisible):
        visible_recording(story.bureau.actor("gongshi"), film.pk)
    with pytest.raises(NotVisible):
        visible_recording(story.bureau.actor("liangzhi"), film.pk)
