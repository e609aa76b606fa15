"""What one person has put before another: shown in full where it is decided, and on the page of the case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sanzhi.law.days import chinese_date


@dataclass(frozen=True)
class Matter:
    """`state` says how far it is, `rows` what was said; `acts` are those that are done upon it, `links` what stands elsewhere."""

    title: str
    state: str
    rows: tuple[tuple[str, str], ...]
    acts: frozenset[str]
    links: tuple[tuple[str, str], ...] = ()


def matter(
    title: str,
    state: str,
    *,
    acts: Iterable[str],
    rows: Mapping[str, Any],
    links: Mapping[str, str] | None = None,
) -> Matter:
    """`rows` by their captions, what is empty is left out; `links` are addresses by what they show."""
    told = {caption: _text(value) for caption, value in rows.items()}
    shown = tuple((name, text) for name, text in told.items() if text)
    return Matter(title, state, shown, frozenset(acts), tuple((links or {}).items()))


def _text(value: Any) -> str:
    if isinstance(value, date):
        return chinese_date(value)
    if isinstance(value, list | tuple):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)
