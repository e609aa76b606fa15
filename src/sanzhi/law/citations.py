"""Reads citations: 《…》第十四条第一款第（二）项, 第二款、第三款 of one article, 第四十四条至第四十六条, 处罚法第58条.

A name said to be short for another (以下简称) stands for it; whether a short title is known, the statutes say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sanzhi.law.chinese_numbers import NUMERAL, number_of, numeral_of

NUMBER = rf"(?:{NUMERAL}|\d+)"
PARAGRAPH = rf"第(?P<paragraph>{NUMBER})款"
ITEM = rf"(?:第[（(]?(?P<item>{NUMBER})[）)]?|[（(](?P<bare>{NUMBER})[）)])项"
ONE = re.compile(
    rf"(?:《(?P<title>(?:[^《》]|《[^《》]+》)+)》(?:[（(](?P<aside>[^（）()]{{0,60}})[）)])?|(?P<short>[一-鿿]{{1,30}}?(?:法典|法|条例|办法|规定|决定|规则)))?"
    rf"第(?P<article>{NUMBER})条(?:之(?P<suffix>{NUMERAL}))?(?:{PARAGRAPH})?(?:{ITEM})?"
)
LONE = ITEM.replace("<item>", "<lone>").replace("<bare>", "<lonely>")
# 第十一条第一款、第二款: the article named before goes on
MORE = re.compile(rf"(?:、|，|和|及|或者|或)(?:{PARAGRAPH}(?:{ITEM})?|{LONE})")
RANGE = re.compile(rf"(?:至|到|—|－|-)+第?({NUMBER})条")
LONGEST_RANGE = 100
# 第四十四、四十五条 and 第（一）、（三）项 name each
LISTED = re.compile(rf"第([（(]?{NUMBER}[）)]?(?:(?:、|和|及)[（(]?{NUMBER}[）)]?)+)(条|款|项)")
LOOSE = re.compile(rf"(?<=第)\s+|(?<=》)\s+(?=第)|(?<=[\d{NUMERAL[1:-2]}])\s+(?=[条款项])")
ALIAS = re.compile(r"(?:以下)?简称(?:为)?[《“\"]?([一-鿿]{2,30})[》”\"]?")
# words that stand before a title written without 《》; a title begins after the last of them
BEFORE_TITLE = re.compile(r"(?<!意)见(?![义习证])|依据|依照|根据|按照|参照|违反了?|适用|符合|以及|或者|并且")
TITLE = re.compile(r"《((?:[^《》]|《[^《》]{2,40}》){2,80})》")
KIND = re.compile(r"(?:法典|法|条例|办法|规定|决定|规则|细则)(?:（[^）]*）)?$")
SELF = ("本法", "本条例", "本办法", "本规定", "本决定", "本规则", "本法典")


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
    aliases: dict[str, str] = {}
    found: list[Citation] = []
    for match in ONE.finditer(_spelled_out(text)):
        statute = _statute(match, statute, within=within)
        if alias := ALIAS.search(match["aside"] or ""):
            aliases[alias[1]] = statute
        statute = aliases.get(statute, statute)
        if statute:
            found += _article(match, statute)
    return tuple(dict.fromkeys(found))


def titles_in(text: str) -> tuple[str, ...]:
    """The names of statutes that stand in book marks, each once, with or without an article behind them."""
    return tuple(
        dict.fromkeys(found for found in TITLE.findall(re.sub(r"\s", "", text)) if KIND.search(found))
    )


def _spelled_out(text: str) -> str:
    """第四十四、四十五条 as 第四十四条、第四十五条; no spaces inside a reference."""

    def each(match: re.Match[str]) -> str:
        return "、".join(f"第{number}{match[2]}" for number in re.split("[、和及]", match[1]))

    return LISTED.sub(each, LOOSE.sub("", text))


def _statute(match: re.Match[str], last: str, *, within: str) -> str:
    named = match["title"] or BEFORE_TITLE.split(match["short"] or "")[-1].lstrip("和及与、，；")
    if named in SELF:
        return within
    return last if named[:1] in {"该", "同"} else named or last


def _article(match: re.Match[str], statute: str) -> Iterator[Citation]:
    """The citation, the further paragraphs and items of the same article, and the articles of a range."""
    said = (match["suffix"], match["paragraph"], match["item"] or match["bare"])
    citation = Citation(
        statute, number_of(match["article"]), *(number_of(text) if text else 0 for text in said)
    )
    yield citation
    end = match.end()
    while more := MORE.match(match.string, end):
        if more["paragraph"]:
            item = number_of(more["item"] or more["bare"] or "0")
            citation = replace(citation, paragraph=number_of(more["paragraph"]), item=item)
        else:
            citation = replace(citation, item=number_of(more["lone"] or more["lonely"]))
        yield citation
        end = more.end()
    upto = RANGE.match(match.string, end)
    if upto:
        last = min(number_of(upto[1]), citation.article + LONGEST_RANGE)
        yield from (Citation(statute, number) for number in range(citation.article + 1, last + 1))
