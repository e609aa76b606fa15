"""The demonstration never ends later than now: periodic work would wait for a clock that ran ahead."""

from datetime import datetime, timedelta

import pytest

from sanzhi.demo.management.commands.demo import Command
from sanzhi.kernel import clock


@pytest.mark.parametrize(("hour", "back"), [(2, True), (7, True), (8, False), (23, False)])
def test_the_story_ends_before_now(hour: int, back: bool) -> None:
    now = datetime(2026, 9, 10, hour, 30, tzinfo=clock.CHINA)
    with clock.moved(now):
        ends = Command()._until("")
    assert ends <= now and (now.date() - ends.date() == timedelta(days=1)) is back
