"""Reads citations: 《…》第十四条第一款第（二）项, 第四十四条、第四十五条, 行政处罚法第五十八条, 条至条."""

import re
from dataclasses import dataclass

from sanzhi.law.chinese_numbers import NUMERAL, number_of, numeral_of

NUMBER = rf"(?:{NUMERAL}|\d+)"
ONE = re.compile(
    rf"(?:《(?P<title>[^》]+)》|(?P<short>[一-鿿]{{2,30}}?(?:法|条例|办法|规定|决定|规则)))?"
    rf"第(?P<article>{NUMBER})条(?:之(?P<suffix>{NUMERAL}))?"
    rf"(?:第(?P<paragraph>{NUMBER})款)?(?:第[（(]?(?P<item>{NUMBER})[）)]?项)?"
)
RANGE = re.compile(rf"至第({NUMBER})条")
SELF = frozenset({"本法", "本条例", "本办法", "本规定"})


@dataclass(frozen=True)
class Citation:
    """One article of one statute; `paragraph` and `item` are 0 where the whole article is meant."""

    statute: str
    article: int
    suffix: int = 0
    paragraph: int = 0
    item: int = 0

    def __str__(self) -> str:
        text = f"《{self.statute}》第{numeral_of(self.article)}条"
        text += f"之{numeral_of(self.suffix)}" if self.suffix else ""
        text += f"第{numeral_of(self.paragraph)}款" if self.paragraph else ""
        return text + (f"第{numeral_of(self.item)}项" if self.item else "")


def parse_citations(text: str, *, within: str = "") -> tuple[Citation, ...]:
    """All citations in `text`; an article without a title belongs to the statute named before it, or to `within`."""
    statute = within
    found: list[Citation] = []
    for match in ONE.finditer(text):
        named = match["title"] or match["short"] or ""
        if named in SELF:
            statute = within
        elif named:
            statute = named.lstrip("和及、，；")
        if not statute:
            continue
        citation = Citation(
            statute,
            number_of(match["article"]),
            *(number_of(match[name]) if match[name] else 0 for name in ("suffix", "paragraph", "item")),
        )
        found.append(citation)
        upto = RANGE.match(text, match.end())
        if upto:
            last = number_of(upto[1])
            found += [Citation(statute, number) for number in range(citation.article + 1, min(last, citation.article + 30))]
    return tuple(dict.fromkeys(found))
