"""Reads citations: 《…》第十四条第一款第（二）项, 第二款、第三款 of one article, 第四十四条至第四十六条, 处罚法第58条."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sanzhi.law.chinese_numbers import NUMERAL, number_of, numeral_of

NUMBER = rf"(?:{NUMERAL}|\d+)"
PARAGRAPH = rf"第(?P<paragraph>{NUMBER})款"
ITEM = rf"第[（(]?(?P<item>{NUMBER})[）)]?项"
ONE = re.compile(
    rf"(?:《(?P<title>[^》]+)》|(?P<short>[一-鿿]{{1,30}}?(?:法|条例|办法|规定|决定|规则)))?"
    rf"第(?P<article>{NUMBER})条(?:之(?P<suffix>{NUMERAL}))?(?:{PARAGRAPH})?(?:{ITEM})?"
)
# 第十一条第一款、第二款: the article named before goes on
MORE = re.compile(rf"(?:、|，|和|及|或者|或)(?:{PARAGRAPH}(?:{ITEM})?|{ITEM.replace('<item>', '<lone>')})")
RANGE = re.compile(rf"至第({NUMBER})条")
LONGEST_RANGE = 100
# words that stand before a title written without 《》; a title begins after the last of them
BEFORE_TITLE = re.compile(r"依据|依照|根据|按照|参照|违反了?|适用|符合|以及|或者|并且")
SELF = ("本法", "本条例", "本办法", "本规定")


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
        statute = _statute(match, statute, within)
        if statute:
            found += _article(match, statute)
    return tuple(dict.fromkeys(found))


def _statute(match: re.Match[str], last: str, within: str) -> str:
    named = match["title"] or BEFORE_TITLE.split(match["short"] or "")[-1].lstrip("和及与、，；")
    if named in SELF:
        return within
    return last if named[:1] in {"该", "同"} else named or last


def _article(match: re.Match[str], statute: str) -> Iterator[Citation]:
    """The citation, the further paragraphs and items of the same article, and the articles of a range."""
    numbers = (number_of(match[name]) if match[name] else 0 for name in ("suffix", "paragraph", "item"))
    citation = Citation(statute, number_of(match["article"]), *numbers)
    yield citation
    end = match.end()
    while more := MORE.match(match.string, end):
        if more["paragraph"]:
            item = number_of(more["item"]) if more["item"] else 0
            citation = replace(citation, paragraph=number_of(more["paragraph"]), item=item)
        else:
            citation = replace(citation, item=number_of(more["lone"]))
        yield citation
        end = more.end()
    upto = RANGE.match(match.string, end)
    if upto:
        last = min(number_of(upto[1]), citation.article + LONGEST_RANGE)
        yield from (Citation(statute, number) for number in range(citation.article + 1, last + 1))
