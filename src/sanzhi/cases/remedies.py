"""A remedy as it is read: where its words name an act, they lead there."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

NOT_THE_ACT = "(?![的情])"  # “登记当事人的申请”, “结案情形” name no act


@dataclass(frozen=True)
class Part:
    """Some words; with `url` they lead to the act that they name."""

    text: str
    url: str = ""


def parts_of(text: str, *, acts: Mapping[str, str]) -> tuple[Part, ...]:
    """`acts`: the address of each act that may be named, by its title; of two that fit the longer one is meant."""
    if not text or not acts:
        return (Part(text),) if text else ()
    pieces = _pattern(tuple(sorted(acts, key=len, reverse=True))).split(text)
    return tuple(Part(piece, acts.get(piece, "")) for piece in pieces if piece)


@lru_cache(maxsize=256)
def _pattern(titles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"({'|'.join(map(re.escape, titles))}){NOT_THE_ACT}")
