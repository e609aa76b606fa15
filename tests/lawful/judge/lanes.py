"""What belongs to one proceeding on coercion, and what a list of things means."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TypeVar

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening
from tests.lawful.chronicle.lanes import Content, LaneBegun, LaneProposed
from tests.lawful.chronicle.text import plain

H = TypeVar("H", bound=Happening)
COUNTED = re.compile(r"^(.*?)(\d{1,9}(?:\.\d{1,4})?)(\D{1,8})$")


def of(rows: Iterable[H], lane: str) -> tuple[H, ...]:
    """Those that name the proceeding, or the seizure, or none."""
    return tuple(row for row in rows if getattr(row, "of", "") in ("", lane))


def own(rows: Iterable[H], lane: str) -> tuple[H, ...]:
    """Those that name it."""
    return tuple(row for row in rows if lane and getattr(row, "of", "") == lane)


def begun(case: Chronicle, lane: str) -> LaneBegun | None:
    """How the proceeding began; None where the chronicle does not tell."""
    return next(iter(own(case.all(LaneBegun), lane)), None)


def proposed_before(case: Chronicle, moment: Happening, *, lane: str) -> LaneProposed | None:
    """The last proposal before the moment."""
    return next(reversed(own(case.before(moment, LaneProposed), lane)), None)


def counted(text: str) -> tuple[str, Decimal | None]:
    """轻型自卸货车（豫D·1）2辆: what it is, and how many; None where no number stands at its end."""
    hit = COUNTED.match(plain(text))
    return (f"{hit[1]}{hit[3]}", Decimal(hit[2])) if hit else (plain(text), None)


def beyond(taken: Iterable[str], allowed: Iterable[str]) -> tuple[str, ...]:
    """What is not among the allowed, or is more than them."""
    left: dict[str, Decimal | None] = {}
    for text in allowed:
        name, count = counted(text)
        before = left.get(name, Decimal(0))
        left[name] = None if count is None or before is None else before + count
    more = []
    for text in taken:
        name, count = counted(text)
        if name not in left:
            more.append(text)
            continue
        rest = left[name]
        if rest is not None and count is not None:
            left[name] = rest - count
            more += [text] if rest < count else []
    return tuple(more)


def is_heavier(new: Content, old: Content) -> bool:
    """More money, more things, longer, or another act."""
    more = beyond(new.things, old.things)
    return new.act != old.act or new.budget > old.budget or new.days > old.days or bool(more)
