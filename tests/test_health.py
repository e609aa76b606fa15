"""`/healthz` misses the worker within about a minute, and does not while it has one long job in hand."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.test import Client

from sanzhi.kernel import clock, jobs

pytestmark = pytest.mark.django_db
GONE = "后台任务：没有在运行"
told: list[bool] = []
SECOND = timedelta(seconds=1)


@jobs.job("kernel.lasts")
def lasts(key: str) -> None:
    """Longer than the worker may be silent, twice in one look."""
    clock.advance(timedelta(minutes=3))
    told.append(is_missed())


@pytest.fixture(autouse=True)
def at(at_work: None) -> Iterator[None]:
    told.clear()
    yield


def is_missed() -> bool:
    return GONE in Client().get("/healthz").content.decode()


def test_a_silent_worker_is_missed_after_a_minute() -> None:
    assert is_missed()
    jobs.run_due()
    clock.advance(timedelta(seconds=60))
    assert not is_missed()
    clock.advance(timedelta(seconds=10))
    assert is_missed()
    jobs.run_due()
    assert not is_missed()


def test_one_long_job_is_no_silence_and_does_not_hold_up_the_beats() -> None:
    jobs.later("kernel.lasts", "first")
    jobs.later("kernel.lasts", "second")
    jobs.run_due()
    assert told == [False, False] and not is_missed()


def test_a_worker_that_died_at_its_job_is_missed_when_the_lease_is_over() -> None:
    jobs.run_due()
    jobs.later("kernel.lasts", "first")
    assert jobs._claim() is not None
    clock.advance(jobs.LEASE - SECOND)
    assert not is_missed()
    clock.advance(SECOND)
    assert is_missed()
