"""Text as a reader sees it."""

import re
from collections.abc import Mapping
from typing import Any

# controls, zero-width characters, marks of direction, separators that no keyboard gives, halves of signs, what XML cannot carry
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]"
)
GAP = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])")
ENDS = " \t\u3000\n"


def clean(text: str) -> str:
    """The text without what nobody sees: controls, zero-width characters, hard spaces, spaces at the ends of lines. Breaks are kept."""
    text = UNSEEN.sub("", text).replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.strip(ENDS) for line in text.split("\n")).strip(ENDS)


def joined(name: str) -> str:
    """A name without blanks between its Chinese signs: 周 静超 is 周静超."""
    return GAP.sub("", name)


def says_something(text: str) -> bool:
    """Letters, figures or Chinese signs: punctuation alone tells nothing."""
    return any(sign.isalnum() for sign in text)


def one_line(text: str) -> str:
    """What a field of one line takes of pasted lines: a blank stands for each break."""
    return " ".join(part for part in clean(text).split("\n") if part)


def cleaned(said: Any) -> Any:
    """Every text in what was sent, however deep it lies, as a reader sees it."""
    if isinstance(said, str):
        return clean(said)
    if isinstance(said, Mapping):
        return {cleaned(key): cleaned(value) for key, value in said.items()}
    return [cleaned(item) for item in said] if isinstance(said, list | tuple) else said
