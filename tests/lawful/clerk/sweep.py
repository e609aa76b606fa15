"""What is walked of a road: all single bends at all its positions, pairs of them, or a sample."""

import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum
from typing import Any

from tests.lawful.clerk.acts import Act
from tests.lawful.clerk.bends import PAPER_WORK, Bend, again, bends_at, pushed_in
from tests.lawful.clerk.ending import can_end, steps_of
from tests.lawful.clerk.near import offered
from tests.lawful.clerk.replays import plain, symbolic
from tests.lawful.clerk.report import Brought, Report, Stuck
from tests.lawful.clerk.roads import Road
from tests.lawful.clerk.run import ENOUGH, NEAR, Errand
from tests.lawful.clerk.telling import short_story
from tests.lawful.clerk.walk import Caught, Tally, Walker
from tests.lawful.clerk.world import printing

PRINTED = 300  # one walk in so many has real papers
ENDS = 40  # one in so many walks of what is no penalty is gone on with until all is closed
GOES_ON = 5  # of so many bends before the decision one is followed to the end of the road, the others to the decision
PAIRS = 60  # at a time
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
            procedure = road.procedure(at)
            place = (procedure, before, stem(act), act.who, shape(act), cause)
            station = (procedure, before, stem(act), course(road))
            found.append(Position(road, at, place not in seen, station not in seen))
            seen |= {place, station}
    return found


def acts_of(road: Road) -> list[tuple[str, str]]:
    """The acts on the road, each with the procedure in which it is done."""
    return [(road.procedure(at), act.verb) for at, act in enumerate(road.acts)]


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
    chosen = {
        str(value)
        for name, value in act.order.items()
        if isinstance(value, Enum) or value in offered(act.does, name)
    }
    return frozenset(said | chosen)


class Sweep:
    """What one process does with one road of `roads`, until the errand's time is up."""

    def __init__(self, walker: Walker, roads: list[Road], *, errand: Errand) -> None:
        self.walker, self.roads, self.errand = walker, roads, errand
        self.road = next(road for road in roads if road.name == errand.road)
        self.source = random.Random(f"{errand.road} {errand.how} {errand.turn}")
        self.brought = Report(complete=True)

    def report(self) -> Report:
        """Do it: `singles`, `pairs` or `sample`."""
        if self._is_over():
            return Report()
        self.walker.tally = tally = Tally()
        self._begin()
        getattr(self, self.errand.how)()
        self.brought.steps, self.brought.successes = tally.steps, tally.successes
        self.brought.crashes = {
            name: replace(crash, acts=carried(crash.acts)) for name, crash in tally.crashes.items()
        }
        return self.brought

    def singles(self) -> None:
        """Every bend at every position of the road."""
        own = [row for row in positions(self.roads) if row.road is self.road]
        every = [(number, bend) for row in own for number, bend in row.bends()]
        for n, (number, bend) in enumerate(every):
            if self._is_over():
                self.brought.complete = False
                return
            self._walk(number, bend=bend, goes_on=n % GOES_ON == 0)
        self._make_common()

    def _make_common(self) -> None:
        """Pairs, until each act of the road has had its share of ENOUGH successes among the roads that have it."""
        on_roads = Counter(act for road in self.roads for act in set(acts_of(road)))
        successes = self.walker.tally.successes
        for _ in range(PAIRS):
            here = acts_of(self.road)
            rare = [at for at, act in enumerate(here) if successes[act] < ENOUGH / on_roads[act]]
            if not rare or self._is_over():
                return
            self._pair(since=max(rare[-1] - NEAR, 0))

    def sample(self) -> None:
        """Bends of the road drawn by lot."""
        ends = self.walker.tally.steps + self.errand.steps
        while self.walker.tally.steps < ends and not self._is_over():
            row = Position(self.road, self.source.randrange(len(self.road.acts)))
            number, bend = self.source.choice(list(row.bends()))
            self._walk(number, bend=bend)

    def pairs(self) -> None:
        """Pairs of bends at two positions, drawn by lot."""
        for _ in range(PAIRS):
            if self._is_over():
                return
            self._pair(since=self.errand.since)

    def _pair(self, *, since: int) -> None:
        every = range(len(self.road.acts))
        places = sorted(self.source.sample(every[min(since, len(every) - 2) :], 2))
        if self.source.random() < NOISE:
            drawn = [self._noise(at) for at in places]
        else:
            drawn = [self.source.choice(list(Position(self.road, at).bends()))[1] for at in places]
        for row in self.walker.walk_bent(self.road, *drawn):
            self._keep(row)
        self.brought.pairs += 1
        self._look_for_an_end(*drawn)

    def _is_over(self) -> bool:
        return time.monotonic() > self.errand.until

    def _begin(self) -> None:
        for row in self.walker.walk_lawfully(self.road):
            self._keep(row)
        self.brought.own[self.road.name] = sorted(self.walker.usual)

    def _walk(self, number: int, *, bend: Bend, goes_on: bool = True) -> None:
        self.brought.singles += 1
        with printing() if self.brought.singles % PRINTED == 0 else nullcontext():
            found = self.walker.walk_bent(self.road, bend, goes_on=goes_on)
        name = self.road.name, bend.at, number
        if self.walker.refused_by:
            self.brought.refused[name] = self.walker.refused_by
        if found:
            self.brought.broken[name] = frozenset(row.breach.rule.number for row in found)
        for row in found:
            self._keep(row)
        self._look_for_an_end(bend)

    def _look_for_an_end(self, *bends: Bend) -> None:
        """From wherever the walk has come to."""
        if (
            self.road.procedure(0).startswith("penalty/")
            or (self.brought.singles + self.brought.pairs) % ENDS
        ):
            return
        way = tuple(self.walker.way)
        self.brought.ends += 1
        if not can_end(self.walker, self.road):
            name = f"{self.road.name} {'、'.join(f'{bend.kind}@{bend.at}' for bend in bends)}"
            self.brought.stuck[name] = Stuck(name, steps_of(self.walker), carried(way))

    def _keep(self, row: Caught) -> None:
        rule = row.breach.rule
        standing = self.brought.caught.get(rule.number)
        if standing is None or len(row.acts) < len(standing.acts):
            self.brought.caught[rule.number] = Brought(
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
