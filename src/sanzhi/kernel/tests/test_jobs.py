"""Jobs: once per key while waiting, retried, given up, taken again after a lease ran out."""

from datetime import datetime, timedelta

import pytest

from sanzhi.kernel import clock, jobs
from sanzhi.kernel.errors import Undelivered
from sanzhi.kernel.models import Beat, Job

pytestmark = pytest.mark.django_db
seen: list[str] = []


@jobs.job("kernel.try_me")
def try_me(key: str) -> None:
    seen.append(key)
    if key == "down":
        raise Undelivered("线路断开")
    if key == "gone":
        raise Undelivered("地址不存在", permanent=True)


def test_a_key_waits_once_and_runs_once() -> None:
    seen.clear()
    jobs.later("kernel.try_me", "a")
    jobs.later("kernel.try_me", "a")
    jobs.run_due()
    jobs.run_due()
    assert seen.count("a") == 1


def test_failure_is_retried_later_and_finally_given_up() -> None:
    start = datetime(2026, 3, 2, 9, tzinfo=clock.CHINA)
    with clock.moved(start):
        jobs.later("kernel.try_me", "down")
        jobs.later("kernel.try_me", "gone")
        for _ in range(jobs.ATTEMPTS + 2):
            jobs.run_due()
            clock.advance(timedelta(hours=1))
    down, gone = Job.objects.get(key="down"), Job.objects.get(key="gone")
    assert (down.attempts, down.last_error) == (jobs.ATTEMPTS, "线路断开")
    assert down.given_up_at is not None
    assert gone.attempts == 1


beaten: list[str] = []


@jobs.periodic("kernel.beat_me", every=timedelta(hours=6))
def beat_me() -> None:
    beaten.append("beat")


def test_a_clock_that_came_back_leaves_nothing_in_another_year() -> None:
    """While it ran ahead a beat was put off, a job tried in vain and another claimed: all go on at once."""
    seen.clear()
    start = datetime(2026, 3, 2, 9, tzinfo=clock.CHINA)
    with clock.moved(start + timedelta(days=400)):
        jobs.later("kernel.try_me", "down")
        jobs.run_due()
    jobs.later("kernel.try_me", "held", at=start)
    held = Job.objects.get(key="held")
    held.leased_until, held.attempts = start + timedelta(days=400), 1
    held.save()
    with clock.moved(start):
        beaten.clear()
        seen.clear()
        jobs.run_due()
        assert beaten == ["beat"] and set(seen) == {"down", "held"}
        assert Beat.objects.get(name="kernel.beat_me").next_at == start + timedelta(hours=6)
        jobs.run_due()
        assert beaten == ["beat"]


def test_a_dead_workers_job_is_taken_again() -> None:
    seen.clear()
    start = datetime(2026, 3, 2, 9, tzinfo=clock.CHINA)
    with clock.moved(start):
        jobs.later("kernel.try_me", "b")
        left = Job.objects.get(key="b")
        left.leased_until, left.attempts = start + jobs.LEASE, 1
        left.save()
        jobs.run_due()
        assert "b" not in seen
        clock.advance(jobs.LEASE + timedelta(seconds=1))
        jobs.run_due()
    assert seen == ["b"]
