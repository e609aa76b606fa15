"""The last look at a statute: each sentence anywhere in it that speaks of punishment and that nothing read has named.

Every article, paragraph, item and 目 is looked at, of all chapters, and the annex too. A sentence whose reason is known
(上缴国库, 由……决定罚款) is told with it; every other counts as not read.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from sanzhi.law.citations import Citation
from sanzhi.law.liability.decisions import DECIDED, only_decides
from sanzhi.law.liability.drafts import PassedOver, PenaltyDraft, article_of
from sanzhi.law.liability.phrases import MORE, why_others
from sanzhi.law.liability.places import itemised
from sanzhi.law.statute_text import Article, StatuteText

# 行政处罚法 §9, and the figures and references by which a fine may be meant without its name
THREAT = re.compile(
    r"罚款|没收|吊销|暂扣|拘留|通报批评|(?:给予|处以?|予以)警告|降低资质|(?:限制|禁止)从业|限制开展生产经营|责令[^，。；]{0,8}(?:停业|停产|关闭)"
    r"|处以?[^，。；的]{0,8}[零一二三四五六七八九十百千万两\d]元|(?:下列|以下)(?:规定|标准)[^，。；]{0,6}(?:处罚|处理)|"
    + MORE.pattern
)
ELSEWHERE = "提到处罚，没有读成职权，请对照条文核对"
IN_ANNEX = "附件中提到处罚，没有读成职权，请对照附件核对"


def unmentioned(
    statute: StatuteText, *, drafts: Iterable[PenaltyDraft], passed: Iterable[PassedOver]
) -> Iterator[PassedOver]:
    """What threatens and stands neither in the text of a draft nor in what was passed over, in the order of the statute."""
    said: dict[str, str] = defaultdict(str)
    texts = [(row.basis, row.text) for row in drafts] + [(row.basis, row.text) for row in passed]
    for basis, text in texts:
        said[article_of(basis)] += f"{_squeezed(text)}\n"
    for article in statute.articles:
        for citation, text in _parts(statute.title, article):
            known = said[article_of(str(citation))]
            rest = [one for one in _threats(text) if one.rstrip("。；;") not in known]
            if rest:
                yield _passed(str(citation), "".join(rest))
    for line in statute.annex:
        if THREAT.search(_squeezed(line)):
            yield PassedOver(f"《{statute.title}》附件", IN_ANNEX, line, is_unread=True)


def _passed(basis: str, text: str) -> PassedOver:
    """A sum that is threatened is never explained away by words beside it."""
    if only_decides(text, is_first=False):
        return PassedOver(basis, DECIDED, text)
    reason = "" if re.search(r"\d元|[一二三四五六七八九十百千万]元", text) else why_others(text)
    return PassedOver(basis, reason or ELSEWHERE, text, is_unread=not reason)


def _parts(title: str, article: Article) -> Iterator[tuple[Citation, str]]:
    """Each text of an article with its place; a 目 is cited by its item."""
    many = len(article.paragraphs) > 1
    for index, paragraph in enumerate(map(itemised, article.paragraphs), start=1):
        number = index if many else 0
        yield Citation(title, article.number, article.suffix, number, 0), paragraph.text
        for item in paragraph.items:
            citation = Citation(title, article.number, article.suffix, number, item.number)
            yield from ((citation, text) for text in (item.text, *item.subitems))


def _threats(text: str) -> Iterator[str]:
    sentences = re.findall("[^。；;]+[。；;]?", _squeezed(text))
    yield from (sentence for sentence in sentences if THREAT.search(sentence))


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)
