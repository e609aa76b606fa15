"""How far two chronicles are from each other: what happened in one only, and each fact that is told otherwise.

A fact that stands in many rows and papers, as the sum of a fine does, counts once for each way in which it is written.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening


def distance(one: Chronicle, two: Chronicle) -> int:
    """Happenings of one side only, and the different changes of fact in all the others."""
    mine, yours = _without(one.happenings, two.happenings), _without(two.happenings, one.happenings)
    changes, alone = set(_changes(one, two, but="happenings")), 0
    for row in mine:
        pair = next((other for other in yours if type(other) is type(row)), None)
        changes |= set() if pair is None else set(_changes(row, pair))
        alone += pair is None
        yours = [other for other in yours if other is not pair]
    return alone + len(yours) + len(changes)


def _without(rows: Iterable[Happening], others: Iterable[Happening]) -> list[Happening]:
    left, rest = [], list(others)
    for row in rows:
        if row in rest:
            rest.remove(row)
        else:
            left.append(row)
    return left


def _changes(one: Any, two: Any, *, but: str = "") -> Iterator[tuple[str, str]]:
    for name in (row.name for row in fields(one) if row.name != but):
        yield from _told_otherwise(getattr(one, name), getattr(two, name))


def _told_otherwise(old: Any, new: Any) -> Iterator[tuple[str, str]]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in old.keys() | new.keys():
            yield from _told_otherwise(old.get(key), new.get(key))
    elif old != new:
        yield repr(old), repr(new)
