"""The flow charts, drawn from the procedures in force."""

from django.http import HttpRequest, HttpResponse

from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.chart import chart
from sanzhi.kernel import clock
from sanzhi.law.deadline_rules import captions
from sanzhi.portal.frame import form_titles, show
from sanzhi.portal.views.lists import authority


def index(request: HttpRequest) -> HttpResponse:
    ours = authority()
    editions = [edition for edition in catalogues.editions_in_force(ours.code) if edition.kind == "procedure"]
    rows = [(edition, not catalogues.procedure_of_edition(edition.pk).chart) for edition in editions]
    return show(request, "procedures", section="procedures", portal_authority=ours, rows=rows)


def one(request: HttpRequest, key: str) -> HttpResponse:
    ours = authority()
    running = catalogues.procedure_in_force(ours.code, key)
    return show(
        request,
        "procedure",
        section="procedures",
        portal_authority=ours,
        procedure=running.procedure,
        edition=catalogues.edition(running.edition_id),
        heading=f"{running.procedure.title.removesuffix('流程')}流程图",
        form_titles=form_titles(),
        is_executed=not running.procedure.chart,
        svg=chart(running.procedure, limits=captions(clock.today())),
    )
