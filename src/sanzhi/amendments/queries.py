"""All reads of the adjustments: what is open, who cites an article, who would be touched by a change."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet, prefetch_related_objects
from django.urls import reverse

from sanzhi.amendments.board import quoters_of_installation
from sanzhi.amendments.models import Adjustment, Target
from sanzhi.amendments.touched import Citing, Touched, texts_in, touched, without_basis
from sanzhi.catalogues.models import Edition, Kind, Row, Status
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.addresses import whole_number
from sanzhi.kernel.errors import NotVisible
from sanzhi.law import statute_diff
from sanzhi.law.citations import KIND, TITLE, Citation, parse_citations
from sanzhi.law.statute_diff import ArticleChange
from sanzhi.law.text_diff import Span, spans
from sanzhi.ledger.models import JointAct
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.models import Article, Statute, Succession, Version
from sanzhi.statutes.policies import keeps_laws
from sanzhi.statutes.queries import ArticleText


def text_that_waits(actor: Actor, digest: str) -> JointAct | None:
    """What somebody of the authority has proposed to import, and nobody has confirmed yet."""
    rows = JointAct.objects.filter(authority=actor.authority, act="amendments.take_text", settled_at=None)
    return rows.filter(fields__sha256=digest).first() if keeps_laws(actor) else None


@dataclass(frozen=True)
class Change:
    """A change of the law as `key` announces it; `new` is None when the statute ended."""

    key: str
    statute: Statute
    old: Version | None
    new: Version | None
    articles: tuple[ArticleChange, ...]

    @property
    def sentence(self) -> str:
        if self.new is not None:
            return f"{_day(self.new.adopted_on)}版本施行"
        return f"自{_day(self.statute.repealed_on)}起废止" if self.statute.repealed_on else "废止"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def open_rows(edition_id: int) -> frozenset[str]:
    """The codes of the rows under adjustment (1 query)."""
    rows = Adjustment.objects.filter(edition=edition_id, target_kind=Target.ROW, settled_on=None)
    return frozenset(rows.values_list("row_code", flat=True))


def open_for(authority: str) -> QuerySet[Adjustment]:
    """What waits for the legal reviewer, of the authority called by its code."""
    return Adjustment.objects.filter(authority__code=authority, settled_on=None).order_by(
        "opened_on", "target_kind", "target_key"
    )


def settled_for(authority: str) -> QuerySet[Adjustment]:
    return Adjustment.objects.filter(authority__code=authority, settled_on__isnull=False).order_by(
        "-settled_on", "target_kind", "target_key"
    )


def adjustment_for(authority: str, pk: int) -> Adjustment:
    """Raises NotVisible for another authority's."""
    found = Adjustment.objects.filter(pk=pk, authority__code=authority).first()
    if found is None:
        raise NotVisible
    return found


def row_of(adjustment: Adjustment) -> Row | None:
    """The row as it stands in the edition that the item follows."""
    return Row.objects.filter(edition=adjustment.edition_id, code=adjustment.row_code).first()


@dataclass(frozen=True)
class HitView:
    """A touched citation with what it named before and after, and where it goes on in another statute."""

    citation: str
    caption: str
    old: ArticleText | None
    new: ArticleText | None
    spans: tuple[Span, ...]
    successors: tuple[Succession, ...]

    @property
    def before(self) -> list[Span]:
        """What went is marked where something came instead; the text of an ended article stands plain."""
        return [span if self.new else replace(span, kind="same") for span in self.spans if span.kind != "in"]

    @property
    def after(self) -> list[Span]:
        return [span for span in self.spans if span.kind != "out"]


def hits_of(adjustment: Adjustment, made: Change) -> list[HitView]:
    """`made` is the change that opened the adjustment."""
    prefetch_related_objects([made.statute], "successions")
    before = statutes.articles_named(made.old, (hit["old"] for hit in adjustment.hits)) if made.old else {}
    after = statutes.articles_named(made.new, (hit["new"] for hit in adjustment.hits)) if made.new else {}
    return [
        _hit_view(made.statute, hit, old=before.get(hit["old"]), new=after.get(hit["new"]))
        for hit in adjustment.hits
    ]


def _hit_view(statute: Statute, hit: dict[str, str], *, old: Article | None, new: Article | None) -> HitView:
    laws = [statutes.plain_article(row) if row else None for row in (old, new)]
    heirs = statutes.successors_of(statute, old.number, suffix=old.suffix) if old else []
    return HitView(
        citation=hit["citation"],
        caption=statute_diff.CAPTIONS[hit["change"]],
        old=statutes.article_text(old) if old else None,
        new=statutes.article_text(new) if new else None,
        spans=spans(*map(statute_diff.text_of, laws)),
        successors=tuple(heirs or statutes.successors_of(statute, 0)),
    )


def change(key: str) -> Change:
    """Raises NotVisible for a key that names nothing."""
    kind, _, number = key.partition(":")
    pk = whole_number(number) or 0
    if kind == "version":
        new = statutes.version(pk)
        old = statutes.previous(new)
        articles = statutes.changes(old, new) if old else ()
        return Change(key, new.statute, old, new, articles)
    statute = statutes.statute(pk)
    last = statutes.versions_of(statute).first()
    articles = statute_diff.ended(statutes.plain_articles(last)) if last else ()
    return Change(key, statute, last, None, articles)


def touched_by(change: Change) -> list[Touched]:
    """Every row in force, form and rule that cites what `change` changed or ended."""
    if change.new is None:
        return would_end(change.statute, change.articles)
    return would_touch(change.statute, change.articles)


def would_end(statute: Statute, articles: Iterable[ArticleChange]) -> list[Touched]:
    """Everything that names the statute, if it were repealed."""
    return without_basis(_citing(statute), articles)


def would_touch(statute: Statute, articles: Iterable[ArticleChange]) -> list[Touched]:
    """The same for a version that has not been imported yet."""
    return touched((row for row in _citing(statute) if row.citation.article), articles)


def _citing(statute: Statute) -> list[Citing]:
    return [row for (short, _, _), rows in _index().items() if short == statute.short_title for row in rows]


def cited_places() -> frozenset[tuple[str, int, int]]:
    """(short title, article, suffix) of all that rows in force, forms and rules cite; article 0: the whole statute."""
    return frozenset(_index())


def cited_titles() -> frozenset[str]:
    """The short titles of the statutes that the house stands on."""
    return frozenset(short for short, _, _ in _index())


@dataclass(frozen=True)
class MissingLaw:
    """A statute that rows in force, forms or rules cite and whose text is not at hand; `how` to bring it."""

    title: str
    citing: tuple[Citing, ...]
    how: str


FROM_DATABASE = "在国家法律法规数据库按名称查找，下载.docx"
FROM_ISSUER = "在公布机关的网站（规章、规范性文件）或者国家法律法规数据库（地方性法规）下载.docx"
BRING = "，上传到“法律法规”页。"
LOCAL = re.compile(r"^(?!城市)[一-鿿]{1,8}?(?:省|市|自治区|自治州|县|区)")


def missing_laws() -> tuple[MissingLaw, ...]:
    """What is cited and not at hand, the most cited first. Law is only what is called so: notices are not listed."""
    known = set(Statute.objects.values_list("short_title", flat=True))
    citing: dict[str, dict[Any, Citing]] = defaultdict(dict)
    for (short, _, _), rows in _index().items():
        if short not in known and KIND.search(short):
            citing[short] |= {row.target: row for row in rows}
    found = [
        MissingLaw(
            title, tuple(rows.values()), (FROM_ISSUER if LOCAL.match(title) else FROM_DATABASE) + BRING
        )
        for title, rows in citing.items()
    ]
    return tuple(sorted(found, key=lambda row: (-len(row.citing), row.title)))


def who_cites(short_title: str, article: int, *, suffix: int = 0, authority: str = "") -> list[Citing]:
    """The rows in force (of one authority, when named), forms and rules that cite the article; each target once."""
    found = _index().get((short_title, article, suffix), ())
    editions = set(Edition.objects.filter(authority__code=authority).values_list("pk", flat=True))
    mine = [row for row in found if not authority or row.edition is None or row.edition in editions]
    return list({row.target: row for row in mine}.values())


Index = dict[tuple[str, int, int], tuple[Citing, ...]]


def _index() -> Index:
    """Who cites which article. Editions in force never change, so it is made anew only when one takes over."""
    editions = Edition.objects.filter(status=Status.IN_FORCE).order_by("pk").values_list("pk", flat=True)
    shorts = Statute.objects.order_by("pk").values_list("short_title", flat=True)
    return _index_of(tuple(editions), tuple(shorts))


@lru_cache(maxsize=2)
def _index_of(editions: tuple[int, ...], shorts: tuple[str, ...]) -> Index:
    names = statutes.titles()
    found: dict[tuple[str, int, int], list[Citing]] = defaultdict(list)
    for make, texts in (*_rows(editions), *_installation()):
        citations = dict.fromkeys(each for text in texts for each in _cited(text))
        whole = dict.fromkeys(Citation(title, 0) for text in texts for title in TITLE.findall(text))
        cited = {names.short(citation.statute) for citation in citations}
        alone = [citation for citation in whole if names.short(citation.statute) not in cited]
        for citation in (*citations, *alone):
            key = names.key(citation)
            found[key].append(replace(make, citation=citation, short=key[0]))
    return {key: tuple(rows) for key, rows in found.items()}


NOTHING = Citation("", 0)
Made = tuple[Citing, tuple[str, ...]]


def _rows(editions: tuple[int, ...]) -> Iterator[Made]:
    for row in Row.objects.filter(edition__in=editions).select_related("edition").iterator(chunk_size=500):
        edition = row.edition
        citing = Citing(
            kind=Target.ROW,
            key=f"{edition.kind}/{edition.key}/{row.code}",
            title=_title(edition, row),
            url=_address(edition, row.code),
            citation=NOTHING,
            short="",
            edition=edition.pk,
            authority=edition.authority_id,
            row_code=row.code,
        )
        yield citing, tuple(texts_in(row.content))


def _title(edition: Edition, row: Row) -> str:
    """The key of a step is no reader's word."""
    is_step = edition.kind == Kind.PROCEDURE
    return f"{edition.title}“{row.title}”" if is_step else f"{edition.title} {row.code} {row.title}"


def _address(edition: Edition, code: str) -> str:
    """The row's public page."""
    if edition.kind == Kind.POWERS:
        return reverse("portal:power", kwargs={"code": code})
    if edition.kind == Kind.PROCEDURE:
        return reverse("portal:procedure", kwargs={"key": edition.key})
    return reverse("portal:row", kwargs={"kind": edition.kind, "code": code})


def _installation() -> Iterator[Made]:
    for quoter in quoters_of_installation():
        yield Citing(quoter.kind, quoter.key, quoter.title, quoter.url, NOTHING, ""), quoter.texts


@lru_cache(maxsize=20_000)
def _cited(text: str) -> tuple[Citation, ...]:
    return parse_citations(text) if "第" in text and "条" in text else ()
