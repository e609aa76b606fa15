"""A chronicle made sound before it is judged: what no source can mean counts as not said, so that no rule falls over.

Sums that are no numbers, days beyond any calendar, times without a zone, lists where a table belongs.
"""

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from types import UnionType
from typing import Any, get_args, get_origin
from zoneinfo import ZoneInfo

from tests.lawful.chronicle import Chronicle

CHINA = ZoneInfo("Asia/Shanghai")
FIRST, LAST = 1800, 2999  # years: whatever lies outside is clamped to them
MOST = 10_000_000  # days, rounds, versions
FIGURES = 20  # a sum with more places before or after the point is none


def sound(case: Chronicle) -> Chronicle:
    """The same chronicle where nothing is wrong with it."""
    rows = tuple(_whole(row) for row in case.happenings)
    today = _fit(case.today, empty=None) if case.today else None
    if today == case.today and all(new is old for new, old in zip(rows, case.happenings, strict=True)):
        return case
    return replace(case, happenings=rows, today=today)


def _whole(row: Any) -> Any:
    changes = {}
    for name, classes, member in _shape(type(row)):
        old = getattr(row, name)
        empty = None if type(None) in classes else _default(type(row), name)
        new = _fit(old, empty=empty) if isinstance(old, classes) else empty
        new = new.date() if isinstance(new, datetime) and datetime not in classes else new
        new = _members(new, member) if isinstance(new, tuple | frozenset) else new
        if new is not old:
            changes[name] = new
    return replace(row, **changes) if changes else row


def _fit(value: Any, *, empty: Any) -> Any:
    """The value itself where it can be meant."""
    match value:
        case datetime():
            year = min(max(value.year, FIRST), LAST)
            value = value if year == value.year else value.replace(year=year, day=min(value.day, 28))
            return value if value.tzinfo else value.replace(tzinfo=CHINA)
        case date():
            year = min(max(value.year, FIRST), LAST)
            return value if year == value.year else value.replace(year=year, day=min(value.day, 28))
        case Decimal():
            return value if is_sum(value) else empty
        case bool():
            return value
        case int():
            return value if abs(value) <= MOST else (MOST if value > 0 else -MOST)
        case _:
            return _whole(value) if is_dataclass(value) else value


def is_sum(value: Decimal) -> bool:
    """A finite number of a size that something can have."""
    if not value.is_finite():
        return False
    exponent = value.as_tuple().exponent
    return value.adjusted() <= FIGURES and isinstance(exponent, int) and exponent >= -FIGURES


def _members(value: Any, member: Any) -> Any:
    """The members of the kind that the field names; a pair is a pair of words."""
    pair, kind = get_args(member), get_origin(member) or member
    if not isinstance(kind, type):
        return value
    kept = [_fit(part, empty=None) for part in value if isinstance(part, kind)]
    if kind is tuple:
        kept = [
            part for part in kept if len(part) == len(pair) and all(isinstance(word, str) for word in part)
        ]
    same = len(kept) == len(value) and all(new is old for new, old in zip(kept, value, strict=True))
    return value if same else type(value)(kept)


@lru_cache(maxsize=256)
def _shape(kind: type) -> tuple[tuple[str, tuple[type, ...], Any], ...]:
    """Each field with the classes that it may have and the kind of its members."""
    return tuple((row.name, _classes(row.type), next(iter(get_args(row.type)), None)) for row in fields(kind))


def _classes(annotation: Any) -> tuple[type, ...]:
    options = get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)
    found = tuple(get_origin(option) or option for option in options)
    return tuple(row for row in found if isinstance(row, type)) or (object,)


def _default(kind: type, name: str) -> Any:
    """What the field is where nobody says anything."""
    row = next(row for row in fields(kind) if row.name == name)
    return row.default_factory() if callable(row.default_factory) else row.default
