"""A clock that jumps is noticed, and what is done by the hour waits until it is right again or a person says so."""

from datetime import datetime, timedelta

import pytest

from sanzhi.kernel import clock, clock_watch
from sanzhi.kernel.clock_watch import Watcher
from sanzhi.kernel.models import ClockWatch

pytestmark = pytest.mark.django_db
START = datetime(2026, 3, 2, 9, tzinfo=clock.CHINA)
AHEAD = timedelta(days=400)


def looks(
    watcher: Watcher, *, after: timedelta, wrong: timedelta = timedelta(0), entry: datetime | None = None
) -> bool:
    """The steady clock shows `after`; the machine's own is `wrong` by so much."""
    with clock.moved(START + after + wrong):
        return watcher.believes(last_entry=entry, steady=after.total_seconds())


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def test_a_clock_that_runs_is_believed() -> None:
    watcher = Watcher()
    assert all(looks(watcher, after=minutes(number)) for number in (0, 1, 2, 600))
    assert clock_watch.doubt() == "" and ClockWatch.objects.get().seen_at == START + minutes(600)


@pytest.mark.parametrize("jump", [AHEAD, timedelta(hours=3), -timedelta(hours=3), -AHEAD])
def test_a_jump_is_noticed_and_passes_with_the_clock(jump: timedelta) -> None:
    watcher = Watcher()
    assert looks(watcher, after=minutes(0))
    assert not looks(watcher, after=minutes(1), wrong=jump)
    assert not looks(watcher, after=minutes(9), wrong=jump)
    assert "到期自动办理的事项已暂停" in clock_watch.doubt()
    assert looks(watcher, after=minutes(10)) and clock_watch.doubt() == ""


@pytest.mark.parametrize("jump", [AHEAD, -AHEAD])
def test_a_new_start_does_not_forget_the_doubt(jump: timedelta) -> None:
    watcher = Watcher()
    looks(watcher, after=minutes(0))
    looks(watcher, after=minutes(1), wrong=jump)
    assert not looks(Watcher(), after=minutes(2), wrong=jump)
    assert looks(Watcher(), after=minutes(3))


def test_a_person_confirms() -> None:
    watcher = Watcher()
    looks(watcher, after=minutes(0))
    assert not looks(watcher, after=minutes(1), wrong=AHEAD)
    with clock.moved(START + minutes(2) + AHEAD):
        clock_watch.confirm()
    entry = START + minutes(2) + AHEAD
    assert looks(watcher, after=minutes(3), wrong=AHEAD, entry=entry) and clock_watch.doubt() == ""
    assert looks(watcher, after=minutes(4), wrong=AHEAD, entry=entry)


def test_before_the_newest_entry_it_cannot_be() -> None:
    """Entries were made while the clock ran ahead: until somebody has looked, nothing is done by the hour."""
    watcher, entry = Watcher(), START + AHEAD
    assert not looks(watcher, after=minutes(0), entry=entry)
    assert not looks(watcher, after=minutes(1), entry=entry)


def test_a_holiday_is_no_jump_and_a_month_is_asked() -> None:
    looks(Watcher(), after=minutes(0))
    assert looks(Watcher(), after=timedelta(days=9))
    assert not looks(Watcher(), after=timedelta(days=40))
