"""Which places in the code said no: the callers of `Verdict.when` and `Verdict.no` and theirs, as path:line."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sanzhi.kernel.verdict import Verdict

SOURCE = "/src/sanzhi/"
DEEP = 30  # frames that are looked at
_heard: list[tuple[tuple[str, ...], str]] = []
_plain_no = Verdict.no.__func__  # type: ignore[attr-defined]
_plain_when = Verdict.when.__func__  # type: ignore[attr-defined]


def _where() -> tuple[str, ...]:
    """The platform's own lines on the way to this no, the nearest first."""
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


def _no(cls: type[Verdict], *said: Any, **more: Any) -> Verdict:
    _heard.append((_where(), said[0]))
    return _plain_no(cls, *said, **more)  # type: ignore[no-any-return]


def _when(cls: type[Verdict], holds: object, *said: Any, **more: Any) -> Verdict:
    if not holds:
        _heard.append((_where(), said[0]))
        return _plain_no(cls, *said, **more)  # type: ignore[no-any-return]
    return cls()


@contextmanager
def listening() -> Iterator[None]:
    """Within the block every no is noted with its places."""
    _heard.clear()
    Verdict.no = classmethod(_no)  # type: ignore[method-assign,assignment]
    Verdict.when = classmethod(_when)  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        Verdict.no = classmethod(_plain_no)  # type: ignore[method-assign]
        Verdict.when = classmethod(_plain_when)  # type: ignore[method-assign]


def places_of(sentences: tuple[str, ...]) -> frozenset[str]:
    """All lines that stood behind these sentences since the last block began."""
    return frozenset(line for lines, sentence in _heard if sentence in sentences for line in lines)
