"""The laws themselves: list, text, and the article behind a citation."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sanzhi.portal.frame import our_authority, show
from sanzhi.statutes import queries as statutes


def index(request: HttpRequest) -> HttpResponse:
    query = request.GET.get("q", "").strip()[:100]
    found = statutes.articles_matching(query) if query else ()
    return show(request, "laws", "laws", versions=statutes.current_versions(), query=query, found=found)


def statute(request: HttpRequest, pk: int) -> HttpResponse:
    version = statutes.version(pk)
    return show(request, "law", "laws", version=version, articles=statutes.articles_of(version))


def cite(request: HttpRequest) -> HttpResponse:
    """The articles that a citation names: as a page, or as a fragment beside the page that asked."""
    text = request.GET.get("q", "").strip()[:300]
    found = statutes.resolve(text)
    context = {"text": text, "found": found, "section": "laws", "portal_authority": our_authority()}
    if request.headers.get("HX-Request"):
        return render(request, "portal/_cite.html", context)
    return render(request, "portal/cite.html", context)
