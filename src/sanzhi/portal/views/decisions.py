"""Published decisions: list, search, one copy."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse

from sanzhi.kernel.storage import store
from sanzhi.portal.frame import our_authority, page_number, show
from sanzhi.publications import queries as publications
from sanzhi.publications.models import Publication, Status


class Slice:
    """One page that knows whether another follows, without counting everything."""

    def __init__(self, rows: list[Any], number: int) -> None:
        self.rows, self.number = rows[: publications.PAGE], number
        self.has_next, self.has_previous = len(rows) > publications.PAGE, number > 1
        self.has_other_pages = self.has_next or self.has_previous
        self.next_page_number, self.previous_page_number = number + 1, number - 1


def index(request: HttpRequest) -> HttpResponse:
    number = page_number(request)
    start = (number - 1) * publications.PAGE
    rows = list(publications.live(_code())[start : start + publications.PAGE + 1])
    return show(request, "decisions", "decisions", page=Slice(rows, number))


def search(request: HttpRequest) -> HttpResponse:
    query, number = request.GET.get("q", "").strip()[:100], page_number(request)
    rows: list[Publication] = publications.matching(_code(), query, page=number) if query else []
    return show(request, "search", "decisions", page=Slice(rows, number), query=query)


def detail(request: HttpRequest, slug: str) -> HttpResponse:
    publication = publications.by_slug(slug)
    gone = publication.status in {Status.WITHDRAWN, Status.EXPIRED}
    answer = show(request, "decision", "decisions", publication=publication, gone=gone)
    answer.status_code = 410 if gone else 200
    return answer


def copy(request: HttpRequest, slug: str) -> HttpResponse | FileResponse:
    publication = publications.by_slug(slug)
    if not publication.pdf_sha256 or publication.status != Status.LIVE:
        raise Http404
    name = f"{publication.number}（公示文本）.pdf"
    return FileResponse(store().open(publication.pdf_sha256), content_type="application/pdf", filename=name)


def _code() -> str:
    authority = our_authority()
    if authority is None:
        raise Http404
    return authority.code
