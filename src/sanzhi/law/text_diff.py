"""What changed between two Chinese texts, in stretches that a reader can take in.

Whitespace and the width of marks and digits are no change; a number is compared whole, a character alone.
"""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

TOKEN = re.compile(r"\n|[零〇一二三四五六七八九十百千万亿两]{2,}|[0-9.]+|[A-Za-z]+|\S")
QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "﹙": "(", "﹚": ")", "〔": "(", "〕": ")"})
PAUSES = set("，。；：、！？,.;:!?()（）\n")
# an unchanged stretch this short between two changes only makes the reading harder
ISLAND = 2
# below this likeness old and new are shown one after the other
KIN = 0.35


@dataclass(frozen=True)
class Span:
    """`kind` is same, out (only in the old text) or in (only in the new one)."""

    kind: str
    text: str


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """The text as it counts: no whitespace, half-width marks and digits."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).translate(QUOTES)


def spans(old: str, new: str) -> tuple[Span, ...]:
    """The way from `old` to `new`; lines stay lines. Equal texts give one span."""
    if plain(old) == plain(new):
        return (Span("same", new),) if new else ()
    before, after = TOKEN.findall(old), TOKEN.findall(new)
    matcher = SequenceMatcher(
        None, [_key(token) for token in before], [_key(token) for token in after], autojunk=False
    )
    if matcher.ratio() < KIN:
        return tuple(Span(kind, text) for kind, text in (("out", old), ("in", new)) if text)
    steps: list[Step] = []
    codes = matcher.get_opcodes()
    for place, (tag, i1, i2, j1, j2) in enumerate(codes):
        left, right = "".join(before[i1:i2]), "".join(after[j1:j2])
        inside = 0 < place < len(codes) - 1
        kind = "same" if tag == "equal" and not (inside and _is_island(right)) else "changed"
        if steps and steps[-1][0] == kind:
            steps[-1] = (kind, steps[-1][1] + left, steps[-1][2] + right)
        else:
            steps.append((kind, left, right))
    found: list[Span] = []
    for kind, left, right in _at_pauses(steps):
        pairs = [("same", right)] if kind == "same" else [("out", left), ("in", right)]
        found += [Span(name, text) for name, text in pairs if text]
    return tuple(found)


Step = tuple[str, str, str]  # (kind, old text, new text)


def _at_pauses(steps: list[Step]) -> list[Step]:
    """便 +民、为 民 reads better as 便民 +、为民: what was only added or only taken out begins at a pause where it can."""
    moved = list(steps)
    for place in range(1, len(steps) - 1):
        kind, left, right = moved[place]
        text, (_, old_next, new_next) = left or right, moved[place + 1]
        if kind == "same" or (left and right) or text[0] in PAUSES:
            continue
        shared = next(
            (size for size in range(1, min(len(text), len(new_next))) if text[size] in PAUSES), len(text)
        )
        if shared < len(text) and text[:shared] == new_next[:shared] == old_next[:shared]:
            before, turned = moved[place - 1], text[shared:] + text[:shared]
            moved[place - 1] = (before[0], before[1] + text[:shared], before[2] + text[:shared])
            moved[place] = (kind, turned if left else "", turned if right else "")
            moved[place + 1] = ("same", old_next[shared:], new_next[shared:])
    return moved


def _key(token: str) -> str:
    return plain(token) or token


def _is_island(text: str) -> bool:
    return len(text) <= ISLAND and not PAUSES & set(text)
