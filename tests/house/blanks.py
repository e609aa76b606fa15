"""Finds blanks that a reader would see between two Chinese characters: a line break in HTML is shown as a blank.

Control tags stand for nothing, the branches of an {% if %} are followed each on its own; HTML tags end the search.
"""

import re
from collections.abc import Iterator

TOKEN = re.compile(r"({%.*?%}|{{.*?}}|{#.*?#}|<!?/?[a-zA-Z](?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>)", re.DOTALL)
CHINESE = re.compile(r"[\u3001-\u303f\u4e00-\u9fff\uff00-\uffef“”‘’…]")
INLINE = re.compile(r"</?(b|em|strong)\b")
ENDS = {"if": "endif", "for": "endfor"}
PARTS = {"elif", "else", "empty"}
SILENT = {*ENDS, *ENDS.values(), *PARTS, "with", "endwith", "load", "csrf_token"}


def word(token: str) -> str:
    """if, endfor, … of a control tag; nothing for anything else."""
    found = re.match(r"{%-?\s*(\w+)", token)
    return found[1] if found else ""


def partners(tokens: list[str], at: int, *, step: int) -> list[int]:
    """The else, empty and last tags of the block that `at` belongs to, in the direction of `step`."""
    depth, found = 0, []
    opening, closing = (set(ENDS), set(ENDS.values()))
    inwards, outwards = (opening, closing) if step > 0 else (closing, opening)
    for place in range(at + step, len(tokens) if step > 0 else -1, step):
        said = word(tokens[place])
        if said in inwards:
            depth += 1
        elif said in outwards and depth == 0:
            return [*found, place]
        elif said in outwards:
            depth -= 1
        elif said in PARTS and depth == 0:
            found.append(place)
    return found


def beside(tokens: list[str], at: int, *, step: int, depth: int = 0) -> set[str]:
    """The characters that may come next from `at` on; nothing where a box or a value comes."""
    while 0 <= at < len(tokens) and depth < 12:
        token, said = tokens[at], word(tokens[at])
        if said in PARTS:
            at = (partners(tokens, at, step=step) or [at])[-1]
        elif said in (ENDS if step > 0 else ENDS.values()):
            inside = partners(tokens, at, step=step)
            ways = [at, *inside] if len(inside) < 2 else [at, *inside[:-1]]
            return _either(tokens, ways, step=step, depth=depth)
        elif said == ("endfor" if step > 0 else "for"):  # out of the loop, or once more round
            others = partners(tokens, at, step=-step)
            again = others[-1 if step > 0 else 0] if others else at
            return _either(tokens, [at, again], step=step, depth=depth)
        elif not (said in SILENT or INLINE.match(token) or not token.strip()):
            plain = "" if TOKEN.fullmatch(token) else token.strip()
            return {plain[0 if step > 0 else -1]} if plain else set()
        at += step
    return set()


def _either(tokens: list[str], ways: list[int], *, step: int, depth: int) -> set[str]:
    return {char for way in ways for char in beside(tokens, way + step, step=step, depth=depth + 1)}


def visible_blanks(text: str) -> Iterator[str]:
    """The two characters at every line break that shows."""
    tokens = [token for token in TOKEN.split(text) if token]
    for at, token in enumerate(tokens):
        if TOKEN.fullmatch(token):
            continue
        for left, right in re.findall(r"(\S)[ ]*\n\s*(?=(\S))", token):
            if CHINESE.match(left) and CHINESE.match(right):
                yield f"{left}⏎{right}"
        before, after = beside(tokens, at - 1, step=-1), beside(tokens, at + 1, step=1)
        if re.match(r"\s*\n", token):
            after_break = after if not token.strip() else {token.strip()[0]}
            yield from _pairs(before, after_break)
        if token.strip() and re.search(r"\n\s*$", token):
            yield from _pairs({token.strip()[-1]}, after)


def _pairs(before: set[str], after: set[str]) -> list[str]:
    return [f"{a}⏎{b}" for a in before if CHINESE.match(a) for b in after if CHINESE.match(b)]
