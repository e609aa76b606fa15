"""The pages of what was filed on the public site: what waits to be taken, one application, its uploads."""

from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanzhi.applications import queries as applications
from sanzhi.applications.models import Application
from sanzhi.catalogues import queries as catalogues
from sanzhi.catalogues.licences import LicenceItem
from sanzhi.kernel.storage import read_in_chunks, store
from sanzhi.licensing import filed
from sanzhi.licensing.policies import may_take
from sanzhi.organisation import looking
from sanzhi.organisation.models import LookKind
from sanzhi.organisation.views import actor_of

PER_PAGE = 30


@login_required
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """What was filed and nobody has taken, the oldest first, with what is left of the five working days."""
    actor = actor_of(request)
    page = Paginator(filed.waiting(actor), PER_PAGE).get_page(request.GET.get("page"))
    rows = [(row, applications.clocks(row)) for row in page.object_list]
    return render(request, "licensing/filed.html", {"page": page, "rows": rows, "may": may_take(actor)})


@login_required
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    row = filed.readable(actor, pk)
    looking.read(actor, filed.subject_of(row), what=f"网上申请{row.number}")
    context = {
        "row": row,
        "answers": applications.answered(row),
        "materials": applications.materials_of(row),
        "gaps": applications.gaps(row),
        "clocks": applications.clocks(row),
        "replies": list(row.replies.prefetch_related("materials")),
        "taken": filed.case_of(row),
        "items": _items(actor.authority, row),
    }
    return render(request, "licensing/filed_one.html", context)


def _items(authority: str, row: Application) -> list[LicenceItem]:
    """The item that is called as its guide; where none is, the officer says which one is asked for."""
    items = list(catalogues.licence_items(authority).values())
    return [item for item in items if item.title == row.item_title] or items


@login_required
@require_safe
def material(request: HttpRequest, *, pk: int, material: int) -> StreamingHttpResponse:
    """An upload as it was sent; it is handed over and never run."""
    actor = actor_of(request)
    row = filed.readable(actor, pk)
    found = filed.material(row, material)
    original = store().open(found.sha256)  # before the line: who got nothing has a copy of nothing
    looking.take(
        actor, filed.subject_of(row), kind=LookKind.DOWNLOADED, what=f"申请{row.number}材料“{found.wanted}”"
    )
    answer = StreamingHttpResponse(read_in_chunks(original))
    answer.headers["Content-Type"] = "application/octet-stream"
    answer.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(found.name)}"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
