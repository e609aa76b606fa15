"""What is public beforehand: powers, officers, procedures."""

from django.http import Http404, HttpRequest, HttpResponse

from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.chart import chart
from sanzhi.kernel import clock
from sanzhi.law.deadline_rules import captions
from sanzhi.organisation import queries as organisation
from sanzhi.organisation.models import Authority
from sanzhi.portal.frame import form_titles, our_authority, page_number, show
from sanzhi.portal.views.decisions import Slice


def _authority() -> Authority:
    authority = our_authority()
    if authority is None:
        raise Http404
    return authority


def powers(request: HttpRequest) -> HttpResponse:
    authority = _authority()
    query, number = request.GET.get("q", "").strip()[:100], page_number(request)
    edition, rows = catalogues.public_powers(authority.code, query=query, page=number)
    context = {"portal_authority": authority, "edition": edition, "page": Slice(list(rows), number), "query": query}
    return show(request, "powers", "powers", **context)


def power(request: HttpRequest, code: str) -> HttpResponse:
    authority = _authority()
    row = catalogues.power_in_force(authority.code, code)
    return show(request, "power", "powers", portal_authority=authority, power=row, tiers=catalogues.tiers(authority.code, code))


def officers(request: HttpRequest) -> HttpResponse:
    authority = _authority()
    query = request.GET.get("q", "").strip()[:40]
    roster = organisation.public_roster(authority.code, on=clock.today())
    rows = [row for row in roster if query in row.certificate or query in row.name] if query else roster
    return show(request, "officers", "officers", portal_authority=authority, rows=rows, query=query)


def procedures(request: HttpRequest) -> HttpResponse:
    authority = _authority()
    editions = [edition for edition in catalogues.editions_in_force(authority.code) if edition.kind == "procedure"]
    return show(request, "procedures", "procedures", portal_authority=authority, editions=editions)


def procedure(request: HttpRequest, key: str) -> HttpResponse:
    authority = _authority()
    running = catalogues.procedure_in_force(authority.code, key)
    edition = catalogues.edition(running.edition_id)
    return show(
        request,
        "procedure",
        "procedures",
        portal_authority=authority,
        procedure=running.procedure,
        edition=edition,
        form_titles=form_titles(),
        svg=chart(running.procedure, limits=captions(clock.today())),
    )
