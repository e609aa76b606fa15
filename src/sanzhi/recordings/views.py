"""The office's pages of recordings: a case's coverage and files, one recording with its player and custody."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, BinaryIO
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from pydantic import ValidationError

from sanzhi.cases import desk
from sanzhi.cases import queries as cases
from sanzhi.kernel import orders
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.clock import CHINA
from sanzhi.kernel.commands import Order
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.storage import read_in_chunks, store
from sanzhi.kernel.verdict import Reason
from sanzhi.organisation.views import actor_of
from sanzhi.recordings import commands, queries
from sanzhi.recordings.desk import CAPTIONS, REASON, tab
from sanzhi.recordings.models import Recording, Touch
from sanzhi.recordings.policies import confirms, may_confirm
from sanzhi.recordings.ranges import ByteRange, Unsatisfiable, byte_range
from sanzhi.recordings.sending import count

PIECE = 4 << 20  # bytes of an answer to a player


@login_required
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    rows = queries.recent_recordings(actor_of(request))
    found = [(row, queries.caption_of(row.moment), queries.is_late(row)) for row in rows]
    return render(request, "recordings/index.html", {"rows": found})


@login_required
@require_safe
def of_case(request: HttpRequest, pk: int) -> HttpResponse:
    """The tab of a case: coverage, files, the plain upload form (upload.js makes it resumable)."""
    return _tab(request, pk)


@form_on("recordings:of_case")
def take_in(request: HttpRequest, pk: int) -> HttpResponse:
    cases.visible_case(actor_of(request), pk)
    try:
        recording = _taken_in(request, pk)
    except ValidationError as wrong:
        said = orders.reasons(wrong, captions=CAPTIONS)
        return _tab(request, pk, reasons=said, wrong=orders.wrong_fields(wrong))
    except Refused as refusal:
        return _tab(request, pk, reasons=refusal.reasons)
    messages.success(request, f"已入库，SHA-256 {recording.sha256[:16]}…")
    if recording.doubt:
        messages.warning(
            request, f"{recording.doubt}，待本案另一名承办人、中队长或者法制审核人员看过确认后才算数。"
        )
    return _back(request, pk)


def _back(request: HttpRequest, pk: int) -> HttpResponse:
    """To the tab of the party whose film it was."""
    query = urlencode({"proceeding": request.POST["proceeding"]}) if request.POST.get("proceeding") else ""
    return redirect(f"{reverse('recordings:of_case', kwargs={'pk': pk})}?{query}".removesuffix("?"))


def _tab(
    request: HttpRequest, pk: int, *, reasons: tuple[Reason, ...] = (), wrong: frozenset[str] = frozenset()
) -> HttpResponse:
    """What was typed and refused stays; a browser keeps no file, so its name is said."""
    actor = actor_of(request)
    found = desk.shown(request, actor, pk=pk)
    file = request.FILES.get("file")
    context = {
        **tab(actor, found),
        **desk.frame(found, tab="recordings"),
        "reasons": reasons,
        "wrong": wrong,
        "unkept_file": file.name if file else "",
    }
    return render(request, "recordings/of_case.html", context, status=409 if reasons else 200)


def _taken_in(request: HttpRequest, case: int) -> Recording:
    """The plain form, for browsers without script: begin, append, finish in one request."""
    actor, file = actor_of(request), request.FILES.get("file")
    if file is None or not file.size:
        empty = f"“{file.name}”是空的。" if file else ""
        raise Refused((Reason(f"{empty}请选择文件。"),))
    words = {name: request.POST.get(name, "") for name in ("moment", "device", "interruption")}
    ended = request.POST.get("ended_at", "")
    order = commands.BeginUpload.model_validate(
        {
            "case": case,
            "proceeding": request.POST.get("proceeding") or None,
            "name": file.name,
            "size": file.size,
            "started_at": moment_typed(request.POST.get("started_at", "")),
            "ended_at": moment_typed(ended) if ended else None,
            **words,
        }
    )
    return commands.take_in(actor, order, source=file)


def moment_typed(text: str) -> datetime:
    """What a `datetime-local` field holds, in Beijing time. Refused when it is none."""
    try:
        typed = datetime.fromisoformat(text)
    except ValueError as wrong:
        raise Refused((Reason("请填写记录的开始时间。"),)) from wrong
    return typed if typed.tzinfo else typed.replace(tzinfo=CHINA)


@form_on("recordings:of_case")
def explain_gap(request: HttpRequest, pk: int) -> HttpResponse:
    said = {
        "case": pk,
        "proceeding": request.POST.get("proceeding") or None,
        "moment": request.POST.get("moment", ""),
        "reason": request.POST.get("reason", ""),
    }
    done = "已说明缺漏原因，待没有承办过本案的中队长或者法制审核人员审定。"
    return _done(request, pk, call=lambda: _order("explain_gap", request, said=said), said=done)


@form_on("recordings:of_case")
def accept_gap(request: HttpRequest, pk: int) -> HttpResponse:
    said = {"gap": request.POST.get("gap")}
    return _done(request, pk, call=lambda: _order("accept_gap", request, said=said), said="已审定缺漏说明。")


@form_on("recordings:of_case")
def return_gap(request: HttpRequest, pk: int) -> HttpResponse:
    said = {"gap": request.POST.get("gap"), "reason": request.POST.get("returned_for", "")}
    return _done(request, pk, call=lambda: _order("return_gap", request, said=said), said="已退回缺漏说明。")


VERBS: dict[str, tuple[type[Order], Callable[[Actor, Any], Any]]] = {
    "explain_gap": (commands.ExplainGap, commands.explain_gap),
    "accept_gap": (commands.AcceptGap, commands.accept_gap),
    "return_gap": (commands.ReturnGap, commands.return_gap),
}


def _order(verb: str, request: HttpRequest, *, said: dict[str, Any]) -> None:
    order, call = VERBS[verb]
    call(actor_of(request), order.model_validate(said))


def _done(request: HttpRequest, pk: int, *, call: Callable[[], None], said: str) -> HttpResponse:
    cases.visible_case(actor_of(request), pk)
    try:
        call()
    except ValidationError as wrong:
        return _tab(
            request, pk, reasons=orders.reasons(wrong, captions=REASON), wrong=orders.wrong_fields(wrong)
        )
    except Refused as refusal:
        return _tab(request, pk, reasons=refusal.reasons)
    messages.success(request, said)
    return _back(request, pk)


@login_required
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    actor = actor_of(request)
    recording = queries.visible_recording(actor, pk)
    case = cases.case_of_subject(recording.subject)
    desk.seen_by(actor, case)
    context = {
        "recording": recording,
        "length": timedelta(seconds=recording.seconds) if recording.length_ms is not None else None,
        "case": case,
        "may_confirm": may_confirm(actor, case, recording=recording) if not recording.counts else None,
        "confirms": confirms(actor, recording),
        "moment": queries.caption_of(recording.moment),
        "custody": recording.custody.all(),
        "is_late": queries.is_late(recording),
    }
    return render(request, "recordings/detail.html", context)


@form_on("recordings:detail")
def verify(request: HttpRequest, pk: int) -> HttpResponse:
    line = commands.verify_recording(actor_of(request), commands.VerifyRecording(recording=pk))
    messages.info(request, f"核验结果：{line.reason}。")
    return redirect("recordings:detail", pk=pk)


@form_on("recordings:detail")
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    commands.confirm_recording(actor_of(request), commands.ConfirmRecording(recording=pk))
    messages.success(request, "已确认这一音像的时间。")
    return redirect("recordings:detail", pk=pk)


@login_required
@require_safe
def content(request: HttpRequest, pk: int) -> HttpResponse | StreamingHttpResponse:
    """The original's bytes, whole or one range; looking and copying leave a line of custody."""
    actor = actor_of(request)
    recording = queries.visible_recording(actor, pk)
    desk.seen_by(actor, cases.case_of_subject(recording.subject))
    try:
        part = _wanted(request, recording)
    except Unsatisfiable:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{recording.size}"})
    original = store().open(recording.sha256)  # before the line: who got nothing has seen nothing
    # a file that one piece holds is had whole by whoever asks for any of it
    is_whole = part is None or recording.size <= PIECE
    _leave_line(actor, recording, is_whole=is_whole, said=is_whole and "download" in request.GET)
    if part is not None and not is_whole:
        count(actor, recording, length=part.length)
    return _streamed(request, recording, original=original, part=part)


def _wanted(request: HttpRequest, recording: Recording) -> ByteRange | None:
    """The asked part, never longer than a piece: a player asks for the next. None: the whole. Raises Unsatisfiable."""
    if request.headers.get("If-Range", _etag(recording)) != _etag(recording):
        return None
    part = byte_range(request.headers.get("Range", ""), recording.size)
    return part and ByteRange(part.first, min(part.last, part.first + PIECE - 1))


def _leave_line(actor: Actor, recording: Recording, *, is_whole: bool, said: bool) -> None:
    """Who gets the whole has a copy, whatever the address asked for; who said so has one each time.

    What comes in pieces is looked at, until the pieces make up the whole (sending.py).
    """
    touch = Touch.DOWNLOADED if is_whole else Touch.PLAYED
    if not said and queries.is_touched_by(recording, actor, touch=touch):
        return
    if is_whole:
        commands.record_download(actor, commands.RecordDownload(recording=recording.pk))
    else:
        commands.record_playback(actor, commands.RecordPlayback(recording=recording.pk))


def _etag(recording: Recording) -> str:
    return f'"{recording.sha256}"'


def _streamed(
    request: HttpRequest, recording: Recording, *, original: BinaryIO, part: ByteRange | None
) -> HttpResponse | StreamingHttpResponse:
    start, length = (part.first, part.length) if part else (0, recording.size)
    chunks = read_in_chunks(original, start=start, length=length)
    response = StreamingHttpResponse(chunks, status=206 if part else 200, content_type=recording.mime)
    if part:
        response["Content-Range"] = f"bytes {part.first}-{part.last}/{recording.size}"
    disposition = "attachment" if "download" in request.GET else "inline"
    name = f"{recording.moment}-{recording.pk}-{recording.sha256[:12]}"
    response["Content-Disposition"] = f'{disposition}; filename="{name}"'
    response["Content-Length"] = str(length)
    response["Accept-Ranges"] = "bytes"
    response["ETag"] = _etag(recording)
    response["Cache-Control"] = "private, no-store"
    # an original is shown, never run: a PDF or picture gets no script and no origin
    response["Content-Security-Policy"] = "sandbox; default-src 'none'; media-src 'self'; img-src 'self'"
    return response
