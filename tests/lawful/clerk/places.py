"""Which places in the code said no: where the reasons of a refusal were made, and who called there, as path:line."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sanzhi.kernel.verdict import Reason

SOURCE = "/src/sanzhi/"
DEEP = 30  # frames that are looked at
_heard: list[tuple[tuple[str, ...], str]] = []
_make = Reason.__init__


def _where() -> tuple[str, ...]:
    """The platform's own lines on the way to this reason, the nearest first."""
    frame: Any = sys._getframe(2)
    found = []
    for _ in range(DEEP):
        if frame is None:
            break
        name = frame.f_code.co_filename
        if SOURCE in name and "/kernel/" not in name:
            found.append(f"src/sanzhi/{name.rpartition(SOURCE)[2]}:{frame.f_lineno}")
        frame = frame.f_back
    return tuple(found)


def _noted(reason: Reason, *said: Any, **more: Any) -> None:
    _make(reason, *said, **more)
    _heard.append((_where(), reason.sentence))


@contextmanager
def listening() -> Iterator[None]:
    """Within the block every reason is noted with its places."""
    _heard.clear()
    Reason.__init__ = _noted  # type: ignore[method-assign]
    try:
        yield
    finally:
        Reason.__init__ = _make  # type: ignore[method-assign]


def places_of(sentences: tuple[str, ...]) -> frozenset[str]:
    """All lines that stood behind these sentences since the block began."""
    return frozenset(line for lines, sentence in _heard if sentence in sentences for line in lines)
