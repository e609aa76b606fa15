"""Builds the demonstration: all stories run together in the order of their days, the clock moving over them."""

import heapq
import random
from collections.abc import Callable, Iterator
from datetime import datetime, time, timedelta

from sanzhi.demo import laws, lists, others
from sanzhi.demo.applied import applications
from sanzhi.demo.cast import Bureau, found_bureau
from sanzhi.demo.licences import LicenceStory
from sanzhi.demo.publishing import publish_release
from sanzhi.demo.scenario import openings
from sanzhi.demo.story import Story
from sanzhi.disclosure.models import Release, State
from sanzhi.kernel import clock, jobs, randomness
from sanzhi.kernel.clock import CHINA
from sanzhi.law.days import Calendar
from sanzhi.organisation.queries import calendar

SEED = 20190419
CASES = 120
OTHERS = 10_000  # the numbers of stories of other kinds, behind those of the penalties
FIRST_LICENCE = 20_000  # behind the numbers of all cases


def build_demo(
    until: datetime, *, seed: int = SEED, cases: int = CASES, say: Callable[[str], None]
) -> Bureau:
    """Everything up to `until`, by commands only. The same seed and day give the same bureau."""
    source = random.Random(seed)
    with randomness.seeded(seed), clock.moved(until - timedelta(days=425)):
        bureau = found_bureau(until=until.date())
        say("机构、人员、清单已就绪")
        _run(bureau, source, until=until, cases=cases, say=say)
    return bureau


def _run(
    bureau: Bureau, source: random.Random, *, until: datetime, cases: int, say: Callable[[str], None]
) -> None:
    days = calendar()
    waiting: list[tuple[datetime, int, Iterator[int]]] = []
    for number, opening in enumerate(openings(source, until=until, cases=cases)):
        heapq.heappush(waiting, (_at_work(opening.at, days), number, Story(bureau, opening.plan).scenes()))
    for number, (at, plan) in enumerate(applications(SEED, until=until), start=FIRST_LICENCE):
        heapq.heappush(waiting, (_at_work(at, days), number, LicenceStory(bureau, plan).scenes()))
    begin = _at_work(until - timedelta(days=lists.DAYS_BEFORE), days)
    heapq.heappush(waiting, (begin, -1, lists.scenes(bureau)))
    if (entered := laws.begins(until)) is not None:
        heapq.heappush(waiting, (entered, -2, laws.scenes(bureau)))
    for number, (begun, scenes) in enumerate(others.stories(bureau, until=until), start=OTHERS):
        heapq.heappush(waiting, (_at_work(begun, days), number, scenes))
    last_published = datetime.min.replace(tzinfo=CHINA)
    done = 0
    while waiting:
        at, number, scenes = heapq.heappop(waiting)
        if at > until:
            continue
        with clock.moved(at):
            if at - last_published > timedelta(days=3):
                last_published = at
                publish_waiting(bureau)
            pause, ended = next(scenes, None), clock.now()
        if pause is None:
            done += 1
            if done % 50 == 0:
                say(f"已办理{done}件")
        else:
            minutes = 17 if number >= OTHERS else source.randrange(3, 50)
            later = max(at + timedelta(days=pause, minutes=minutes), ended)
            heapq.heappush(waiting, (_at_work(later, days), number, scenes))
    with clock.moved(until):
        publish_waiting(bureau)


def publish_waiting(bureau: Bureau) -> None:
    """Open releases of new decisions and publish those of some days ago; the newest stay on the desk."""
    jobs.run_due()
    ready = clock.today() - timedelta(days=6)
    waiting = Release.objects.filter(state=State.WAITING, opened_on__lte=ready).order_by("due_on", "id")
    for release in list(waiting):
        publish_release(bureau, release)


def _at_work(moment: datetime, days: Calendar) -> datetime:
    """The same moment, or the next working day's morning when it falls on a day off or into the night.

    No scene is played before nine, the hour at which hearings begin.
    """
    if moment.time() > time(17, 30):
        moment = datetime.combine(moment.date() + timedelta(days=1), time(9, 10), CHINA)
    working = days.next_working(moment.date())
    return moment if working == moment.date() else datetime.combine(working, time(9, 20), CHINA)
