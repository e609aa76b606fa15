"""The laws themselves: list, text, versions and what they changed, one article with who cites it, the article behind a citation."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sanzhi.amendments import queries as amendments
from sanzhi.law.statute_diff import SAME, ArticleChange
from sanzhi.law.text_diff import Span
from sanzhi.portal.frame import our_authority, show
from sanzhi.statutes import queries as statutes
from sanzhi.statutes.models import Article, Version


@dataclass(frozen=True)
class Earlier:
    """The article as it stood in the version before; `spans` lead from there to the next version."""

    version: Version
    label: str
    heading: str
    is_same: bool
    spans: tuple[Span, ...]


def index(request: HttpRequest) -> HttpResponse:
    """What we stand on, what else applies, what has ended; or the articles found."""
    query = request.GET.get("q", "").strip()[:100]
    found = statutes.articles_matching(query) if query else ()
    ended = [(statute, statute.versions.all()) for statute in statutes.ended_statutes()]
    cited = amendments.cited_titles()
    versions = list(statutes.current_versions(among=None if "all" in request.GET else cited))
    context = {
        "cited": [row for row in versions if row.statute.short_title in cited],
        "others": [row for row in versions if row.statute.short_title not in cited],
        "unlisted": statutes.current_versions().count() - len(versions),
        "query": query,
        "found": found,
        "ended": ended,
    }
    return show(request, "laws", section="laws", **context)


def statute(request: HttpRequest, pk: int) -> HttpResponse:
    version = statutes.version(pk)
    context = {
        "version": version,
        "articles": statutes.articles_of(version),
        "versions": list(statutes.versions_of(version.statute)),
        "successors": statutes.successors_of(version.statute, 0),
        "previous": statutes.previous(version),
    }
    return show(request, "law", section="laws", **context)


def article(request: HttpRequest, pk: str, *, label: str) -> HttpResponse:
    """One article: its text, who cites it, where it goes on, how it stood before."""
    row = statutes.article_row(statutes.version(int(pk)), label)
    statute, ours = row.version.statute, our_authority()
    cited = amendments.who_cites(statute.short_title, row.number, suffix=row.suffix)
    context = {
        "portal_authority": ours,
        "article": statutes.article_text(row),
        "version": row.version,
        "source_note": row.source_note,
        "cited": [citing for citing in cited if citing.kind != "rule"] if row.version.is_current else [],
        "rules": [citing for citing in cited if citing.kind == "rule"] if row.version.is_current else [],
        "successors": statutes.successors_of(statute, row.number, suffix=row.suffix),
        "earlier": _earlier(row),
    }
    return show(request, "article", section="laws", **context)


def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """What the version changed against the one before."""
    version = statutes.version(pk)
    older = statutes.previous(version)
    found = statutes.changes(older, version) if older else ()
    touched = [change for change in found if change.kind != SAME]
    context = {"version": version, "older": older, "changes": touched, "same": len(found) - len(touched)}
    return show(request, "law_changes", section="laws", **context)


def _earlier(row: Article) -> list[Earlier]:
    """The article through all earlier versions, the latest first, followed through other numbers."""
    rows: list[Earlier] = []
    version, label = row.version, f"{row.number}-{row.suffix}" if row.suffix else f"{row.number}"
    while (older := statutes.previous(version)) is not None:
        change = _change_to(statutes.changes(older, version), label)
        if change is None or change.old is None:
            break
        version, label = older, change.old.label
        rows.append(Earlier(older, label, change.old.heading, change.is_text_same, change.spans))
    return rows


def _change_to(found: tuple[ArticleChange, ...], label: str) -> ArticleChange | None:
    return next((change for change in found if change.new and change.new.label == label), None)


def cite(request: HttpRequest) -> HttpResponse:
    """The articles that a citation names: as a page, or as a fragment beside the page that asked."""
    text = request.GET.get("q", "").strip()[:300]
    found = statutes.resolve(text)
    broken = statutes.broken([text])[:10]
    reasons = [(statutes.why_broken(citation), statutes.formerly(citation)) for citation in broken]
    context = {
        "text": text,
        "found": found,
        "reasons": reasons,
        "section": "laws",
        "portal_authority": our_authority(),
    }
    if request.headers.get("HX-Request"):
        return render(request, "portal/_cite.html", context)
    return render(request, "portal/cite.html", context)
