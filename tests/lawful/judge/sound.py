"""A chronicle made sound before it is judged: what no source can mean counts as not said, so that no rule falls over.

Sums that are no numbers, days beyond any calendar, times without a zone, lists where a table belongs, tables without end.
What is left out or read otherwise than it was given is named among the flaws.
"""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import islice
from types import UnionType
from typing import Any, get_args, get_origin
from zoneinfo import ZoneInfo

from tests.lawful.chronicle import Chronicle, Days, Roster
from tests.lawful.chronicle.happenings import Happening

CHINA = ZoneInfo("Asia/Shanghai")
FIRST, LAST = 1800, 2999  # years: whatever lies outside is clamped to them
MOST = 10_000_000  # days, rounds, versions
MOST_HAPPENINGS = 100_000
PLAIN = frozenset({str, bool, type(None)})
SIMPLE = PLAIN | {int, float, date, datetime, Decimal}
DEEPEST = 8  # tables within tables
FIGURES = 20  # a sum with more places before or after the point is none


def sound(case: Any) -> Chronicle:
    """The same chronicle where nothing is wrong with it; what is left out or read otherwise is named among its flaws."""
    if not isinstance(case, Chronicle):
        return Chronicle("", flaws=(f"要判断的不是编年，是{type(case).__name__}。",))
    given = _happenings(case.happenings)
    meant = [row for row in given if isinstance(row, Happening) and isinstance(row.at, datetime)]
    rows = [(old, new) for old in meant if (new := _whole(old)) is not None]
    odd = [f"{old.word}的{name}" for old, new in rows if new is not old for name in _changed(old, new)]
    kept = tuple(new for _, new in rows)
    frame: Chronicle = _whole(
        replace(case, happenings=(), case=case.case if isinstance(case.case, str) else "")
    )
    odd += [name for name in _changed(case, frame) if name != "happenings"]
    odd += [] if isinstance(case.happenings, tuple | list) else ["happenings"]
    lost, flaws = len(given) - len(kept), frame.flaws
    flaws += (f"有{lost}条不是一件事，或者没有时间，没有看。",) if lost else ()
    flaws += (f"有的内容不是应有的样子，没有照原样采用：{'、'.join(dict.fromkeys(odd))}。",) if odd else ()
    if not flaws and all(new is old for new, old in zip(kept, case.happenings, strict=True)):
        return case
    return replace(frame, happenings=kept, flaws=flaws)


def _happenings(given: Any) -> list[Any]:
    """Whatever can be gone through, as far as anybody would."""
    return list(islice(given, MOST_HAPPENINGS)) if isinstance(given, Iterable) else []


def _changed(old: Any, new: Any) -> list[str]:
    """The fields that are not what was given."""
    return [name for name, _, _ in _shape(type(old)) if getattr(old, name) is not getattr(new, name)]


# the same bureau and calendar stand beside thousands of cases: what was whole once is whole
_looked_at: dict[int, Roster | Days] = {}


def _whole(row: Any) -> Any:
    """None where a field that must be said is not."""
    changes = {}
    for name, classes, member in _shape(type(row)):
        old = getattr(row, name)
        if (type(old) in PLAIN and type(old) in classes) or _looked_at.get(id(old), MISSING) is old:
            continue
        empty = None if type(None) in classes else _default(type(row), name)
        meant = _as_meant(old, classes=classes)
        new = _fit(meant, empty=empty) if isinstance(meant, classes) else empty
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


def _as_meant(value: Any, *, classes: tuple[type, ...]) -> Any:
    """A list where a row of words belongs, a whole number where a sum does: what is meant is plain."""
    if isinstance(value, list | tuple | set | frozenset):
        wanted = next((kind for kind in (tuple, frozenset) if kind in classes), None)
        return wanted(value) if wanted and not isinstance(value, classes) else value
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    return Decimal(value) if is_whole and Decimal in classes and int not in classes else value


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
