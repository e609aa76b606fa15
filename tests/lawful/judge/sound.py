"""A chronicle made sound before it is judged: what no source can mean counts as not said, so that no rule falls over.

Sums that are no numbers, days beyond any calendar, times without a zone, lists where a table belongs, tables without end.
What is no happening, or has no time, is left out and named among the flaws.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from types import UnionType
from typing import Any, get_args, get_origin
from zoneinfo import ZoneInfo

from tests.lawful.chronicle import Chronicle, Days, Roster
from tests.lawful.chronicle.happenings import Happening

CHINA = ZoneInfo("Asia/Shanghai")
FIRST, LAST = 1800, 2999  # years: whatever lies outside is clamped to them
MOST = 10_000_000  # days, rounds, versions
PLAIN = frozenset({str, bool, type(None)})
SIMPLE = PLAIN | {int, float, date, datetime, Decimal}
DEEPEST = 8  # tables within tables
FIGURES = 20  # a sum with more places before or after the point is none


def sound(case: Chronicle) -> Chronicle:
    """The same chronicle where nothing is wrong with it."""
    given: Any = case.happenings if isinstance(case.happenings, tuple | list) else ()
    rows = tuple(row for row in given if isinstance(row, Happening) and _is_timed(row))
    lost = len(given) - len(rows)
    if lost or rows != case.happenings:
        flaws = case.flaws if isinstance(case.flaws, tuple) else ()
        flaws += (f"有{lost}条不是一件事，或者没有时间，没有看。",) if lost else ()
        case = replace(case, happenings=rows, flaws=flaws)
    whole: Chronicle = _whole(case)
    return whole


# the same bureau and calendar stand beside thousands of cases: what was whole once is whole
_looked_at: dict[int, Roster | Days] = {}


def _is_timed(row: Happening) -> bool:
    return isinstance(row.at, datetime)


def _whole(row: Any) -> Any:
    """None where a field that must be said is not."""
    changes = {}
    for name, classes, member in _shape(type(row)):
        old = getattr(row, name)
        if (type(old) in PLAIN and type(old) in classes) or _looked_at.get(id(old), MISSING) is old:
            continue
        empty = None if type(None) in classes else _default(type(row), name)
        new = _fit(old, empty=empty) if isinstance(old, classes) else empty
        new = new.date() if isinstance(new, datetime) and datetime not in classes else new
        new = _members(new, member) if isinstance(new, tuple | frozenset) else new
        new = _values(new, member) if isinstance(new, Mapping) else new
        if new is MISSING:
            return None
        if new is not old:
            changes[name] = new
        elif isinstance(old, Roster | Days):
            _looked_at[id(old)] = old
    return replace(row, **changes) if changes else row


def _fit(value: Any, *, empty: Any) -> Any:
    """The value itself where it can be meant."""
    match value:
        case datetime():
            year = min(max(value.year, FIRST), LAST)
            value = value if year == value.year else value.replace(year=year, day=min(value.day, 28))
            return value.astimezone(CHINA) if value.tzinfo else value.replace(tzinfo=CHINA)
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


def _values(table: Mapping[Any, Any], kind: Any) -> Mapping[Any, Any]:
    """The values of the kind that the field names; a table of anything is a paper's."""
    if kind is Any or not isinstance(kind, type):
        return _table(table)
    meant = {key: _number(part) if kind is Decimal else part for key, part in table.items()}
    fit = {key: _fit(part, empty=None) for key, part in meant.items() if isinstance(part, kind)}
    kept = {key: part for key, part in fit.items() if part is not None}
    same = len(kept) == len(table) and all(kept[key] is part for key, part in table.items())
    return table if same else kept


def _number(value: Any) -> Any:
    """A quantity written as a word is one."""
    try:
        return Decimal(value) if isinstance(value, str) else value
    except InvalidOperation:
        return None


def _table(value: Mapping[Any, Any], depth: int = DEEPEST) -> Mapping[Any, Any]:
    """Captions are words; what lies too deep is left out."""
    if all(type(key) is str and type(part) in SIMPLE for key, part in value.items()):
        return value
    new = {str(key): _part(part, depth) for key, part in value.items()}
    same = len(new) == len(value) and all(new.get(key) is part for key, part in value.items())
    return value if same else new


def _part(value: Any, depth: int) -> Any:
    if not depth:
        return None if isinstance(value, Mapping | list | tuple) else value
    if isinstance(value, Mapping):
        return _table(value, depth - 1)
    if isinstance(value, list | tuple):
        new = [_part(part, depth - 1) for part in value]
        return value if all(one is two for one, two in zip(new, value, strict=True)) else new
    return value


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
    fit = (_fit(part, empty=None) for part in value if isinstance(part, kind))
    kept = [part for part in fit if part is not None]
    if kind is tuple:
        kept = [
            part for part in kept if len(part) == len(pair) and all(isinstance(word, str) for word in part)
        ]
    same = len(kept) == len(value) and all(new is old for new, old in zip(kept, value, strict=True))
    return value if same else type(value)(kept)


@lru_cache(maxsize=256)
def _shape(kind: type) -> tuple[tuple[str, tuple[type, ...], Any], ...]:
    """Each field with the classes that it may have and the kind of its members or of its table's values."""
    return tuple((row.name, _classes(row.type), _member(row.type)) for row in fields(kind))


def _member(annotation: Any) -> Any:
    members = get_args(annotation)
    return members[-1 if get_origin(annotation) is Mapping else 0] if members else None


def _classes(annotation: Any) -> tuple[type, ...]:
    options = get_args(annotation) if isinstance(annotation, UnionType) else (annotation,)
    found = tuple(get_origin(option) or option for option in options)
    return tuple(row for row in found if isinstance(row, type)) or (object,)


def _default(kind: type, name: str) -> Any:
    """What the field is where nobody says anything."""
    row = next(row for row in fields(kind) if row.name == name)
    return row.default_factory() if callable(row.default_factory) else row.default
