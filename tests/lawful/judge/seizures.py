"""What belongs to which seizure: its extension, its tests, its late approval, and what became of each of its things.

A happening that names its seizure (`of`) belongs to that one; one that names none belongs to whichever it can be for.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import Happening
from tests.lawful.chronicle.other_kinds import (
    Seized,
    SeizureApproved,
    SeizureEnded,
    SeizureExtended,
    Tested,
    Thing,
)
from tests.lawful.judge import lines

# 行政强制法 §27, §28; 行政处罚法 §74
FATES = frozenset({"returned", "confiscated", "destroyed", "transferred", "auctioned"})


def ending_of(case: Chronicle, seized: Seized, *, thing: Thing) -> SeizureEnded | None:
    """The first ending after the seizure that says what became of the thing."""
    return next(
        (
            row
            for row in case.after(seized, SeizureEnded)
            if row.of in ("", seized.ref)
            and any(given.name == thing.name and given.ended in FATES for given in row.things)
        ),
        None,
    )


def kept_of(case: Chronicle, seized: Seized, *, before: Happening | None = None) -> tuple[Thing, ...]:
    """The things that are still held, now or `before` a happening."""
    found = [(thing, ending_of(case, seized, thing=thing)) for thing in seized.things]
    return tuple(
        thing
        for thing, ended in found
        if ended is None or (before is not None and ended not in case.before(before, SeizureEnded))
    )


def approvals(case: Chronicle) -> Iterator[tuple[Seized, SeizureApproved]]:
    """Each answer of the head with its urgent seizure, the earliest that has none yet."""
    answered: list[Seized] = []
    for row in case.all(SeizureApproved):
        waiting = [one for one in case.before(row, Seized) if one.is_urgent and one not in answered]
        own = _own(case, row, waiting=waiting)
        if own is not None:
            answered.append(own)
            yield own, row


def extensions(case: Chronicle) -> Iterator[tuple[Seized, SeizureExtended]]:
    """Each extension with its seizure, the earliest that still runs and was not extended yet."""
    extended: list[Seized] = []
    for row in case.all(SeizureExtended):
        running = [one for one in case.before(row, Seized) if kept_of(case, one, before=row)]
        own = _own(case, row, waiting=[one for one in running if one not in extended])
        if own is not None:
            extended.append(own)
            yield own, row


def _own(case: Chronicle, row: SeizureApproved | SeizureExtended, *, waiting: list[Seized]) -> Seized | None:
    """The seizure that the row names, else the first that waits for such a one, else the last before it."""
    before = case.before(row, Seized)
    named = [one for one in before if row.of and one.ref == row.of]
    return next(iter((*named, *waiting, *before[-1:])), None)


def ends_on(case: Chronicle, seized: Seized, *, before: Happening | None = None) -> date:
    """Thirty days, once extended in time, without the days of tests begun in time and told in writing.

    Each day of a test counts once (行政强制法 §25); as it stood `before` a happening.
    """
    length, tested, is_extended = lines.SEIZE, frozenset[int](), False
    own = {id(row) for one, row in extensions(case) if one is seized}
    for row in case.after(seized, Happening):
        if row is before:
            break
        in_time = (max(row.day, row.at.date()) - seized.day).days <= length + len(tested)
        if isinstance(row, SeizureExtended) and id(row) in own and in_time and not is_extended:
            length, is_extended = length + min(max(row.days, 0), lines.EXTEND_SEIZURE), True
        if isinstance(row, Tested) and row.of in ("", seized.ref) and row.is_told and row.until and in_time:
            first, last = max(row.day, seized.day).toordinal() + 1, row.until.toordinal()
            tested |= frozenset(range(first, last + 1))
    return seized.day + timedelta(days=length + len(tested))
