"""A worker's share of the walks: all single bends at all positions, then sampled pairs, until steps or time are up."""

import random
import time
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from itertools import chain

from tests.lawful.clerk.acts import Act
from tests.lawful.clerk.bends import PAPER_WORK, Bend, again, bends_at, pushed_in
from tests.lawful.clerk.replays import plain, symbolic
from tests.lawful.clerk.report import Brought, Report
from tests.lawful.clerk.roads import Road
from tests.lawful.clerk.telling import short_story
from tests.lawful.clerk.walk import Caught, Walker
from tests.lawful.clerk.world import printing

PRINTED = 100  # one walk in so many has real papers
NOISE = 0.05  # of the pairs
DECISIVE = {"propose_penalty", "penalise_on_the_spot"}  # where each cause has limits of its own


@dataclass(frozen=True)
class Position:
    """Act number `at` of a road; `is_first`: no earlier road has come through the same two acts."""

    road: Road
    at: int
    is_first: bool

    def bends(self) -> Iterator[Bend]:
        own = bends_at(self.road, self.at)
        intruding = pushed_in(self.road, self.at) if self._is_station() else ()
        return chain(own, intruding, [again(self.road)] if self.at == len(self.road.acts) - 1 else ())

    def _is_station(self) -> bool:
        """Where somebody may push in: at the beginning of each step, and before each act that is no paper work."""
        before = self.road.acts[self.at - 1].verb if self.at else ""
        return self.road.acts[self.at].verb not in PAPER_WORK or before == "complete_step"


def positions(roads: list[Road]) -> list[Position]:
    """Every position of every road, each place of a procedure once as the first."""
    seen, found = set(), []
    for road in roads:
        for at, act in enumerate(road.acts):
            cause = road.cause if act.verb in DECISIVE else ""
            place = (road.procedure, road.acts[at - 1].key if at else "", act.key, shape(act), cause)
            found.append(Position(road, at, place not in seen))
            seen.add(place)
    return found


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
        for number, road in enumerate(self.roads, start=1):
            self._begin(road)
            while self.walker.tally.steps < steps * number // len(self.roads) and time.monotonic() < until:
                row = Position(road, self.source.randrange(len(road.acts)), is_first=True)
                drawn = self.source.choice(list(enumerate(row.bends())))
                self._walk(road, drawn[0], bend=drawn[1])
        return self._done()

    def _done(self) -> Report:
        tally = self.walker.tally
        self.report.steps, self.report.successes, self.report.crashes = (
            tally.steps,
            tally.successes,
            tally.crashes,
        )
        return self.report

    def _singles(self, until: float) -> bool:
        every = positions(self.roads)
        for road in self.roads:
            self._begin(road)
            mine = [row for row in every if row.road is road and row.is_first][self.worker :: self.workers]
            for row in mine:
                for number, bend in enumerate(row.bends()):
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
                acts=tuple(replace(act, order=symbolic(plain(act.order))) for act in row.acts),
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
                drawn = [self.source.choice(list(Position(road, at, is_first=True).bends())) for at in places]
            for row in self.walker.walk_bent(road, *drawn):
                self._keep(row)
            self.report.pairs += 1
