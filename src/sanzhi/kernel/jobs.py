"""Jobs in the database: put there by the command's own transaction, run by the worker after the commit.

A job must be safe to run twice: if we stop after its work and before it is marked done, it runs again.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from sanzhi.kernel import clock
from sanzhi.kernel.commands import open_command
from sanzhi.kernel.errors import Refused, Undelivered
from sanzhi.kernel.models import Beat, Job

LEASE = timedelta(minutes=10)
ATTEMPTS = 8
LONGEST_PAUSE = timedelta(seconds=2**ATTEMPTS)  # between two attempts

log = logging.getLogger("sanzhi.jobs")
_jobs: dict[str, Callable[[str], None]] = {}
_beats: dict[str, "Periodic"] = {}


@dataclass(frozen=True)
class Periodic:
    name: str
    every: timedelta
    run: Callable[[], None]


def job(name: str) -> Callable[[Callable[[str], None]], Callable[[str], None]]:
    """Make `function(key)` the work behind `later(name, key)`."""

    def register(function: Callable[[str], None]) -> Callable[[str], None]:
        _jobs[name] = function
        return function

    return register


def periodic(name: str, *, every: timedelta) -> Callable[[Callable[[], None]], Callable[[], None]]:
    def register(function: Callable[[], None]) -> Callable[[], None]:
        _beats[name] = Periodic(name, every, function)
        return function

    return register


def periods() -> dict[str, timedelta]:
    """How often each periodic job is due."""
    return {beat.name: beat.every for beat in _beats.values()}


def later(name: str, key: str, *, at: datetime | None = None) -> None:
    """Write the job row in the running transaction; a job that already waits under this key is enough."""
    if not Job.objects.filter(name=name, key=key, done_at=None, given_up_at=None).exists():
        job = Job.objects.create(name=name, key=key, due_at=at or clock.now())
        if (current := open_command()) is not None:
            current.work.touched[(Job._meta.label_lower, job.pk)] = (
                None  # sealed: it cannot be taken away unseen
            )


def run_due() -> int:
    """Run everything that is due now; returns how many jobs ran. The worker's whole loop is this call.

    Periodic work does not wait for the end of a long queue.
    """
    ran = _run_beats()
    while (claimed := _claim()) is not None:
        _run(claimed)
        ran += 1 + _run_beats()
    return ran


def is_busy() -> bool:
    """Whether a worker has one job in hand, and not for longer than any may take."""
    moment = clock.now()
    leased = Job.objects.filter(leased_until__gt=moment, leased_until__lte=moment + LEASE)
    return leased.filter(done_at=None, given_up_at=None).exists()


def _claim() -> Job | None:
    moment = clock.now()
    with transaction.atomic():
        is_due = Q(due_at__lte=moment) | Q(attempts__gt=0, due_at__gt=moment + LONGEST_PAUSE)
        waiting = Job.objects.select_for_update().filter(is_due, done_at=None, given_up_at=None)
        # a lease that ran out belongs to a worker that died: the job is taken again; one that lasts longer than
        # any was given by a clock that ran ahead
        held = waiting.filter(leased_until__gt=moment, leased_until__lte=moment + LEASE)
        candidates = waiting.exclude(pk__in=held).order_by("due_at", "pk")
        # what was put into the table by hand is left lying: `manage.py verify` names it
        free = next((row for row in candidates.iterator() if row.is_ours), None)
        if free is not None:
            free.leased_until = moment + LEASE
            free.attempts += 1
            free.save()
        return free


def _run(claimed: Job) -> None:
    try:
        _jobs[claimed.name](claimed.key)
    except Undelivered as failure:
        _retry(claimed, failure.reason, permanent=failure.permanent)
    except Refused as refusal:
        _retry(claimed, str(refusal), permanent=True)
    except Exception as bug:
        log.exception("job %s %s failed", claimed.name, claimed.key)
        _retry(claimed, f"{type(bug).__name__}", permanent=False)
    else:
        claimed.done_at = clock.now()
        claimed.save()


def _retry(claimed: Job, reason: str, *, permanent: bool) -> None:
    claimed.last_error = reason
    claimed.leased_until = None
    if permanent or claimed.attempts >= ATTEMPTS:
        claimed.given_up_at = clock.now()
    else:
        claimed.due_at = clock.now() + timedelta(seconds=2**claimed.attempts)
    claimed.save()


def _waits(beat: Periodic, next_at: datetime | None, *, moment: datetime) -> bool:
    """Further ahead than one beat it stands only if the clock ran ahead and came back: then it is due."""
    return next_at is not None and moment < next_at <= moment + beat.every


def _run_beats() -> int:
    """Asked between any two jobs: who is not due costs no transaction."""
    ran, standing = 0, dict(Beat.objects.values_list("name", "next_at"))
    for beat in _beats.values():
        moment = clock.now()
        if _waits(beat, standing.get(beat.name), moment=moment):
            continue
        with transaction.atomic():
            row, _ = Beat.objects.select_for_update().get_or_create(
                name=beat.name, defaults={"next_at": moment}
            )
            if _waits(beat, row.next_at, moment=moment):
                continue
            row.next_at = moment + beat.every
            row.save()
        try:
            beat.run()
            ran += 1
        except Exception:
            log.exception("periodic job %s failed", beat.name)
    return ran
