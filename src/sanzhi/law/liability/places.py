"""Where penalty clauses stand: the chapter 法律责任, or the articles that speak like one; whom the statute charges."""

import re
from dataclasses import dataclass

from sanzhi.law.chinese_numbers import NUMERAL, number_of, numeral_of
from sanzhi.law.citations import Citation, parse_citations
from sanzhi.law.statute_text import Article, Item, Paragraph, StatuteText

CHAPTER = re.compile(r"法律责任|罚\s*则|处\s*罚$")
SPEAKS_LIKE_ONE = re.compile(
    r"违反本|处以?[^，。]{0,30}罚款|依法给予[^，。]*处分|追究刑事责任|已有法律责任规定|(?:下列|以下|如下)(?:(?:规定|标准)[^，。]{0,6})?处罚"
    r"|的，(?:[^。]*，)?(?:由[^，。]{2,30})?(?:并|可以|依法)*(?:没收|吊销|暂扣|责令(?:停业|停产|关闭))"
)
# of an item only what it orders itself: 未设围挡的，处二千元罚款
ORDERS_A_PENALTY = re.compile(
    r"(?:处以?|罚款)[^，。的]{0,30}元[^，。]{0,6}罚款|罚款[^，。]{0,20}元|的，(?:[^。]*，)?(?:由[^，。]{2,30})?(?:并|可以|依法)*(?:没收|吊销|暂扣|责令(?:停业|停产|关闭))"
)
CHARGED = re.compile(
    r"(?:所规定|规定)的行政处罚，?(?:由|授权)(?P<name>[^，。]+?)(?:依法)?(?:实施|负责实施|决定)"
)
ROUND_UP = re.compile(r"不足一平方米的?，?按照?一平方米计算")
ITEM_RANGE = re.compile(rf"第[（(]?({NUMERAL})[）)]?项至第[（(]?({NUMERAL})[）)]?项")
ITEM = re.compile(rf"第[（(]?({NUMERAL})[）)]?项")
# ：（一）……；（二）……: items that a text prints in one paragraph
INLINE = re.compile(rf"(?<=[：:；;。])\s*[（(]({NUMERAL})[）)]")
LONGEST_WORDS = 80


@dataclass(frozen=True)
class Place:
    """A paragraph of a penalty article; `number` 0 where the article has only one."""

    title: str
    article: Article
    number: int
    paragraph: Paragraph

    def citation(self, item: int = 0) -> Citation:
        return Citation(self.title, self.article.number, self.article.suffix, self.number, item)


def penalty_places(statute: StatuteText) -> list[Place]:
    """The paragraphs of the chapter on liability; without one, those that speak like a penalty clause."""
    chapter = [
        article for article in statute.articles if any(CHAPTER.search(name) for name in article.chapter)
    ]
    places = [
        Place(statute.title, article, index if len(article.paragraphs) > 1 else 0, itemised(paragraph))
        for article in chapter or statute.articles
        for index, paragraph in enumerate(article.paragraphs, start=1)
    ]
    return places if chapter else [place for place in places if _speaks_like_one(place.paragraph)]


def itemised(paragraph: Paragraph) -> Paragraph:
    """The paragraph with the items that stand within its text; a sentence behind the last one goes to the opening."""
    opening, *rest = INLINE.split(paragraph.text)
    numbers, texts = [number_of(one) for one in rest[::2]], [text.strip() for text in rest[1::2]]
    is_list = (
        len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1)) and opening.endswith(("：", ":"))
    )
    if paragraph.items or not is_list:
        return paragraph
    last, stop, behind = texts[-1].partition("。")
    if behind:
        opening = f"{opening[:-1]}；{behind}"
    items = [Item(number, text) for number, text in zip(numbers, [*texts[:-1], last + stop], strict=True)]
    return Paragraph(opening, items)


def _speaks_like_one(paragraph: Paragraph) -> bool:
    """Whether the paragraph punishes: in its own text, or in that of its items."""
    below = [text for item in paragraph.items for text in (item.text, *item.subitems)]
    return bool(SPEAKS_LIKE_ONE.search(paragraph.text)) or any(map(ORDERS_A_PENALTY.search, below))


def charged_department(statute: StatuteText) -> str:
    """The department that 本条例规定的行政处罚由……实施 names; "" where no article says so."""
    found = CHARGED.search(
        "\n".join(part.text for article in statute.articles for part in article.paragraphs)
    )
    return found["name"] if found else ""


def rounds_up(statute: StatuteText) -> bool:
    """Whether a part of a square metre counts as one, wherever the statute says so."""
    return any(ROUND_UP.search(part.text) for article in statute.articles for part in article.paragraphs)


def prohibitions(violates: str, *, within: str, opening: tuple[Citation, ...] = ()) -> tuple[Citation, ...]:
    """What is violated; 第一项至第五项 without an article are items of the one article that the opening names."""
    spelt = spelled(violates)
    cited = parse_citations(spelt, within=within)
    if cited:
        return cited
    items = [number_of(found) for found in ITEM.findall(spelt)]
    if items and len(opening) == 1:
        only = opening[0]
        return tuple(Citation(within, only.article, only.suffix, only.paragraph, item) for item in items)
    return opening


def provision_words(statute: StatuteText, citation: Citation) -> str:
    """The first sentence of the provision, for a clause that says only 违反第十四条第一款规定的; "" when it is elsewhere."""
    if citation.statute != statute.title:
        return ""
    for article in statute.articles:
        if (article.number, article.suffix) == (citation.article, citation.suffix):
            return _shortened(_words(article, citation))
    return ""


def _words(article: Article, citation: Citation) -> str:
    chosen = (
        article.paragraphs[citation.paragraph - 1 : citation.paragraph]
        if citation.paragraph
        else article.paragraphs
    )
    if not citation.item:
        return chosen[0].text if chosen else ""
    items: list[Item] = [
        item for paragraph in chosen for item in paragraph.items if item.number == citation.item
    ]
    return items[0].text if items else ""


def _shortened(text: str) -> str:
    first = re.split("[。；;]", text)[0].rstrip("：:").removesuffix("的")
    if len(first) <= LONGEST_WORDS:
        return first
    return (
        first[:LONGEST_WORDS].rpartition("，")[0] + "……"
        if "，" in first[:LONGEST_WORDS]
        else first[:LONGEST_WORDS] + "……"
    )


def spelled(text: str) -> str:
    """第一项至第三项 as 第一项、第二项、第三项."""
    return ITEM_RANGE.sub(_spelled, text)


def _spelled(found: re.Match[str]) -> str:
    numbers = range(number_of(found[1]), number_of(found[2]) + 1)
    return "、".join(f"第{numeral_of(number)}项" for number in numbers)
