"""One's own application: its steps while it is a draft, then what happens with it, what was told, what one answers."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from sanzhi.applications import commands, policies, queries
from sanzhi.applications.arriving import taken_in
from sanzhi.applications.contents import LARGEST
from sanzhi.applications.models import Application, FileKind, MessageKind, Progress, State
from sanzhi.kernel import clock
from sanzhi.kernel.addresses import whole_number
from sanzhi.kernel.errors import NotVisible, Refused, Undelivered
from sanzhi.kernel.storage import read_in_chunks, store
from sanzhi.kernel.verdict import Reason, require
from sanzhi.portal.applicant import View, holding, let_go
from sanzhi.portal.application_forms import ContentForm, applicant_form
from sanzhi.portal.frame import show
from sanzhi.portal.views.applying import SECTION, address, newer_edition

STEPS = (
    ("portal:apply-who", "申请人"),
    ("portal:apply-what", "内容"),
    ("portal:apply-materials", "材料"),
    ("portal:apply-check", "核对提交"),
)
TYPES = {FileKind.PDF: "application/pdf", FileKind.JPEG: "image/jpeg", FileKind.PNG: "image/png"}
CHOOSE = Reason("没有选择文件。", remedy="请选择一份PDF、JPEG或者PNG文件。")


def page(
    request: HttpRequest,
    template: str,
    *,
    row: Application,
    reasons: tuple[Reason, ...] = (),
    **context: Any,
) -> HttpResponse:
    name = request.resolver_match.view_name if request.resolver_match else ""
    here = STEPS[2][0] if name == "portal:apply-upload" else name
    context |= {"row": row, "reasons": reasons, "steps": STEPS, "here": here, "largest": LARGEST}
    answer = show(request, f"apply_{template}", section=SECTION, **context)
    answer.status_code = 409 if reasons else 200
    return answer


def done(call: Callable[[], object]) -> tuple[Reason, ...]:
    """What speaks against it; nothing when it was done."""
    try:
        call()
    except Refused as refusal:
        return refusal.reasons
    except Undelivered as trouble:
        return (Reason(trouble.reason),)
    return ()


def _version(request: HttpRequest) -> int:
    found = whole_number(request.POST.get("version"))
    return found if found is not None else -1


@require_http_methods(["GET"])
@holding
def mine(request: HttpRequest, row: Application) -> HttpResponse:
    if row.state == State.DRAFT:
        return redirect("portal:apply-who")
    return _progress(request, row)


def _progress(request: HttpRequest, row: Application, *, reasons: tuple[Reason, ...] = ()) -> HttpResponse:
    actor, story = queries.actor_of(row), queries.story(row)
    due = queries.correction_due(row) if row.progress == Progress.RECEIVED else None
    if queries.unread(row).exists():
        with suppress(Undelivered):  # on a disk that takes no writes reading goes on
            commands.mark_read(actor, commands.MarkRead(application=row.pk))
    return page(
        request,
        "progress",
        row=row,
        reasons=reasons,
        clocks=queries.clocks(row),
        due=due if row.state == State.FILED else None,
        is_deemed=due is not None and row.state == State.FILED and due.on < clock.today(),
        story=story,
        materials=queries.materials_of(row),
        answers=queries.answered(row),
        correction=row.messages.filter(kind=MessageKind.CORRECTION).last(),
        may_reply=bool(policies.may_reply(row)),
        may_withdraw=bool(policies.may_withdraw(row)),
        **address(request, row),
    )


def drafting(view: Callable[..., HttpResponse]) -> View:
    """A step of a draft; once it is filed there is but its progress."""

    @require_http_methods(["GET", "POST"])
    @holding
    def shown(request: HttpRequest, row: Application) -> HttpResponse:
        return view(request, row) if row.state == State.DRAFT else redirect("portal:apply-mine")

    return shown


@drafting
def who(request: HttpRequest, row: Application) -> HttpResponse:
    form = applicant_form(row, request.POST or None)
    return _saved(request, row, form=form, part="applicant", after="portal:apply-what")


@drafting
def what(request: HttpRequest, row: Application) -> HttpResponse:
    form = ContentForm(row, request.POST or None)
    return _saved(request, row, form=form, part="content", after="portal:apply-materials")


def _saved(request: HttpRequest, row: Application, *, form: Any, part: str, after: str) -> HttpResponse:
    reasons: tuple[Reason, ...] = ()
    if request.method == "POST" and (said := form.order()) is not None:
        order = commands.SaveApplication(application=row.pk, version=_version(request), **{part: said})
        reasons = done(lambda: commands.save_application(queries.actor_of(row), order))
        if not reasons:
            return redirect(after)
    answer = page(request, "form", row=row, reasons=reasons, form=form)
    if request.method == "POST":
        answer.status_code = 409
    return answer


@drafting
def materials(request: HttpRequest, row: Application) -> HttpResponse:
    return page(request, "materials", row=row, materials=queries.materials_of(row))


@require_http_methods(["GET", "POST"])
@holding
def upload(request: HttpRequest, row: Application) -> HttpResponse:
    """One file to one material; a draft's or a correction's."""
    back = "portal:apply-materials" if row.state == State.DRAFT else "portal:apply-mine"
    if request.method == "GET":
        return redirect(back)
    wanted = _named(row, request.POST.get("wanted"))
    reasons = done(lambda: _take(request, row, wanted=wanted))
    if not reasons:
        return redirect(back)
    if row.state != State.DRAFT:
        return _progress(request, row, reasons=reasons)
    return page(request, "materials", row=row, reasons=reasons, materials=queries.materials_of(row))


def _named(row: Application, number: str | None) -> str:
    found = next((one for one in queries.materials_of(row) if str(one.number) == number), None)
    if found is None:
        raise Http404
    return found.name


def _take(request: HttpRequest, row: Application, *, wanted: str) -> None:
    sent = request.FILES.get("file")
    if sent is None:
        raise Refused((CHOOSE,))
    may = policies.may_upload(row) & policies.has_room(row, wanted, size=sent.size or 0)
    require(may)
    file = taken_in(row, content=sent.read(), may=may)
    order = commands.AddMaterial(application=row.pk, wanted=wanted, name=(sent.name or "")[-300:], file=file)
    commands.add_material(queries.actor_of(row), order)


@require_POST
@holding
def remove(request: HttpRequest, row: Application, *, pk: int) -> HttpResponse:
    order = commands.RemoveMaterial(application=row.pk, material=pk)
    commands.remove_material(queries.actor_of(row), order)
    return redirect("portal:apply-materials" if row.state == State.DRAFT else "portal:apply-mine")


@require_http_methods(["GET"])
@holding
def file(request: HttpRequest, row: Application, *, pk: int) -> HttpResponseBase:
    """One's own upload, to look at; it never acts in the browser's page."""
    material = row.materials.filter(pk=pk).first()
    if material is None:
        raise NotVisible
    answer = StreamingHttpResponse(
        read_in_chunks(store().open(material.sha256)), content_type=TYPES[FileKind(material.kind)]
    )
    answer["Content-Length"] = str(material.size)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(material.name)}"
    answer["Content-Security-Policy"] = "sandbox"
    return answer


@drafting
def check(request: HttpRequest, row: Application) -> HttpResponse:
    reasons: tuple[Reason, ...] = ()
    if request.method == "POST" and request.POST.get("is_true") != "on":
        reasons = (Reason("没有确认所填内容和材料真实。", "行政许可法第三十一条", "请核对后勾选。"),)
    elif request.method == "POST":
        order = commands.FileApplication(application=row.pk, version=_version(request), is_true=True)
        reasons = done(lambda: commands.file_application(queries.actor_of(row), order))
        if not reasons:
            return redirect("portal:apply-mine")
    return page(
        request,
        "check",
        row=row,
        reasons=reasons,
        newer=newer_edition(row.edition),
        lacking=policies.is_signed(row).reasons,
        gaps=queries.gaps(row),
        hints=queries.hints(row),
        answers=queries.answered(row),
        materials=queries.materials_of(row),
    )


@require_POST
@holding
def reply(request: HttpRequest, row: Application) -> HttpResponse:
    order = commands.ReplyToCorrection(application=row.pk, words=request.POST.get("words", "")[:2000])
    reasons = done(lambda: commands.reply_to_correction(queries.actor_of(row), order))
    return _progress(request, row, reasons=reasons) if reasons else redirect("portal:apply-mine")


@require_POST
@holding
def withdraw(request: HttpRequest, row: Application) -> HttpResponse:
    order = commands.WithdrawApplication(application=row.pk)
    reasons = done(lambda: commands.withdraw_application(queries.actor_of(row), order))
    return _progress(request, row, reasons=reasons) if reasons else redirect("portal:apply-mine")


@require_POST
@holding
def drop(request: HttpRequest, row: Application) -> HttpResponse:
    """Give up a draft: it is erased at once."""
    commands.drop_draft(queries.actor_of(row), commands.DropDraft(application=row.pk))
    return let_go(redirect("portal:apply"))
