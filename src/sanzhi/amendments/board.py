"""Who else cites the law: the storeys above and the code name themselves here, in project/wiring.py."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Quoter:
    """A form or a rule of the code; `kind` is form or rule, `texts` are the texts in which it cites the law."""

    kind: str
    key: str
    title: str
    url: str
    texts: tuple[str, ...]


Source = Callable[[], Iterable[Quoter]]
_sources: list[Source] = []


def pin(*, quoters: Iterable[Source]) -> None:
    """Each source is asked once a process: forms and code change only with the installation."""
    _sources[:] = quoters
    quoters_of_installation.cache_clear()


@lru_cache(maxsize=1)
def quoters_of_installation() -> tuple[Quoter, ...]:
    return tuple(quoter for source in _sources for quoter in source())
