"""Published decisions: list, one copy; and the search across all that is public."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page

from sanzhi.catalogues.queries import public
from sanzhi.kernel import clock
from sanzhi.kernel.unchanged import while_unchanged
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.queries import RosterRow
from sanzhi.portal.frame import Slice, kept, our_authority, page_number, show
from sanzhi.publications import queries as publications
from sanzhi.statutes import queries as statutes

MOST_FOUND = 50  # pages of a search: nobody reads further, and each walks past all that stand before it


@cache_control(no_cache=True)
@kept
def index(request: HttpRequest) -> HttpResponse:
    number = page_number(request)
    start = (number - 1) * publications.PAGE
    rows = list(publications.penalties(_code())[start : start + publications.PAGE + 1])
    return show(request, "decisions", section="decisions", page=Slice(rows, number, size=publications.PAGE))


@cache_control(no_cache=True)
@kept
def search(request: HttpRequest) -> HttpResponse:
    query, number = request.GET.get("q", "").strip()[:100], page_number(request, most=MOST_FOUND)
    found = publications.matching(_code(), query, page=number) if query else publications.Matching([])
    # lists, officers and laws stand on the first page only, and not for a single character
    first = len(query) > 1 and number == 1
    page = Slice(found.rows, number, size=publications.PAGE, most=MOST_FOUND)
    context = {
        "page": page,
        "query": query,
        "most_searched": publications.MOST_SEARCHED,
        "is_cut": found.is_cut,
        "rows": public.rows_matching(_code(), query) if first else (),
        "officers": _officers(query) if first else (),
        "articles": statutes.articles_matching(query)[:5] if first else (),
    }
    return show(request, "search", section="decisions", **context)


def _officers(query: str) -> list[RosterRow]:
    roster = while_unchanged("roster", ask=lambda: organisation.public_roster(_code(), on=clock.today()))
    return [row for row in roster if query in row.certificate or query == row.name][:5]


@cache_control(no_cache=True)  # who keeps a copy asks before showing it again
@conditional_page
@kept
def detail(request: HttpRequest, slug: str) -> HttpResponse:
    publication = publications.by_slug(slug)
    answer = show(request, "decision", section="decisions", publication=publication)
    answer.status_code = 200 if publication.is_on_show else 410
    return answer


def _code() -> str:
    authority = our_authority()
    if authority is None:
        raise Http404
    return authority.code
