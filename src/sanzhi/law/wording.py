"""How texts that people typed stand in a sentence of a paper: one full stop, no opening twice."""

import re

OPENING = re.compile(r"^\s*(?:经|已|已经)(?:本机关|当场)?(?:查明|查|复查|复核|核查|审查)\s*[，,：:]\s*")


def sentence(text: str) -> str:
    """The text with one full stop at its end; an empty text stays empty."""
    plain = text.strip()
    ended = plain.rstrip("。.；;，, ")
    return plain if plain[-1:] in {"！", "？"} else f"{ended}。" if ended else ""


def without_opening(text: str) -> str:
    """经复查，已经改正 → 已经改正: for a paper that has said 经查 itself."""
    return OPENING.sub("", text)
