"""All reads of the laws: current texts, articles, what a citation names."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from sanzhi.kernel import clock, search
from sanzhi.kernel.errors import NotVisible
from sanzhi.law.chinese_numbers import numeral_of
from sanzhi.law.citations import Citation, parse_citations
from sanzhi.law.statute_diff import ArticleChange, compare
from sanzhi.law.statute_text import Article as LawArticle
from sanzhi.law.statute_text import Item, Paragraph
from sanzhi.statutes.models import Article, Statute, Succession, Version
from sanzhi.statutes.titles import Titles as Titles

LIMIT = 30
NEIGHBOURS = 200  # articles from which it is learnt what stands beside a word


@dataclass(frozen=True)
class ArticleText:
    """An article as pages show it; `new_chapter` is set where a chapter begins."""

    version: Version
    label: str
    heading: str
    chapter: str
    paragraph_texts: tuple[str, ...]
    new_chapter: str = ""
    source_note: str = ""

    @property
    def version_id(self) -> int:
        return self.version.pk


def current_versions(*, among: Collection[str] | None = None) -> QuerySet[Version]:
    """The versions in force with their numbers of articles, by title; `among` these short titles."""
    rows = Version.objects.filter(is_current=True).select_related("statute")
    if among is not None:
        rows = rows.filter(statute__short_title__in=among)
    return rows.annotate(article_count=Count("articles")).order_by("statute__title")


def statutes(*, title: str = "", among: Collection[str] | None = None) -> list[Statute]:
    """Every statute whose title holds `title`, with its versions, the latest first (2 queries); `among` these short titles."""
    rows = Statute.objects.filter(title__contains=title).order_by("title")
    if among is not None:
        rows = rows.filter(short_title__in=among)
    return list(rows.prefetch_related(Prefetch("versions", queryset=_latest_first())))


def ended_statutes() -> list[Statute]:
    """Those whose repeal is known, with their versions (2 queries)."""
    rows = Statute.objects.exclude(repealed_on=None).order_by("title")
    return list(rows.prefetch_related(Prefetch("versions", queryset=_latest_first())))


def how_many() -> int:
    return Statute.objects.count()


def statute(pk: int) -> Statute:
    found = Statute.objects.filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


def statute_titled(title: str) -> Statute | None:
    return Statute.objects.filter(title=title).first()


def versions_of(statute: Statute) -> QuerySet[Version]:
    """All versions, the latest first."""
    return _latest_first().filter(statute=statute)


def _latest_first() -> QuerySet[Version]:
    since = Coalesce("effective_from", "adopted_on")
    rows = Version.objects.select_related("statute").annotate(since=since, article_count=Count("articles"))
    return rows.order_by("-since", "-adopted_on")


def previous(version: Version) -> Version | None:
    """The version that this one replaced."""
    rows = list(versions_of(version.statute))
    place = next(place for place, row in enumerate(rows) if row.pk == version.pk)
    return rows[place + 1] if place + 1 < len(rows) else None


def titles() -> Titles:
    """The names of all imported statutes (1 query)."""
    return Titles(Statute.objects.values_list("short_title", flat=True))


def plain_articles(version: Version) -> tuple[LawArticle, ...]:
    """The articles as the law storey reads them."""
    return tuple(plain_article(row) for row in version.articles.all())


def changes(old: Version, new: Version) -> tuple[ArticleChange, ...]:
    """What `new` changed. Texts never change, so a comparison is made once a process."""
    return _compared((old.pk, old.content_sha256), (new.pk, new.content_sha256))


@lru_cache(maxsize=16)
def _compared(old: tuple[int, str], new: tuple[int, str]) -> tuple[ArticleChange, ...]:
    before, after = Version.objects.get(pk=old[0]), Version.objects.get(pk=new[0])
    return compare(plain_articles(before), plain_articles(after))


def plain_article(row: Article) -> LawArticle:
    paragraphs = [
        Paragraph(
            part["text"], [Item(item["number"], item["text"], item["subitems"]) for item in part["items"]]
        )
        for part in row.paragraphs
    ]
    return LawArticle(row.number, row.suffix, (row.chapter,), 0, paragraphs)


def article_row(version: Version, label: str) -> Article:
    """The article by its label, 12 or 12-1. Raises NotVisible."""
    number, _, suffix = label.partition("-")
    rows = version.articles.filter(number=int(number), suffix=int(suffix or 0))
    found = rows.select_related("version__statute").first()
    if found is None:
        raise NotVisible
    return found


def articles_named(version: Version, labels: Iterable[str]) -> dict[str, Article]:
    """The articles of these labels that there are (1 query)."""
    wanted = Q()
    for number, _, suffix in (label.partition("-") for label in labels if label):
        wanted |= Q(number=int(number), suffix=int(suffix or 0))
    rows = version.articles.filter(wanted).select_related("version__statute") if wanted else ()
    return {f"{row.number}-{row.suffix}" if row.suffix else str(row.number): row for row in rows}


def article_text(row: Article) -> ArticleText:
    return _text(row, row.version)


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
    names = titles()
    wanted = Q()
    keys = [names.key(citation) for citation in citations[:LIMIT]]
    for short, number, suffix in keys:
        wanted |= Q(version__statute__short_title=short, number=number, suffix=suffix)
    rows = Article.objects.filter(wanted, version__is_current=True).select_related("version__statute")
    found = {(row.version.statute.short_title, row.number, row.suffix): row for row in rows}
    return [_text(found[key], found[key].version) for key in dict.fromkeys(keys) if key in found]


def broken(texts: Iterable[str], *, on: date | None = None) -> list[Citation]:
    """The citations in `texts` that name no article of a version that applies now, or `on` a day to come (2 or 3 queries)."""
    citations = [citation for text in texts for citation in parse_citations(text)]
    names = titles()
    shorts = {names.key(citation)[0] for citation in citations}
    rows = Article.objects.filter(version__statute__short_title__in=shorts)
    rows = rows.filter(version__in=_applying(shorts, on)) if on else rows.filter(version__is_current=True)
    known = set(rows.values_list("version__statute__short_title", "number", "suffix"))
    return [citation for citation in dict.fromkeys(citations) if names.key(citation) not in known]


def _applying(shorts: Iterable[str], on: date) -> list[int]:
    """The version of each statute that applies on that day, as far as is known today."""
    ended = Q(statute__repealed_on__lte=on)
    begun = _latest_first().annotate(begun=Coalesce("effective_from", "adopted_on")).filter(begun__lte=on)
    rows = begun.filter(statute__short_title__in=shorts).exclude(ended)
    latest: dict[int, int] = {}
    for row in rows:
        latest.setdefault(row.statute_id, row.pk)
    return list(latest.values())


def why_broken(citation: Citation) -> str:
    """Why the citation names nothing that applies, and what has taken its place; empty for one that holds."""
    short, number, suffix = titles().key(citation)
    statute = Statute.objects.filter(short_title=short).first()
    if statute is None:
        return f"《{citation.statute}》尚未导入，无法核对。"
    if statute.versions.filter(is_current=True, articles__number=number, articles__suffix=suffix).exists():
        return ""
    heirs = "、".join(str(row) for row in successors_of(statute, number, suffix=suffix))
    ends = f"由{heirs}承接。" if heirs else ""
    if statute.repealed_on and statute.repealed_on <= clock.today():
        return f"{statute}已于{_day(statute.repealed_on)}废止（{statute.repealed_by}）。{ends}"
    if not statute.versions.filter(is_current=True).exists():
        return f"{statute}尚未施行。"
    return f"{statute}的现行版本没有{_heading(number, suffix)}。{ends}"


def formerly(citation: Citation) -> ArticleText | None:
    """The article that the citation named in the latest version that had it, whether or not that still applies."""
    short, number, suffix = titles().key(citation)
    rows = Article.objects.filter(version__statute__short_title=short, number=number, suffix=suffix)
    found = rows.select_related("version__statute").order_by("-version__adopted_on").first()
    return _text(found, found.version) if found else None


def successors_of(statute: Statute, number: int, *, suffix: int = 0) -> list[Succession]:
    """Where the article goes on: its own successors, else those of the whole statute."""
    rows = list(statute.successions.all())
    own = [row for row in rows if (row.number, row.suffix) == (number, suffix)]
    return own or [row for row in rows if not row.number]


def articles_matching(query: str) -> list[ArticleText]:
    """Articles of current versions that contain every word of `query` (at most 30)."""
    keys = [int(key) for key in search.find("article", query, limit=LIMIT)]
    if not keys:
        return []
    rows = Article.objects.filter(pk__in=keys).select_related("version__statute").in_bulk()
    return [_text(rows[key], rows[key].version) for key in keys if key in rows]


def is_written(words: str) -> bool:
    """Whether the words stand in an article of a current version or in the title of a statute."""
    return (
        bool(search.find("article", words, limit=1)) or Statute.objects.filter(title__contains=words).exists()
    )


def neighbours(words: str) -> tuple[set[str], set[str]]:
    """The characters directly before and after the words in the articles of current versions; "" at the end of a text."""
    keys = [int(key) for key in search.find("article", words, limit=NEIGHBOURS)]
    texts = Article.objects.filter(pk__in=keys).values_list("paragraphs", flat=True)
    before, after = set[str](), set[str]()
    for line in (line for paragraphs in texts for line in _lines(paragraphs)):
        for found in re.finditer(re.escape(words), line):
            before.add(line[: found.start()][-1:])
            after.add(line[found.end() :][:1])
    return before, after


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _heading(number: int, suffix: int) -> str:
    return f"第{numeral_of(number)}条" + (f"之{numeral_of(suffix)}" if suffix else "")


def _text(article: Article, version: Version, *, new_chapter: str = "") -> ArticleText:
    label = f"{article.number}-{article.suffix}" if article.suffix else str(article.number)
    lines = _lines(article.paragraphs)
    return ArticleText(
        version,
        label,
        _heading(article.number, article.suffix),
        article.chapter,
        tuple(lines) or ("",),
        new_chapter,
        article.source_note,
    )


def _lines(paragraphs: Iterable[Mapping[str, Any]]) -> list[str]:
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += [paragraph["text"]] if paragraph["text"] else []
        for item in paragraph["items"]:
            lines.append(f"（{numeral_of(item['number'])}）{item['text']}")
            lines += item["subitems"]
    return lines
