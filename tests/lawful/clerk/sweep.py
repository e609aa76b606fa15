"""A worker's share of the walks: all single bends at all positions, then sampled pairs, until steps or time are up."""

import random
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from typing import Any

from tests.lawful.clerk.acts import Act
from tests.lawful.clerk.bends import PAPER_WORK, Bend, again, bends_at, pushed_in
from tests.lawful.clerk.replays import plain, symbolic
from tests.lawful.clerk.report import Brought, Report
from tests.lawful.clerk.roads import Road
from tests.lawful.clerk.telling import short_story
from tests.lawful.clerk.walk import Caught, Walker
from tests.lawful.clerk.world import printing

PRINTED = 100  # one walk in so many has real papers
ROUNDS = 3  # each goes over all roads: where the time ends early, every road has been bent
NOISE = 0.05  # of the pairs
DECISIVE = {"propose_penalty", "penalise_on_the_spot"}  # where each cause has limits of its own


@dataclass(frozen=True)
class Position:
    """Act number `at` of a road, and what is tried there.

    `is_first`: no earlier road has come through the same two acts; `is_new_course`: nor on the same course, where
    another proposal or another plea leads elsewhere.
    """

    road: Road
    at: int
    is_first: bool = True
    is_new_course: bool = True

    def bends(self) -> Iterator[tuple[int, Bend]]:
        """Each with its number among all bends here, whatever earlier roads have shown."""
        own = list(bends_at(self.road, self.at))
        pushed = list(pushed_in(self.road, self.at)) if self._is_station() else []
        last = [again(self.road)] if self.at == len(self.road.acts) - 1 else []
        for number, bend in enumerate([*own, *last, *pushed]):
            if self.is_first or (self.is_new_course and bend.kind in {"repropose", "plea"}):
                yield number, bend

    def bend(self, number: int) -> Bend:
        return dict(self.bends())[number]

    def _is_station(self) -> bool:
        """Where somebody may push in: at the beginning of each step, and before an act that is no paper work.

        Not between two acts of one sort: three pieces of evidence are one place.
        """
        before = self.road.acts[self.at - 1].verb if self.at else ""
        here = self.road.acts[self.at].verb
        return before == "complete_step" or (here not in PAPER_WORK and here != before)


def positions(roads: list[Road]) -> list[Position]:
    """Every position of every road, each place of a procedure once as the first."""
    seen: set[Any] = set()
    found = []
    for road in roads:
        for at, act in enumerate(road.acts):
            cause = road.cause if act.verb in DECISIVE else ""
            before = stem(road.acts[at - 1]) if at else ""
            place = (road.procedure, before, stem(act), act.who, shape(act), cause)
            station = (road.procedure, before, stem(act), course(road))
            found.append(Position(road, at, place not in seen, station not in seen))
            seen |= {place, station}
    return found


def carried(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """The acts in plain values, which travel between processes."""
    return tuple(replace(act, order=symbolic(plain(act.order))) for act in acts)


def course(road: Road) -> frozenset[str]:
    """Whether the road goes through a notice of a hearing, a review: another proposal leads elsewhere on each."""
    return frozenset(
        stem(act) for act in road.acts if stem(act) in {"write_document:D30", "submit_for_review"}
    )


def stem(act: Act) -> str:
    """The act's name without its number among those of the same name."""
    return act.key.partition("#")[0]


def shape(act: Act) -> frozenset[str]:
    """Which fields an order fills, and what it chooses: two acts of one shape differ in words and sums alone."""
    said = {name for name, value in act.order.items() if value}
    return frozenset(said | {str(value) for value in act.order.values() if isinstance(value, Enum)})


class Sweep:
    """One of `workers` workers, each with a share of the positions or of the roads; nobody goes on past `until`."""

    def __init__(self, walker: Walker, roads: list[Road], *, worker: int, workers: int) -> None:
        self.walker, self.roads = walker, roads
        self.worker, self.workers = worker, workers
        self.report = Report()
        self.source = random.Random(20260901 + worker)

    def exhaust(self, *, steps: int, until: float) -> Report:
        """All single bends at all positions of this worker's share; then pairs, until `steps` are done."""
        self.report.complete = self._singles(until)
        while self.walker.tally.steps < steps and time.monotonic() < until:
            self._pairs(until)
        return self._done()

    def sample(self, *, steps: int, until: float) -> Report:
        """Each road as it is, then single bends of it drawn by lot, `steps` in all."""
        for share, road in enumerate(self.roads, start=1):
            self._begin(road)
            while self.walker.tally.steps < steps * share // len(self.roads) and time.monotonic() < until:
                row = Position(road, self.source.randrange(len(road.acts)))
                number, bend = self.source.choice(list(row.bends()))
                self._walk(road, number, bend=bend)
        return self._done()

    def _done(self) -> Report:
        tally = self.walker.tally
        self.report.steps, self.report.successes = tally.steps, tally.successes
        self.report.crashes = {
            name: replace(crash, acts=carried(crash.acts)) for name, crash in tally.crashes.items()
        }
        return self.report

    def _singles(self, until: float) -> bool:
        every = positions(self.roads)
        for turn in range(ROUNDS):
            for road in self.roads:
                own = [row for row in every if row.road is road][self.worker :: self.workers]
                mine = [(number, bend) for row in own for number, bend in row.bends()][turn::ROUNDS]
                self._begin(road)
                for number, bend in mine:
                    if time.monotonic() > until:
                        return False
                    self._walk(road, number, bend=bend)
        return True

    def _begin(self, road: Road) -> None:
        for row in self.walker.walk_lawfully(road):
            self._keep(row)
        self.report.own[road.name] = sorted(self.walker.usual)

    def _walk(self, road: Road, number: int, *, bend: Bend) -> None:
        self.report.singles += 1
        with printing() if self.report.singles % PRINTED == 0 else nullcontext():
            found = self.walker.walk_bent(road, bend)
        name = road.name, bend.at, number
        if self.walker.refused_by:
            self.report.refused[name] = self.walker.refused_by
        if found:
            self.report.broken[name] = frozenset(row.breach.rule.number for row in found)
        for row in found:
            self._keep(row)

    def _keep(self, row: Caught) -> None:
        rule = row.breach.rule
        standing = self.report.caught.get(rule.number)
        if standing is None or len(row.acts) < len(standing.acts):
            self.report.caught[rule.number] = Brought(
                rule=rule.number,
                kind=rule.kind,
                article=rule.article,
                says=rule.says,
                what=row.breach.what,
                road=row.road,
                bends=tuple(bend.kind for bend in row.bends),
                acts=carried(row.acts),
                story=short_story(row.case, row.breach),
            )

    def _noise(self, at: int) -> Bend:
        """Any act of any road, pushed in."""
        act = self.source.choice(self.source.choice(self.roads).acts)
        return Bend("noise", at, (replace(act, key=f"{act.key}+", wait=timedelta(0)),), replaces=0)

    def _pairs(self, until: float, count: int = 200) -> None:
        """`count` pairs of bends of one road, at two positions, drawn by lot."""
        road = self.source.choice(self.roads)
        self._begin(road)
        for _ in range(count):
            if time.monotonic() > until:
                return
            places = sorted(self.source.sample(range(len(road.acts)), 2))
            if self.source.random() < NOISE:
                drawn = [self._noise(at) for at in places]
            else:
                drawn = [self.source.choice(list(Position(road, at).bends()))[1] for at in places]
            for row in self.walker.walk_bent(road, *drawn):
                self._keep(row)
            self.report.pairs += 1
