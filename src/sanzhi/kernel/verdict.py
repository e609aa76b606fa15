"""A verdict says yes, or says no with every reason, each with the article it rests on and what to do next."""

from dataclasses import dataclass
from typing import Self

from sanzhi.kernel.errors import Refused


@dataclass(frozen=True)
class Reason:
    """One unmet condition: a Chinese sentence, the article (例: 行政处罚法第四十二条), what to do."""

    sentence: str
    citation: str = ""
    remedy: str = ""

    def __str__(self) -> str:
        text = self.sentence
        if self.citation:
            text += f"（依据：{self.citation}）"
        return f"{text}{self.remedy}" if self.remedy else text


@dataclass(frozen=True)
class Verdict:
    """Empty `reasons` means yes. Verdicts add up: `a & b` keeps the reasons of both."""

    reasons: tuple[Reason, ...] = ()

    @classmethod
    def yes(cls) -> Self:
        return cls()

    @classmethod
    def no(cls, sentence: str, citation: str = "", *, remedy: str = "") -> Self:
        return cls((Reason(sentence, citation, remedy),))

    @classmethod
    def when(cls, holds: object, sentence: str, *, citation: str = "", remedy: str = "") -> Self:
        """Yes when `holds`, otherwise no with this one reason."""
        return cls() if holds else cls.no(sentence, citation, remedy=remedy)

    def __bool__(self) -> bool:
        return not self.reasons

    def __and__(self, other: "Verdict") -> "Verdict":
        merged = dict.fromkeys(self.reasons + other.reasons)
        return Verdict(tuple(merged))


def require(*verdicts: Verdict) -> None:
    """Raise one `Refused` with *all* reasons of all verdicts, or return."""
    total = Verdict()
    for verdict in verdicts:
        total &= verdict
    if not total:
        raise Refused(total.reasons)
