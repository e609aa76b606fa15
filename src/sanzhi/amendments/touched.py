"""Who is touched by a change of a law: citations matched with changed articles, pure. Refuses to guess in favour."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sanzhi.law.citations import Citation
from sanzhi.law.statute_diff import ENDED, ArticleChange
from sanzhi.law.statute_text import Article


@dataclass(frozen=True)
class Citing:
    """A row, form or rule with one citation; `short` is the short title of the imported statute that it means.

    The citation's article is 0 where only the statute is named.
    """

    kind: str
    key: str
    title: str
    url: str
    citation: Citation
    short: str
    edition: int | None = None
    authority: int | None = None
    row_code: str = ""

    @property
    def target(self) -> tuple[int | None, str, str]:
        return self.authority, self.kind, self.key

    @property
    def named(self) -> str:
        return str(self.citation) if self.citation.article else f"《{self.citation.statute}》"


@dataclass(frozen=True)
class Hit:
    """`old` and `new` are article labels, empty where there is none."""

    citation: str
    change: str
    old: str
    new: str


@dataclass(frozen=True)
class Touched:
    """One target with all its citations of touched articles."""

    citing: Citing
    hits: tuple[Hit, ...]


Found = dict[tuple[int | None, str, str], tuple[Citing, dict[str, Hit]]]


def touched(citings: Iterable[Citing], changes: Iterable[ArticleChange]) -> list[Touched]:
    """The targets among `citings` (all of one statute) that name what changed, each once."""
    by_article = {(change.old.number, change.old.suffix): change for change in changes if change.old}
    found: Found = {}
    for citing in citings:
        change = by_article.get((citing.citation.article, citing.citation.suffix))
        if change is not None and change.touches(citing.citation):
            hit = Hit(citing.named, change.kind, _label(change.old), _label(change.new))
            found.setdefault(citing.target, (citing, {}))[1][hit.citation] = hit
    return _gathered(found)


def without_basis(citings: Iterable[Citing], changes: Iterable[ArticleChange]) -> list[Touched]:
    """When the statute ends whole: every target that names it, be it without an article or with one it never had."""
    labels = {(change.old.number, change.old.suffix): _label(change.old) for change in changes if change.old}
    found: Found = {}
    for citing in citings:
        old = labels.get((citing.citation.article, citing.citation.suffix), "")
        found.setdefault(citing.target, (citing, {}))[1][citing.named] = Hit(citing.named, ENDED, old, "")
    return _gathered(found)


def _gathered(found: Found) -> list[Touched]:
    return [Touched(citing, tuple(hits.values())) for citing, hits in found.values()]


def _label(article: Article | None) -> str:
    return article.label if article else ""


def texts_in(content: Any) -> Iterator[str]:
    """Every string in the content of a row, however deep."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, Mapping):
        for value in content.values():
            yield from texts_in(value)
    elif isinstance(content, list):
        for value in content:
            yield from texts_in(value)
