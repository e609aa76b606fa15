"""What a worker brings home: plain values, since rules and rows do not travel between processes. No Django here."""

from collections import Counter
from dataclasses import dataclass, field

from tests.lawful.clerk.acts import Act

BendName = tuple[str, int, int]  # road, position, number of the bend there


@dataclass(frozen=True)
class Brought:
    """A breach, with the acts that led to it and its story."""

    rule: str
    kind: str
    article: str
    says: str
    what: str
    road: str
    bends: tuple[str, ...]
    acts: tuple[Act, ...]
    story: str


@dataclass(frozen=True)
class Crash:
    """An error that no command should raise: `name` is the act and the error, `acts` led to it, it last."""

    name: str
    road: str
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Stuck:
    """A walk that nobody could end lawfully any more: the acts that led there, the steps at which it stands."""

    name: str
    steps: tuple[str, ...]
    acts: tuple[Act, ...]


@dataclass
class Report:
    """What a worker has seen and counted."""

    caught: dict[str, Brought] = field(default_factory=dict)  # by rule, the shortest
    own: dict[str, list[str]] = field(default_factory=dict)  # by road, the rules it breaks itself
    singles: int = 0
    pairs: int = 0
    steps: int = 0
    successes: Counter[tuple[str, str]] = field(default_factory=Counter)
    crashes: dict[str, Crash] = field(default_factory=dict)
    refused: dict[BendName, dict[str, int]] = field(default_factory=dict)  # by line, the how manieth refusal
    broken: dict[BendName, frozenset[str]] = field(default_factory=dict)  # the rules that the bend breaks
    ends: int = 0  # of so many walks it was looked whether they can end
    stuck: dict[str, Stuck] = field(default_factory=dict)  # those that cannot, by road and bend
    complete: bool = False


def in_order(number: str) -> tuple[int, ...]:
    """Rule 7.2 before rule 10.1."""
    return tuple(int(part) for part in number.split("."))
