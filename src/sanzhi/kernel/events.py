"""The closed vocabulary of what can be recorded: `app.object_past`, each with its Chinese sentence."""

import re
from dataclasses import dataclass

_known: dict[str, "Event"] = {}


@dataclass(frozen=True)
class Event:
    """`sentence` is filled from the entry's facts, e.g. `批准立案，案号{number}`; a missing fact shows as —.

    `judges` is "reviews" or "approves" where whoever did it judges what others do in the matter.
    """

    name: str
    sentence: str
    judges: str = ""

    def __post_init__(self) -> None:
        if self.name in _known and _known[self.name] != self:
            raise ValueError(f"event {self.name} is defined twice")
        _known[self.name] = self

    @property
    def caption(self) -> str:
        """The sentence without its facts."""
        return re.sub(r"\{[^{}]*\}", "…", self.sentence)

    def tell(self, facts: dict[str, object]) -> str:
        return self.sentence.format_map(_Facts(facts))


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "—"


def event(name: str) -> Event:
    """The event called `name`; an entry of a retired event keeps its name as its sentence."""
    return _known.get(name) or Event(name, name)


def judging(*ways: str) -> frozenset[str]:
    """The names of the events whose doers judge in one of these `ways`."""
    return frozenset(row.name for row in _known.values() if row.judges and row.judges in ways)


def all_events() -> tuple[Event, ...]:
    return tuple(_known.values())
