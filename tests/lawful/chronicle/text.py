"""Free words brought to one form, so that a space or a full-width letter makes no difference."""

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache

NUMERALS = r"\d零〇一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟"
DENIALS = "不未没无非勿免"


@lru_cache(maxsize=4096)
def plain(text: str | None) -> str:
    """Without spaces, in one width."""
    return re.sub(r"[\s·​]+", "", unicodedata.normalize("NFKC", text or ""))


@lru_cache(maxsize=4096)
def letters(text: str | None) -> str:
    """Nothing but letters and figures, in one case, 09月 as 9月, 3.50 as 3.5: what two writers of the same may not differ in."""
    bare = re.sub(r"(?:(?!(?<=\d)\.(?=\d))[\W_])+", "", plain(text)).casefold()
    bare = re.sub(r"(?<![\d.])(\d++)\.(\d++)(?![\d.])", _number, bare)
    return re.sub(r"(?<!\d)\d++(?=[年月日时分])", lambda hit: hit[0].lstrip("0") or "0", bare)


def _number(hit: re.Match[str]) -> str:
    return f"{hit[1]}.{hit[2]}".rstrip("0").rstrip(".")


def holds(whole: str, part: str) -> bool:
    """Whether the words stand in the others, not as the rest of a number (1号 in 11号) and not denied there."""
    start = f"(?<![{NUMERALS}.{DENIALS}])" if re.match(f"[{NUMERALS}]", part) else f"(?<![{DENIALS}])"
    end = rf"(?![{NUMERALS}]|\.\d)" if re.search(f"[{NUMERALS}]$", part) else ""
    return re.search(start + re.escape(part) + end, whole) is not None


def is_one_place(first: str | None, second: str | None) -> bool:
    """The same words, or one more exact than the other: 演示路1号, 演示路1号门前."""
    one, two = sorted((letters(first), letters(second)), key=len)
    return one == two or (len(one) > 2 and holds(two, one))


MASK = re.compile("[*＊×✕某○●]+|[xX]{2,}")


GAP = 40  # letters that one mask hides
MANY_MASKS = 20  # more in one clause show nothing any more


def is_masked_or_same(shown: str | None, true: str | None, *, whole: bool = True) -> bool:
    """The true words, or the same with a mask over a part of them: 王某某, 演示路**号; `whole`: from end to end."""
    pieces = [letters(piece) for piece in MASK.split(plain(shown))]
    words = letters(true)
    if len(pieces) > MANY_MASKS:
        return False
    if not whole:
        pieces = [piece for piece in pieces if piece] or [""]
    ends = [start + len(pieces[0]) for start in ([0] if whole else _starts(words, pieces[0]))]
    if not words.startswith(pieces[0]) and whole:
        return False
    for piece in pieces[1:]:
        ends = [
            start + len(piece)
            for start in _starts(words, piece)
            if (nearest := bisect_right(ends, start)) and start - ends[nearest - 1] <= GAP
        ]
    return len(words) in ends if whole else bool(ends)


def _starts(words: str, piece: str) -> list[int]:
    return [hit.start() for hit in re.finditer(f"(?={re.escape(piece)})", words)]
