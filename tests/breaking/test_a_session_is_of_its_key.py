"""What a session holds is signed for its key: copied under another key in the database, it signs nobody in."""

import hashlib
from collections.abc import Callable

from django.contrib.sessions.models import Session
from django.test import Client

from sanzhi.demo.story import Story
from tests.stories import desk

Reached = Callable[..., Story]


def test_a_copied_session_signs_nobody_in(reached: Reached) -> None:
    story = reached(stop="lead")
    assert desk(story, "juzhang").get("/office/").status_code == 200
    row = Session.objects.get()
    own = "x" * 32
    row.session_key = hashlib.sha256(own.encode()).hexdigest()[:40]
    row.save(force_insert=True)
    client = Client()
    client.cookies["sessionid"] = own
    assert client.get("/office/").status_code == 302
