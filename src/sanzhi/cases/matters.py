"""What one person has put before another: shown in full where it is decided, and on the page of the case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sanzhi.law.days import chinese_date


@dataclass(frozen=True)
class Matter:
    """`state` says how far it is, `rows` what was said; `acts` are those that are done upon it."""

    title: str
    state: str
    rows: tuple[tuple[str, str], ...]
    acts: frozenset[str]


def matter(title: str, state: str, *, acts: Iterable[str], rows: Mapping[str, Any]) -> Matter:
    """`rows` by their captions; what is empty is left out."""
    told = {caption: _text(value) for caption, value in rows.items()}
    return Matter(title, state, tuple((name, text) for name, text in told.items() if text), frozenset(acts))


def _text(value: Any) -> str:
    if isinstance(value, date):
        return chinese_date(value)
    if isinstance(value, list | tuple):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)
