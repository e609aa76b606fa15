"""The papers tab: list, editor with live preview, signing, service, copies."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_http_methods, require_safe
from pydantic import ValidationError

from sanzhi.cases import commands, desk, onward, paper_desk, queries
from sanzhi.cases.card import writes
from sanzhi.cases.drafts import told_by_the_case, version_of
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.documents import queries as documents
from sanzhi.documents.models import Document
from sanzhi.kernel import orders
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.named_fields import beside_fields
from sanzhi.kernel.order_form import OrderForm
from sanzhi.kernel.verdict import Reason
from sanzhi.organisation import looking
from sanzhi.organisation.models import LookKind
from sanzhi.organisation.views import actor_of

CAPTIONS = {"reason": "理由", "opinion": "意见"}
Verb = tuple[type[Order], Callable[[Actor, Any], Any], str]
VERBS: dict[str, Verb] = {
    "submit": (commands.SubmitDocument, commands.submit_document, "已提交签批。"),
    "sign": (commands.SignCaseDocument, commands.sign_case_document, "已签署。"),
    "return": (commands.ReturnCaseDocument, commands.return_case_document, "已退回。"),
    "remake": (commands.RemakeDocument, commands.remake_document, "已重新制作，原来填写的内容仍在，请核对。"),
    "void": (commands.VoidCaseDocument, commands.void_case_document, "已作废，文号保留。"),
}


@login_required
@require_safe
def index(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    return _index(request, actor, proceeding=desk.shown(request, actor, pk=pk))


def _index(
    request: HttpRequest,
    actor: Actor,
    *,
    proceeding: Proceeding,
    reasons: tuple[Reason, ...] = (),
    status: int = 200,
) -> HttpResponse:
    writable = paper_desk.writable(actor, proceeding) if writes(actor, proceeding) else None
    context: dict[str, Any] = {
        "papers": queries.papers(proceeding),
        "writable": writable,
        "not_yet": [row for row in writable or () if not row[2]],
        "reasons": reasons,
    }
    return render(
        request, "cases/papers.html", {**desk.frame(proceeding, tab="papers"), **context}, status=status
    )


@login_required
@require_safe
def together(request: HttpRequest, pk: int) -> HttpResponse:
    """The chosen papers as one file to print; each leaves the line that a download of it would."""
    actor = actor_of(request)
    proceeding, asked = desk.shown(request, actor, pk=pk), set(request.GET.getlist("document"))
    chosen = [row for row in queries.papers(proceeding) if str(row.document_id) in asked]
    if len(chosen) < len(asked):
        raise Http404
    try:
        content = documents.together([row.document for row in chosen])
    except Refused as refusal:
        return _index(request, actor, proceeding=proceeding, reasons=refusal.reasons, status=409)
    for row in chosen:
        what = f"《{row.title}》PDF"
        looking.take(actor, queries.subject_of(proceeding.case), kind=LookKind.DOWNLOADED, what=what)
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = paper_desk.inline(f"{proceeding.case.number}文书.pdf")
    return answer


@form_on("cases:papers")
def write(request: HttpRequest, pk: int) -> HttpResponse:
    form = request.POST.get("form", "")
    if form not in documents.forms():
        raise Http404
    actor = actor_of(request)
    order = commands.WriteDocument(case=pk, proceeding=desk.shown(request, actor, pk=pk).pk, form=form)
    document = commands.write_document(actor, order)
    return redirect("cases:paper", pk=pk, document=document.pk)


@login_required
@require_safe
def editor(request: HttpRequest, *, pk: int, document: int) -> HttpResponse:
    actor = actor_of(request)
    paper = queries.visible_paper(actor, pk, document=document)
    return show_paper(request, actor, paper=paper)


@form_on("cases:paper")
def fill(request: HttpRequest, *, pk: int, document: int) -> HttpResponse:
    """Keep what was typed; with `submit` it goes on to the first signer, who may be the one who wrote it."""
    actor = actor_of(request)
    paper = queries.visible_paper(actor, pk, document=document)
    typed = paper_desk.values_from(paper.document, request.POST)
    seen = request.POST.get("seen", "")[:64]
    try:
        commands.fill_case_document(
            actor, commands.FillCaseDocument(case=pk, document=document, values=typed, seen=seen)
        )
    except Refused as refusal:
        now = queries.visible_paper(actor, pk, document=document)
        reasons = refusal.reasons
        return show_paper(request, actor, paper=now, reasons=reasons, typed=typed, seen=seen, status=409)
    if "submit" in request.POST:  # a refusal shows what was kept just now
        kept = queries.visible_paper(actor, pk, document=document)
        if onward.asks(request, "sign"):
            return _submitted_and_signed(request, actor, paper=kept)
        return _do(request, actor, paper=kept, verb="submit")
    messages.success(request, "已保存草稿。")
    return redirect("cases:paper", pk=pk, document=document)


@form_on("cases:paper")
def serve(request: HttpRequest, *, pk: int, document: int) -> HttpResponse:
    actor = actor_of(request)
    paper = queries.visible_paper(actor, pk, document=document)
    form = paper_desk.service_form(paper.proceeding, paper=paper.document, sent=request.POST)
    order = form.order()
    if order is None:
        return show_paper(request, actor, paper=paper, service_form=form, status=400)
    try:
        commands.serve_document(actor, order)  # type: ignore[arg-type]
    except Refused as refusal:
        reasons = beside_fields(refusal.reasons, form)
        return show_paper(request, actor, paper=paper, reasons=reasons, service_form=form, status=409)
    messages.success(request, "已登记送达。")
    gone = onward.gone_on(request, actor, proceeding=paper.proceeding)
    return gone or redirect("cases:paper", pk=pk, document=document)


@form_on("cases:paper")
def act(request: HttpRequest, *, pk: int, document: int, verb: str) -> HttpResponse:
    if verb not in VERBS:
        raise Http404
    actor = actor_of(request)
    paper = queries.visible_paper(actor, pk, document=document)
    return _do(request, actor, paper=paper, verb=verb)


def _submitted_and_signed(request: HttpRequest, actor: Actor, *, paper: Paper) -> HttpResponse:
    """The writer's own signature with the submission, on what the page showed him."""
    place = {"case": paper.proceeding.case_id, "document": paper.document_id}
    try:
        submitted = commands.submit_document(actor, commands.SubmitDocument(**place))
        if told_by_the_case(submitted) != request.POST.get("shown", ""):
            messages.warning(request, "已提交签批。提交时案情有变化，请看过现在的内容再签署。")
            return redirect("cases:paper", pk=place["case"], document=place["document"])
    except Refused as refusal:
        return show_paper(request, actor, paper=paper, reasons=refusal.reasons, status=409)
    kept = queries.visible_paper(actor, place["case"], document=place["document"])
    return _do(request, actor, paper=kept, verb="sign", seen=version_of(kept.document))


def _do(
    request: HttpRequest, actor: Actor, *, paper: Paper, verb: str, seen: str | None = None
) -> HttpResponse:
    order_type, call, said = VERBS[verb]
    sent: dict[str, Any] = {
        name: request.POST[name] for name in order_type.model_fields if request.POST.get(name)
    }
    if "seen" in order_type.model_fields:  # a page that does not say what it showed signs nothing
        sent["seen"] = seen or request.POST.get("seen", "")[:64]
    try:
        done = call(
            actor,
            order_type.model_validate(
                {**sent, "case": paper.proceeding.case_id, "document": paper.document_id}
            ),
        )
    except ValidationError as wrong:
        reasons = orders.reasons(wrong, captions=CAPTIONS)
        return show_paper(request, actor, paper=paper, reasons=reasons, status=400)
    except Refused as refusal:
        return show_paper(request, actor, paper=paper, reasons=refusal.reasons, status=409)
    messages.success(request, said)
    gone = onward.gone_on(request, actor, proceeding=paper.proceeding, paper=done)
    return gone or redirect("cases:paper", pk=paper.proceeding.case_id, document=done.pk)


@login_required
@xframe_options_sameorigin
@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, *, pk: int, document: int) -> HttpResponse:
    """The paper as it stands; POST shows what is typed but not yet saved."""
    actor = actor_of(request)
    found = queries.visible_paper(actor, pk, document=document)
    desk.seen_by(actor, found.proceeding.case)
    paper, _ = paper_desk.as_of_now(found)
    content = documents.pdf_of(paper) if request.method != "POST" else b""
    if paper.sha256:  # the very bytes that a download gives, also of a voided one
        looking.copy(actor, queries.subject_of(found.proceeding.case), what=f"《{paper.title}》PDF")
    else:
        _reveal(actor, found)
    if request.method == "POST":
        values = {**paper.values, **paper_desk.values_from(paper, request.POST)}
        return HttpResponse(documents.preview(paper.form, values).pdf, content_type="application/pdf")
    return HttpResponse(content, content_type="application/pdf")


@login_required
@require_safe
def pdf(request: HttpRequest, *, pk: int, document: int) -> HttpResponse:
    paper, content = _taken(request, pk=pk, document=document, form="PDF", made_by=documents.pdf_of)
    answer = HttpResponse(content, content_type="application/pdf")
    answer.headers["Content-Disposition"] = paper_desk.attachment(paper, "pdf")
    return answer


@login_required
@require_safe
def docx(request: HttpRequest, *, pk: int, document: int) -> HttpResponse:
    paper, content = _taken(request, pk=pk, document=document, form="DOCX", made_by=documents.docx_of)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    answer = HttpResponse(content, content_type=kind)
    answer.headers["Content-Disposition"] = paper_desk.attachment(paper, "docx")
    return answer


def _taken(
    request: HttpRequest, *, pk: int, document: int, form: str, made_by: Callable[[Document], bytes]
) -> tuple[Document, bytes]:
    """The paper that is downloaded and its bytes, after a line says so; who gets nothing leaves none."""
    actor = actor_of(request)
    paper = queries.visible_paper(actor, pk, document=document)
    subject, what = queries.subject_of(paper.proceeding.case), f"《{paper.document.title}》{form}"
    content = made_by(paper.document)
    looking.take(actor, subject, kind=LookKind.DOWNLOADED, what=what)
    return paper.document, content


def _reveal(actor: Actor, paper: Paper) -> None:
    """What is not yet issued shows numbers, home and telephone in full as well."""
    subject = queries.subject_of(paper.proceeding.case)
    looking.reveal(actor, subject, what=f"《{paper.document.title}》（未签发）中的完整信息")


def show_paper(
    request: HttpRequest,
    actor: Actor,
    *,
    paper: Paper,
    reasons: tuple[Reason, ...] = (),
    typed: dict[str, Any] | None = None,
    seen: str = "",
    service_form: OrderForm | None = None,
    scan_form: OrderForm | None = None,
    status: int = 200,
) -> HttpResponse:
    proceeding = paper.proceeding
    desk.seen_by(actor, proceeding.case)
    context = paper_desk.page(actor, proceeding, kept=paper, typed=typed, seen=seen)
    if (context["is_draft"] and context["may_edit"]) or context["may_sign"]:
        context["onward"] = onward.after_issue(actor, proceeding, paper=context["paper"])
    if context["is_draft"] and context["may_edit"]:  # its fields stand on the page
        _reveal(actor, paper)
    if context["may_serve"]:
        form = service_form or paper_desk.service_form(proceeding, paper=paper.document)
        desk.reveal_begun(actor, proceeding, begun=form.initial, title="登记送达")
        context |= paper_desk.as_served(form)
        context["onward"] = onward.after_service(actor, proceeding, paper=paper.document)
    if context["may_scan"]:
        context["scan_form"] = scan_form or paper_desk.scan_form(actor, proceeding, paper=paper.document)
    return render(
        request, "cases/paper.html", {"reasons": reasons, **desk.frame(proceeding), **context}, status=status
    )
