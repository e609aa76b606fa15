"""Runs the hostile clerk: two processes found the same world, take the roads one by one, and bring their reports home."""

import gc
import multiprocessing
import pickle
import random
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from tests.lawful.clerk.report import BendName, Brought, Crash, Report, Stuck

if TYPE_CHECKING:
    from tests.lawful.clerk.roads import Road
    from tests.lawful.clerk.walk import Walker


ENOUGH = 50  # successes of each act: on the roads of rarer ones more pairs are walked
NEAR = 10  # acts before it: a long way is seldom walked to its end


@dataclass(frozen=True)
class Plan:
    """How far to walk: `steps`, at most `seconds` once the roads are built. `exhausts`: all single bends first, however many steps they take.

    `only`: the roads that are walked; what others come through before them is not bent on them again.
    """

    steps: int
    seconds: float
    workers: int = 2
    exhausts: bool = True
    only: tuple[str, ...] = ()


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
    ends: int = 0
    stuck: dict[str, Stuck] = field(default_factory=dict)
    complete: bool = True

    def take(self, report: Report) -> None:
        """Add what one worker brought."""
        self.steps, self.singles = self.steps + report.steps, self.singles + report.singles
        self.pairs += report.pairs
        self.successes += report.successes
        self.own |= report.own
        self.crashes |= report.crashes
        self.complete = self.complete and report.complete
        self.ends += report.ends
        self.stuck |= report.stuck
        self.refused |= report.refused
        self.broken |= report.broken
        for number, row in report.caught.items():
            standing = self.caught.get(number)
            if standing is None or len(row.acts) < len(standing.acts):
                self.caught[number] = row


def prepared(names: Sequence[str] = ()) -> "tuple[Walker, list[Road]]":
    """A founded world in this process, a walker in it, and the roads named (all of them without names)."""
    walker = _walker()
    from tests.lawful.clerk import roads  # noqa: PLC0415 - Django is set up now

    return walker, [roads.recorded(walker.world, name, start=walker.start) for name in names or roads.plans()]


def _walker() -> "Walker":
    from tests.lawful.clerk import world as worlds  # noqa: PLC0415 - Django is set up here

    worlds.begin()
    world = worlds.found()
    start = world.keep()
    from tests.lawful.adapter import surroundings  # noqa: PLC0415
    from tests.lawful.clerk.walk import Walker  # noqa: PLC0415

    authorities = (world.bureau.authority.pk, world.second.authority.pk)
    rosters = {pk: surroundings.roster_of(pk) for pk in authorities}
    return Walker(world, start, rosters=rosters, days=surroundings.days())


@dataclass(frozen=True)
class Errand:
    """What a process does next with one road: `how` is the name of what a Sweep does, `since` the act where pairs begin."""

    road: str
    how: str
    until: float
    turn: int = 0
    steps: int = 0
    since: int = 0


@dataclass(frozen=True)
class Recorded:
    """A road as it travels, with the acts on it by procedure."""

    name: str
    packed: bytes
    acts: tuple[tuple[str, str], ...]


class Process:
    """One of the processes: founded once, it runs errands. The roads come to it as bytes: only here Django is set up."""

    walker: "Walker"
    roads: "list[Road]"
    packed = b""

    @classmethod
    def begin(cls) -> None:
        cls.walker = _walker()
        gc.freeze()
        gc.set_threshold(
            100_000, 50, 50
        )  # a walk leaves few cycles behind, and looking for them costs a tenth

    @classmethod
    def names(cls, _: None) -> list[str]:
        from tests.lawful.clerk import roads  # noqa: PLC0415 - Django is set up now

        return list(roads.plans())

    @classmethod
    def record(cls, name: str) -> Recorded:
        from tests.lawful.clerk import roads  # noqa: PLC0415 - Django is set up now
        from tests.lawful.clerk.sweep import acts_of  # noqa: PLC0415

        road = roads.recorded(cls.walker.world, name, start=cls.walker.start)
        return Recorded(name, pickle.dumps(road), tuple(acts_of(road)))

    @classmethod
    def run(cls, packed: list[bytes], errand: Errand) -> Report:
        try:
            return cls._run(packed, errand)
        except Exception:  # noqa: BLE001 - the edge of the process: not every error can travel home
            raise RuntimeError(traceback.format_exc()) from None

    @classmethod
    def _run(cls, packed: list[bytes], errand: Errand) -> Report:
        from tests.lawful.clerk.sweep import Sweep  # noqa: PLC0415 - Django is set up now

        if not hasattr(cls, "roads"):
            cls.roads = [pickle.loads(row) for row in packed]
        return Sweep(cls.walker, cls.roads, errand=errand).report()


def run(plan: Plan) -> Result:
    """Walk as far as the plan says, in `plan.workers` processes of their own; each takes the next road that waits."""
    begun = time.monotonic()
    result = Result()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(plan.workers, mp_context=context, initializer=Process.begin) as pool:
        roads = list(pool.map(Process.record, pool.submit(Process.names, None).result()))
        until = time.monotonic() + plan.seconds  # not of the time in which the roads are built
        work = partial(Process.run, [road.packed for road in roads])
        roads = [road for road in roads if not plan.only or road.name in plan.only]
        spare = max(plan.steps - sum(len(road.acts) for road in roads), 0) // len(roads)
        how = "singles" if plan.exhausts else "sample"
        for report in pool.map(work, [Errand(road.name, how, until, steps=spare) for road in roads]):
            result.take(report)
        turn = 0
        while (
            plan.exhausts
            and time.monotonic() < until
            and (lot := _drawn(roads, plan, result=result, turn=turn))
        ):
            errands = [Errand(name, "pairs", until, turn, since=since) for name, since in lot]
            for report in pool.map(work, errands):
                result.take(report)
            turn += 1
    result.seconds = time.monotonic() - begun
    return result


def _drawn(roads: list[Recorded], plan: Plan, *, result: Result, turn: int) -> list[tuple[str, int]]:
    """On which roads pairs are walked next, and from which act on: before the rarest act that is not common enough;
    anywhere, for more steps."""
    every = {act for road in roads for act in road.acts}
    rarest = min(every, key=lambda act: (result.successes[act], act))
    lot = random.Random(turn)
    if result.successes[rarest] < ENOUGH:
        having = [road for road in roads if rarest in road.acts]
        drawn = lot.choices(having, k=plan.workers)
        return [(road.name, max(road.acts.index(rarest) - NEAR, 0)) for road in drawn]
    if result.steps < plan.steps:
        return [(road.name, 0) for road in lot.choices(roads, k=plan.workers)]
    return []


def entered(share: list[Brought | Crash]) -> list[dict[str, str]]:
    """Replays of these, made short and written, in this process; their rows for the ledger."""
    walker, roads = prepared()
    from tests.lawful.clerk import known  # noqa: PLC0415 - Django is set up now

    by_name = {road.name: road for road in roads}
    return [known.entered(walker, by_name, found=row) for row in share]
