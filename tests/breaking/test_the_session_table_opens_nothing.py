"""Sessions stand in the database under the very key that the browser sends: who reads the file is whoever is signed in."""

from collections.abc import Callable

from django.contrib.sessions.models import Session
from django.test import Client

from sanzhi.demo.story import Story
from tests.stories import desk


def test_what_stands_in_the_database_opens_nothing(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    desk(story, "juzhang").get("/office/")
    thief = Client()
    thief.cookies["sessionid"] = Session.objects.get().session_key
    assert thief.get("/office/").status_code != 200
