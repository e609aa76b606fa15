"""Runs the hostile clerk: two processes found the same world, share the positions, and bring their reports home."""

import gc
import multiprocessing
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from tests.lawful.clerk.report import BendName, Brought, Crash, Report

if TYPE_CHECKING:
    from tests.lawful.clerk.roads import Road
    from tests.lawful.clerk.walk import Walker


@dataclass(frozen=True)
class Plan:
    """How far to walk: `steps`, at most `seconds`. `exhausts`: all single bends first, however many steps they take."""

    steps: int
    seconds: float
    workers: int = 2
    exhausts: bool = True


@dataclass
class Result:
    """What all workers together have seen."""

    steps: int = 0
    singles: int = 0
    pairs: int = 0
    seconds: float = 0
    successes: Counter[tuple[str, str]] = field(default_factory=Counter)
    caught: dict[str, Brought] = field(default_factory=dict)
    own: dict[str, list[str]] = field(default_factory=dict)
    crashes: dict[str, Crash] = field(default_factory=dict)
    refused: dict[BendName, dict[str, int]] = field(default_factory=dict)
    broken: dict[BendName, frozenset[str]] = field(default_factory=dict)
    complete: bool = True

    def take(self, report: Report) -> None:
        """Add what one worker brought."""
        self.steps, self.singles = self.steps + report.steps, self.singles + report.singles
        self.pairs += report.pairs
        self.successes += report.successes
        self.own |= report.own
        self.crashes |= report.crashes
        self.complete = self.complete and report.complete
        self.refused |= report.refused
        self.broken |= report.broken
        for number, row in report.caught.items():
            standing = self.caught.get(number)
            if standing is None or len(row.acts) < len(standing.acts):
                self.caught[number] = row


def prepared(
    names: Sequence[str] = (), *, share: tuple[int, int] | None = None
) -> "tuple[Walker, list[Road]]":
    """A founded world in this process, a walker in it, and the roads named (all of them without names).

    `share` (n, m): of these the n-th and every m-th after it.
    """
    from tests.lawful.clerk import world as worlds  # noqa: PLC0415 - Django is set up here

    worlds.begin()
    world = worlds.found()
    start = world.keep()
    from tests.lawful.adapter import surroundings  # noqa: PLC0415
    from tests.lawful.clerk import roads  # noqa: PLC0415
    from tests.lawful.clerk.walk import Walker  # noqa: PLC0415

    authorities = (world.bureau.authority.pk, world.second.authority.pk)
    rosters = {pk: surroundings.roster_of(pk) for pk in authorities}
    walker = Walker(world, start, rosters=rosters, days=surroundings.days())
    wanted = list(names or roads.plans())
    if share is not None:
        wanted = wanted[share[0] :: share[1]]
    return walker, [roads.recorded(world, name, start=start) for name in wanted]


def _work(plan: Plan, worker: int) -> Report:
    until = time.monotonic() + plan.seconds
    walker, roads = prepared(share=None if plan.exhausts else (worker, plan.workers))
    from tests.lawful.clerk.sweep import Sweep  # noqa: PLC0415 - Django is set up now

    gc.freeze()
    gc.set_threshold(100_000, 50, 50)  # a walk leaves few cycles behind, and looking for them costs a tenth
    sweep = Sweep(walker, roads, worker=worker, workers=plan.workers)
    walk = sweep.exhaust if plan.exhausts else sweep.sample
    return walk(steps=-(-plan.steps // plan.workers), until=until)


def _reported(plan: Plan, worker: int) -> Report:
    try:
        return _work(plan, worker)
    except Exception:  # noqa: BLE001 - the edge of the process: not every error can travel home
        raise RuntimeError(traceback.format_exc()) from None


def run(plan: Plan) -> Result:
    """Walk as far as the plan says, in `plan.workers` processes of their own."""
    begun = time.monotonic()
    with ProcessPoolExecutor(plan.workers, mp_context=multiprocessing.get_context("spawn")) as pool:
        reports = list(pool.map(partial(_reported, plan), range(plan.workers)))
    result = Result()
    for report in reports:
        result.take(report)
    result.seconds = time.monotonic() - begun
    return result


def entered(share: list[Brought | Crash]) -> list[dict[str, str]]:
    """Replays of these, made short and written, in this process; their rows for the ledger."""
    walker, roads = prepared()
    from tests.lawful.clerk import known  # noqa: PLC0415 - Django is set up now

    by_name = {road.name: road for road in roads}
    return [known.entered(walker, by_name, found=row) for row in share]
