"""All single bends of a road: at each act, each typed change of it, and each act that may be pushed in before it.

A bend knows no recipe: it looks at the fields of the order (an amount, a day, an id, a flag, a choice, a text) and at
what has been made so far (papers, cases of others), and changes one thing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from tests.lawful.clerk.acts import CASE, OPEN_GATE, SECOND, Act, Day, Ref
from tests.lawful.clerk.intruders import intruders
from tests.lawful.clerk.near import orders_near
from tests.lawful.clerk.roads import Road
from tests.lawful.clerk.words import PEOPLE

PAPER_WORK = {"write_document", "submit_document", "sign_document"}
SESSIONS = ("zhifa2", "juzhang")  # who else may have the same page open
WAITS = (-30, -7, -1, 1, 7, 30, 100)


@dataclass(frozen=True)
class Bend:
    """At act number `at` the road goes through `acts` instead of its next `replaces` acts; then `wait` more passes."""

    kind: str
    at: int
    acts: tuple[Act, ...]
    replaces: int = 1
    wait: timedelta = timedelta(0)

    def applied(self, road: tuple[Act, ...]) -> tuple[Act, ...]:
        return (*road[: self.at], *self.acts, *self.followed(road))

    def followed(self, road: tuple[Act, ...]) -> tuple[Act, ...]:
        """How the road goes on after the bend."""
        rest = road[self.at + self.replaces :]
        return (replace(rest[0], wait=rest[0].wait + self.wait), *rest[1:]) if rest and self.wait else rest


def bends_at(road: Road, at: int) -> Iterator[Bend]:
    """Every single bend of the act number `at`: left out, done twice, by another, at another time, with other contents."""
    act = road.acts[at]
    yield Bend("skip", at, (), wait=act.wait)
    yield Bend("repeat", at, (act, _once_more(act)))
    yield from _by_others(road, at)
    yield from _at_other_times(act, at)
    for kind, order in orders_near(act):
        yield Bend(kind, at, (replace(act, order=order),))
    for paper in papers_made(road.acts[:at]) if isinstance(act.order.get("document"), Ref) else ():
        if paper != act.order["document"]:
            yield Bend("stale id", at, (replace(act, order={**act.order, "document": paper}),))
    for told in secrets(road) if act.verb == "submit_release" else ():
        order = {**act.order, "content": [*act.order["content"], ("备注", told)]}
        yield Bend("secret", at, (replace(act, order=order),))


def _once_more(act: Act) -> Act:
    return replace(act, key=f"{act.key}+", wait=timedelta(0))


def _by_others(road: Road, at: int) -> Iterator[Bend]:
    """Done by another; done a second time from another's page; this act and the next one by the same hand."""
    act = road.acts[at]
    for who in PEOPLE if act.does != OPEN_GATE else ():
        if who != act.who:
            yield Bend("person", at, (replace(act, who=who),))
            if who in SESSIONS:
                yield Bend("session", at, (act, replace(_once_more(act), who=who)))
    pair = road.acts[at : at + 2]
    hands = {row.who for row in pair}
    if len(hands) > 1 and not {row.verb for row in pair} & {*PAPER_WORK, "open_release"}:
        for who in PEOPLE:
            if who not in hands:
                yield Bend("one hand", at, tuple(replace(row, who=who) for row in pair), replaces=2)


def _at_other_times(act: Act, at: int) -> Iterator[Bend]:
    for days in WAITS if act.wait or act.verb not in PAPER_WORK else ():
        if act.wait + timedelta(days=days) >= timedelta(0):
            yield Bend("clock", at, (replace(act, wait=act.wait + timedelta(days=days)),))
    if act.wait >= timedelta(days=1):
        yield Bend("clock", at, (replace(act, wait=timedelta(0)),))
    for days in (3, 30) if any(isinstance(value, Day) for value in act.order.values()) else ():
        yield Bend("backdated", at, (backdated(act, days),))


def secrets(road: Road) -> list[str]:
    """What the party's registration holds and no copy may show."""
    party = next(act.order for act in road.acts if act.verb == "register_party")
    return [
        str(party[name])
        for name in ("name", "id_number", "phone", "address", "representative")
        if party.get(name)
    ]


def backdated(act: Act, days: int) -> Act:
    """Done so many days late, with the dates that it should have had."""
    order = {
        name: replace(value, offset=value.offset - days) if isinstance(value, Day) else value
        for name, value in act.order.items()
    }
    return replace(act, wait=act.wait + timedelta(days=days), order=order)


def again(road: Road) -> Bend:
    """At the end of the road somebody opens a second case for the same act of the same day and walks all of it again."""
    at = len(road.acts) - 1
    passed = sum((act.wait for act in road.acts), timedelta(0)).days
    acts = []
    for act in road.acts:
        order = {name: _second(value) for name, value in act.order.items()}
        order |= {name: Day(-passed) for name in ("happened_on", "found_on") if act.key == CASE}
        if "receipt_number" in order:
            order["receipt_number"] += "2"
        acts.append(replace(act, key=f"{act.key}{SECOND}", order=order))
    return Bend("again", at, (road.acts[at], *acts))


def _second(value: Any) -> Any:
    """What the same act of the second case made."""
    if not isinstance(value, Ref):
        return value
    act, dot, part = value.key.partition(".")
    return Ref(f"{act}{SECOND}{dot}{part}")


def papers_made(before: tuple[Act, ...]) -> list[Ref]:
    """The papers that stand in the case after these acts: a wrong one may be taken for the right one."""
    return [Ref(act.key) for act in before if act.verb == "write_document"]


def pushed_in(road: Road, at: int) -> Iterator[Bend]:
    """Every act that somebody may push in before act `at`: those of `intruders`, and any act of the road too early or late."""
    for kind, act in intruders(road, at):
        yield Bend(kind, at, (act,), replaces=0)
    seen = set()
    for other in road.acts:
        what = (other.does, other.key.partition("#")[0])
        if what not in seen and other is not road.acts[at] and _is_known(other, road.acts[:at]):
            seen.add(what)
            yield Bend("stale", at, (replace(other, key=f"{other.key}+", wait=timedelta(0)),), replaces=0)


def _is_known(act: Act, before: tuple[Act, ...]) -> bool:
    """Whether everything that the act refers to was made before."""
    made = {row.key for row in before} | {f"{row.key}.paper" for row in before}
    return all(value.key in made for value in act.order.values() if isinstance(value, Ref))
