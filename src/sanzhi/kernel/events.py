"""The closed vocabulary of what can be recorded: `app.object_past`, each with its Chinese sentence."""

from dataclasses import dataclass

_known: dict[str, "Event"] = {}


@dataclass(frozen=True)
class Event:
    """`sentence` is filled from the entry's facts, e.g. `批准立案，案号{number}`; a missing fact shows as —."""

    name: str
    sentence: str

    def __post_init__(self) -> None:
        if self.name in _known and _known[self.name] != self:
            raise ValueError(f"event {self.name} is defined twice")
        _known[self.name] = self

    def tell(self, facts: dict[str, object]) -> str:
        return self.sentence.format_map(_Facts(facts))


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "—"


def event(name: str) -> Event:
    """The event called `name`; an entry of a retired event keeps its name as its sentence."""
    return _known.get(name) or Event(name, name)


def all_events() -> tuple[Event, ...]:
    return tuple(_known.values())
