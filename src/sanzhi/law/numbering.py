"""Document numbers 文号: 舞城管罚决字〔2026〕第12号 (facts F10-23, F10-24)."""

import re
from dataclasses import dataclass

PATTERN = re.compile(
    r"^(?P<org>[一-鿿]{1,10}?)(?P<word>[一-鿿]{1,6}字)?〔(?P<year>(?:19|20)\d{2})〕(?:第)?(?P<no>[1-9]\d{0,4})号$"
)


@dataclass(frozen=True)
class DocumentNumber:
    org: str
    word: str
    year: int
    no: int

    def __str__(self) -> str:
        return format_number(self.org, self.word, year=self.year, no=self.no)


def format_number(org: str, word: str, *, year: int, no: int) -> str:
    """舞城管 + 罚决字 + 2026 + 12; without a word there is no 第 (a plain issued document)."""
    return f"{org}{word}〔{year}〕第{no}号" if word else f"{org}〔{year}〕{no}号"


def parse_number(text: str, *, words: frozenset[str] = frozenset()) -> DocumentNumber | None:
    """The parts of a number, or None. `words` are known 文种, longest first deciding where the 机关代字 ends."""
    found = PATTERN.match(text)
    if not found:
        return None
    head = (found["org"] or "") + (found["word"] or "")
    word = next(
        (known for known in sorted(words, key=len, reverse=True) if head.endswith(known)), found["word"] or ""
    )
    return DocumentNumber(head.removesuffix(word), word, int(found["year"]), int(found["no"]))
