"""All single bends of a road: at each act, each typed change of it, and each act that may be pushed in before it.

A bend knows no recipe: it looks at the fields of the order (an amount, a day, an id, a flag, a choice, a text) and at
what has been made so far (papers, cases of others), and changes one thing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from tests.lawful.clerk.acts import OPEN_GATE, Act, Ref
from tests.lawful.clerk.intruders import intruders
from tests.lawful.clerk.near import orders_near
from tests.lawful.clerk.roads import Road
from tests.lawful.clerk.words import PEOPLE

WAITS = (-30, -7, -1, 1, 3, 7, 30, 80, 100)


@dataclass(frozen=True)
class Bend:
    """At act number `at` the road goes through `acts` instead; without `replaces` they come before it."""

    kind: str
    at: int
    acts: tuple[Act, ...]
    replaces: bool = True

    def applied(self, road: tuple[Act, ...]) -> tuple[Act, ...]:
        return (*road[: self.at], *self.acts, *road[self.at + self.replaces :])


def bends_at(road: Road, at: int) -> Iterator[Bend]:
    """Every single bend of the act number `at`: left out, done twice, by another, at another time, with other contents."""
    act = road.acts[at]
    yield Bend("skip", at, ())
    twice = replace(act, key=f"{act.key}+", wait=timedelta(0))
    yield Bend("repeat", at, (act, twice))
    for who in PEOPLE if act.does != OPEN_GATE else ():
        if who != act.who:
            yield Bend("person", at, (replace(act, who=who),))
            yield Bend("session", at, (act, replace(twice, who=who)))
    for days in WAITS:
        if act.wait + timedelta(days=days) >= timedelta(0):
            yield Bend("clock", at, (replace(act, wait=act.wait + timedelta(days=days)),))
    if act.wait >= timedelta(days=1):
        yield Bend("clock", at, (replace(act, wait=timedelta(0)),))
    for kind, order in orders_near(act):
        yield Bend(kind, at, (replace(act, order=order),))
    for paper in papers_made(road.acts[:at]) if isinstance(act.order.get("document"), Ref) else ():
        if paper != act.order["document"]:
            yield Bend("stale id", at, (replace(act, order={**act.order, "document": paper}),))


def papers_made(before: tuple[Act, ...]) -> list[Ref]:
    """The papers that stand in the case after these acts: a wrong one may be taken for the right one."""
    return [Ref(act.key) for act in before if act.verb == "write_document"]


def pushed_in(road: Road, at: int) -> Iterator[Bend]:
    """Every act that somebody may push in before act `at`: those of `intruders`, and any act of the road too early or late."""
    for kind, act in intruders(road, at):
        yield Bend(kind, at, (act,), replaces=False)
    seen = set()
    for other in road.acts:
        what = (other.does, other.key.partition("#")[0])
        if what not in seen and other is not road.acts[at] and _is_known(other, road.acts[:at]):
            seen.add(what)
            yield Bend("stale", at, (replace(other, key=f"{other.key}+", wait=timedelta(0)),), replaces=False)


def _is_known(act: Act, before: tuple[Act, ...]) -> bool:
    """Whether everything that the act refers to was made before."""
    made = {row.key for row in before} | {f"{row.key}.paper" for row in before}
    return all(value.key in made for value in act.order.values() if isinstance(value, Ref))
