"""An act of somebody, with symbolic references: it can be done again in another world, by another, on another day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

TAKE_IN, OPEN_GATE, EXPIRE = "recordings.take_in", "disclosure.open_release", "disclosure.expire"
CASE = "register_lead"  # the act that begins the road of a penalty, and what it makes
OPENED = "case"  # what other acts make that open a case: take_application.case
SECOND = "²"  # acts of a second case have this behind their names


@dataclass(frozen=True)
class Ref:
    """What the act `key` made: a case, a document, a release."""

    key: str


@dataclass(frozen=True)
class Day:
    """A day, counted from the day of the act; where a moment is wanted, `at` is how far it is from the act's own."""

    offset: int
    at: timedelta | None = None

    def on(self, today: date) -> date:
        return today + timedelta(days=self.offset)


@dataclass(frozen=True)
class Who:
    """The id of a person of the bureau, by sign-in name."""

    username: str


@dataclass(frozen=True)
class Alien:
    """An id that does not belong here: of another authority, another squad's case, a closed one, nobody's."""

    name: str  # foreign_case, other_document, closed_case, none …


@dataclass(frozen=True)
class Act:
    """`key` names the act within its road; `does` is a command, or TAKE_IN, OPEN_GATE, EXPIRE; `wait` passes before it."""

    key: str
    does: str
    who: str
    order: Mapping[str, Any] = field(default_factory=dict)
    wait: timedelta = timedelta(0)

    @property
    def verb(self) -> str:
        return self.does.partition(".")[2]


class Unmade(LookupError):
    """The act refers to what was never made in this walk, or to nobody."""


def resolved(
    value: Any,
    made: Mapping[str, int],
    *,
    now: datetime,
    people: Mapping[str, int],
    aliens: Mapping[str, int],
) -> Any:
    """`value` with every symbol replaced. Raises Unmade for a reference to what was never made."""

    def inside(value: Any) -> Any:
        match value:
            case Ref():
                return _found(made, value.key)
            case Who():
                return _found(people, value.username)
            case Alien():
                return _found(aliens, value.name)
            case Day() if value.at is None:
                return value.on(now.date())
            case Day():
                return now + timedelta(days=value.offset) + (value.at or timedelta(0))
            case dict():
                return {name: inside(part) for name, part in value.items()}
            case list() | tuple():
                return [inside(part) for part in value]
        return value

    return inside(value)


def _found(ids: Mapping[str, int], name: str) -> int:
    if name not in ids:
        raise Unmade(name)
    return ids[name]
