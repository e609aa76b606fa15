"""The clerk of disclosure reads no films, unless he holds any other office as well: the exception compares the whole set."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel.errors import NotVisible
from sanzhi.recordings.models import Recording
from sanzhi.recordings.queries import recent_recordings, visible_recording
from tests.stories import appointed, desk


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


def test_the_list_shows_no_film_that_would_not_open(reached: Callable[..., Story]) -> None:
    story = reached(stop="closure")
    film = Recording.objects.filter(subject=f"cases.case:{story.case_id}").first()
    assert film is not None and film in recent_recordings(story.bureau.actor("zhifa1"))
    assert not recent_recordings(story.bureau.actor("gongshi"))
    shown = {
        who: f"/office/recordings/{film.pk}/" in desk(story, who).get("/office/recordings/").content.decode()
        for who in ("zhifa1", "gongshi")
    }
    assert shown == {"zhifa1": True, "gongshi": False}
