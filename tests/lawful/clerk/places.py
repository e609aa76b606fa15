"""Which place in the code said no: the caller of `Verdict.when` and `Verdict.no`, as path:line."""

import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sanzhi.kernel.verdict import Verdict

SOURCE = "/src/"
_heard: list[tuple[str, str]] = []
_plain_no = Verdict.no.__func__  # type: ignore[attr-defined]
_plain_when = Verdict.when.__func__  # type: ignore[attr-defined]


def _where() -> str:
    frame: Any = sys._getframe(2)
    name = Path(frame.f_code.co_filename).as_posix()
    return f"{name.rpartition(SOURCE)[2]}:{frame.f_lineno}"


def _no(cls: type[Verdict], sentence: str, *said: Any, **more: Any) -> Verdict:
    _heard.append((_where(), sentence))
    return _plain_no(cls, sentence, *said, **more)  # type: ignore[no-any-return]


def _when(cls: type[Verdict], holds: object, sentence: str, *said: Any, **more: Any) -> Verdict:
    if not holds:
        _heard.append((_where(), sentence))
        return _plain_no(cls, sentence, *said, **more)  # type: ignore[no-any-return]
    return cls()


class Places:
    """While it is open, every no is noted with its place."""

    def __enter__(self) -> Self:
        _heard.clear()
        Verdict.no = classmethod(_no)  # type: ignore[method-assign,assignment]
        Verdict.when = classmethod(_when)  # type: ignore[method-assign,assignment]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        Verdict.no = classmethod(_plain_no)  # type: ignore[method-assign]
        Verdict.when = classmethod(_plain_when)  # type: ignore[method-assign]

    def of(self, sentences: tuple[str, ...]) -> frozenset[str]:
        """The places that said these sentences since it was opened."""
        return frozenset(place for place, sentence in _heard if sentence in sentences)
