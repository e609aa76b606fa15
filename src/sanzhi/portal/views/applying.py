"""Apply for a licence: what can be applied for, beginning one, opening it again by number and code."""

from typing import Any

import segno
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_POST

from sanzhi.applications.beginning import begun
from sanzhi.applications.entering import opened
from sanzhi.applications.models import Application
from sanzhi.applications.shapes import MOST_MATERIALS, MOST_QUESTIONS, Asked
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.catalogues.queries import public
from sanzhi.catalogues.queries.public import PublicRow
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.questions import readable
from sanzhi.kernel.randomness import token
from sanzhi.organisation.devices import address_of
from sanzhi.portal.applicant import held_by, hold, let_go, private
from sanzhi.portal.frame import show
from sanzhi.portal.views.lists import authority

SECTION = "apply"


def guides() -> tuple[Edition | None, list[PublicRow]]:
    """The guides in force, and of them the items that have questions: these can be applied for here."""
    edition = public.in_force(authority().code, Kind.GUIDES)
    rows = public.rows_of_edition(edition.pk, edition.kind) if edition else ()
    return edition, [row for row in rows if row.content.get("questions")]


def newer_edition(ordinal: int) -> Edition | None:
    """The guides in force, where an application was begun under an earlier edition of them."""
    edition, _ = guides()
    return edition if edition is not None and edition.ordinal != ordinal else None


def item_of(code: str) -> tuple[Edition, PublicRow]:
    edition, rows = guides()
    found = next((row for row in rows if row.code == code), None)
    if edition is None or found is None:
        raise Http404
    return edition, found


@private
@require_http_methods(["GET"])
def index(request: HttpRequest) -> HttpResponse:
    edition, items = guides()
    return show(request, "apply", section=SECTION, edition=edition, items=items, mine=held_by(request))


@private
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """What the item asks for; then number and code, shown by the answer itself and nowhere else."""
    edition, item = item_of(code)
    context: dict[str, Any] = {"item": item, "edition": edition, "once": token(32)}
    context["draft_days"] = settings.SANZHI_DRAFT_DAYS
    if request.method == "GET":
        return show(request, "apply_begin", section=SECTION, **context)
    once = request.POST.get("once", "")
    if not (once.isascii() and once.isalnum() and once == once.lower() and 24 <= len(once) <= 40):
        return redirect("portal:apply-begin", code=code)
    lines = item.content["questions"][:MOST_QUESTIONS]
    asked = Asked(
        questions=[readable(line).label[:100] for line in lines],
        ranges=[line[:300] for line in lines],
        materials=[text[:100] for text in item.content.get("materials") or []][:MOST_MATERIALS],
        basis=item.cell("basis")[:500],
        limit=item.cell("limit")[:200],
    )
    fields = {"item": item.code, "title": item.title, "edition": edition.ordinal, "asked": asked}
    try:
        row = begun(authority().code, once=once, address=address_of(request)[:64], **fields)
    except Refused as refusal:
        answer = show(request, "apply_begin", section=SECTION, reasons=refusal.reasons, **context)
        answer.status_code = 409
        return answer
    answer = show(
        request, "apply_begun", section=SECTION, row=row, code=row.told_once, **address(request, row)
    )
    return hold(answer, row)


def address(request: HttpRequest, row: Application) -> dict[str, str]:
    """Where the application is opened again, as words and as a picture; the code does not stand in it."""
    path = f"{reverse('portal:apply-resume')}?{urlencode({'number': row.number})}"
    url = (
        f"{settings.SANZHI_PUBLIC_URL}{path}"
        if settings.SANZHI_PUBLIC_URL
        else request.build_absolute_uri(path)
    )
    picture = segno.make(url, error="m").svg_data_uri(scale=4, border=2)
    return {"url": url.partition("?")[0], "qr": picture}


@private
@require_http_methods(["GET", "POST"])
def resume(request: HttpRequest) -> HttpResponse:
    number = (request.POST or request.GET).get("number", "")[:60]
    if request.method == "GET":
        return show(request, "apply_resume", section=SECTION, number=number)
    try:
        row = opened(number, request.POST.get("code", ""), address=address_of(request))
    except Refused as refusal:
        answer = show(request, "apply_resume", section=SECTION, number=number, reasons=refusal.reasons)
        answer.status_code = 409
        return answer
    return hold(redirect("portal:apply-mine"), row)


@private
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Close it on this computer."""
    return let_go(redirect("portal:apply"))
