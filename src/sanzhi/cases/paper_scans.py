"""Scans of a signed paper: taken in on its page, handed over as they came; nothing of them is public."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from sanzhi.cases import commands, paper_desk, queries
from sanzhi.cases.paper_views import show_paper
from sanzhi.cases.scans import ENDINGS, scans_of
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.storage import read_in_chunks, store
from sanzhi.organisation import looking
from sanzhi.organisation.models import LookKind
from sanzhi.organisation.views import actor_of


@form_on("cases:paper")
def attach(request: HttpRequest, *, pk: int, document: int) -> HttpResponse:
    actor = actor_of(request)
    paper = queries.visible_paper(actor, pk, document=document)
    form = paper_desk.scan_form(actor, paper.proceeding, paper=paper.document, sent=request)
    order = form.order()
    if order is None:
        return show_paper(request, actor, paper=paper, scan_form=form, status=400)
    try:
        commands.attach_scan(actor, order)  # type: ignore[arg-type]
    except Refused as refusal:
        reasons = refusal.reasons
        return show_paper(request, actor, paper=paper, reasons=reasons, scan_form=form, status=409)
    messages.success(request, "已附签名件扫描。")
    return redirect("cases:paper", pk=pk, document=document)


@login_required
@require_safe
def file(request: HttpRequest, *, pk: int, document: int, row: int) -> StreamingHttpResponse:
    """The scan as it was sent; it is handed over and never run."""
    actor = actor_of(request)
    paper = queries.visible_paper(actor, pk, document=document)
    found = next((one for one in scans_of(paper) if one.pk == row), None)
    if found is None:
        raise Http404
    original = store().open(found.sha256)  # before the line: who got nothing has a copy of nothing
    what = f"《{paper.title}》签名件扫描"
    looking.take(actor, queries.subject_of(paper.proceeding.case), kind=LookKind.DOWNLOADED, what=what)
    answer = StreamingHttpResponse(read_in_chunks(original))
    answer.headers["Content-Type"] = "application/octet-stream"
    answer.headers["Content-Disposition"] = f'attachment; filename="scan-{found.pk}.{ENDINGS[found.mime]}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
