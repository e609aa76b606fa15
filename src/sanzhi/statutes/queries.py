"""All reads of the laws: current texts, articles, what a citation names."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from sanzhi.kernel import search
from sanzhi.kernel.errors import NotVisible
from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.law.citations import Citation, parse_citations
from sanzhi.statutes.models import Article, Version

PREFIX = "中华人民共和国"
LIMIT = 30


@dataclass(frozen=True)
class ArticleText:
    """An article as pages show it; `new_chapter` is set where a chapter begins."""

    version: Version
    label: str
    heading: str
    chapter: str
    paragraph_texts: tuple[str, ...]
    new_chapter: str = ""

    @property
    def version_id(self) -> int:
        return self.version.pk


def current_versions() -> QuerySet[Version]:
    rows = Version.objects.filter(is_current=True).select_related("statute")
    return rows.annotate(article_count=Count("articles")).order_by("statute__title")


def version(pk: int) -> Version:
    found = Version.objects.select_related("statute").filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def articles_of(version: Version) -> list[ArticleText]:
    rows, last = [], ""
    for article in version.articles.all():
        fresh = article.chapter if article.chapter != last else ""
        last = article.chapter
        rows.append(_text(article, version, new_chapter=fresh))
    return rows


def resolve(text: str) -> list[ArticleText]:
    """The articles of the current versions that the citations in `text` name, in their order; unknown ones are left out."""
    citations = parse_citations(text)
    if not citations:
        return []
    wanted = Q()
    for citation in citations[:LIMIT]:
        wanted |= Q(version__statute__short_title=citation.statute.removeprefix(PREFIX)) & Q(
            number=citation.article, suffix=citation.suffix
        )
    rows = Article.objects.filter(wanted, version__is_current=True).select_related("version__statute")
    found = {(row.version.statute.short_title, row.number, row.suffix): row for row in rows}
    return [_text(found[key], found[key].version) for key in map(_key, citations) if key in found]


def broken(texts: Iterable[str]) -> list[Citation]:
    """The citations in `texts` that name no article of a current version (2 queries)."""
    citations = [citation for text in texts for citation in parse_citations(text)]
    titles = {_key(citation)[0] for citation in citations}
    rows = Article.objects.filter(version__is_current=True, version__statute__short_title__in=titles)
    known = set(rows.values_list("version__statute__short_title", "number", "suffix"))
    return [citation for citation in dict.fromkeys(citations) if _key(citation) not in known]


def articles_matching(query: str) -> list[ArticleText]:
    """Articles of current versions that contain every word of `query` (at most 30)."""
    keys = [int(key) for key in search.find("article", query, limit=LIMIT)]
    rows = Article.objects.filter(pk__in=keys).select_related("version__statute").in_bulk()
    return [_text(rows[key], rows[key].version) for key in keys if key in rows]


def _key(citation: Citation) -> tuple[str, int, int]:
    return citation.statute.removeprefix(PREFIX), citation.article, citation.suffix


def _text(article: Article, version: Version, *, new_chapter: str = "") -> ArticleText:
    suffix = f"之{numeral_of(article.suffix)}" if article.suffix else ""
    label = f"{article.number}-{article.suffix}" if article.suffix else str(article.number)
    lines = []
    for paragraph in article.paragraphs:
        lines += [paragraph["text"]] if paragraph["text"] else []
        for item in paragraph["items"]:
            lines.append(f"（{numeral_of(item['number'])}）{item['text']}")
            lines += item["subitems"]
    return ArticleText(
        version, label, f"第{numeral_of(article.number)}条{suffix}", article.chapter, tuple(lines) or ("",), new_chapter
    )
