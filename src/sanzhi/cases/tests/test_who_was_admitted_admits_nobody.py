"""Who was admitted to read for a while, and leads another squad, acts as this case's leader: he admits others and assigns his own."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.errors import NotVisible, Refused
from tests.stories import admitted, done


def test_who_was_admitted_admits_nobody_for_longer(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    admitted(story, "duizhang2")  # for thirty days
    friend = story.bureau.officers["zhifa3"].pk
    with pytest.raises((Refused, NotVisible)):
        done(
            story,
            "cases.admit_officer",
            who="duizhang2",
            officer=friend,
            reason="一起看看。",
            until=clock.today() + timedelta(days=90),
        )


def test_who_was_admitted_assigns_nobody(reached: Callable[..., Story]) -> None:
    """Whoever was ever assigned reads the case for ever."""
    story = reached(stop="notice")
    admitted(story, "duizhang2")
    own = [story.bureau.officers[name].pk for name in ("zhifa3", "zhifa4")]
    with pytest.raises((Refused, NotVisible)):
        done(story, "cases.assign_officers", who="duizhang2", officers=own)
