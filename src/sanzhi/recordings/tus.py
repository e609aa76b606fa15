"""The upload endpoint: tus 1.0.0 core, creation, checksum, termination (https://tus.io/protocols/resumable-upload).

The order of a creation travels in Upload-Metadata: case, moment, name, started_at, ended_at, and, where known,
device, interruption, sha256. The last piece finishes the upload; an empty piece at the end finishes it again; what is refused then is ended.
"""

from base64 import b64decode
from binascii import Error as NotBase64
from typing import cast

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_http_methods
from pydantic import ValidationError

from sanzhi.kernel import orders
from sanzhi.kernel.acting import form_on
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.addresses import whole_number
from sanzhi.kernel.errors import Refused, Undelivered
from sanzhi.kernel.file_lock import AlreadyLocked
from sanzhi.kernel.verdict import Reason
from sanzhi.organisation.views import actor_of
from sanzhi.recordings import arriving
from sanzhi.recordings.commands import (
    BeginUpload,
    CancelUpload,
    begin_upload,
    cancel_upload,
    finish_or_end,
)
from sanzhi.recordings.commands.begin_upload import LARGEST
from sanzhi.recordings.desk import CAPTIONS
from sanzhi.recordings.models import Recording, Upload
from sanzhi.recordings.policies import is_continued_by
from sanzhi.recordings.queries import known_upload

VERSION = "1.0.0"
CHECKSUMS = ("sha256", "sha1")
LOCKED, CHECKSUM_MISMATCH = 423, 460
SAID = {
    400: "上传信息不完整或者不能识别，没有接收。请刷新页面后重新选择文件。",
    403: "这件上传由另一人开始，只能由其本人接续。请重新选择文件上传。",
    409: "接续的位置不对，没有接收。请从已到达的位置接续。",
    413: "送来的内容比开始时说明的长，没有接收。请重新选择文件上传。",
    415: "送来的内容类型不对，没有接收。请刷新页面后重试。",
    LOCKED: "同一件上传正在另一处接收，请稍后接续。",
    CHECKSUM_MISMATCH: "这一段在传送中损坏，没有接收。请重传这一段。",
}


def answered(response: HttpResponse, **headers: str | int) -> HttpResponse:
    response["Tus-Resumable"] = VERSION
    response["Cache-Control"] = "no-store"
    for name, value in headers.items():
        response[name.replace("_", "-")] = str(value)
    return response


def said_no(refusal: Refused, *, status: int) -> HttpResponse:
    reasons = [
        {"sentence": row.sentence, "citation": row.citation, "remedy": row.remedy} for row in refusal.reasons
    ]
    return answered(JsonResponse({"reasons": reasons}, status=status))


def protocol_error(status: int) -> HttpResponse:
    return said_no(Refused((Reason(SAID[status]),)), status=status)


@form_on(settings.LOGIN_REDIRECT_URL, also=("OPTIONS",))
def uploads(request: HttpRequest) -> HttpResponse:
    if request.method == "OPTIONS":
        abilities = {
            "Tus-Extension": "creation,checksum,termination",
            "Tus-Checksum-Algorithm": ",".join(CHECKSUMS),
        }
        return answered(
            HttpResponse(status=204, headers=abilities), Tus_Version=VERSION, Tus_Max_Size=LARGEST
        )
    if request.headers.get("Tus-Resumable") != VERSION:
        return answered(HttpResponse(status=412), Tus_Version=VERSION)
    try:
        stated = {
            "size": request.headers.get("Upload-Length"),
            **metadata(request.headers.get("Upload-Metadata", "")),
        }
        order = BeginUpload.model_validate(stated)
    except ValidationError as wrong:
        return said_no(Refused(orders.reasons(wrong, captions=CAPTIONS)), status=400)
    except (NotBase64, UnicodeDecodeError):
        return protocol_error(400)
    try:
        upload = begin_upload(actor_of(request), order)
    except Refused as refusal:
        return said_no(refusal, status=409)
    return answered(HttpResponse(status=201), Location=f"{request.path}{upload.token}/")


def metadata(header: str) -> dict[str, str]:
    """`name 5bCP...,moment c2l0...` into words."""
    pairs = [pair.strip().partition(" ") for pair in header.split(",") if pair.strip()]
    return {key: b64decode(value, validate=True).decode() for key, _, value in pairs}


@login_required
@require_http_methods(["HEAD", "PATCH", "DELETE"])
def upload(request: HttpRequest, token: str) -> HttpResponse:
    actor = actor_of(request)
    found = known_upload(actor, token)
    if request.headers.get("Tus-Resumable") != VERSION:
        return answered(HttpResponse(status=412), Tus_Version=VERSION)
    if request.method == "HEAD":
        offset = arriving.arrived(token) if found.is_open else found.size
        return answered(HttpResponse(), Upload_Offset=offset, Upload_Length=found.size)
    try:
        if request.method == "DELETE":
            cancel_upload(actor, CancelUpload(upload=token))
            return answered(HttpResponse(status=204))
        return _piece(request, actor, found=found)
    except Refused as refusal:
        return said_no(refusal, status=422)  # 409 would mean *wrong offset* to a tus client


def _piece(request: HttpRequest, actor: Actor, *, found: Upload) -> HttpResponse:
    if request.content_type != "application/offset+octet-stream":
        return protocol_error(415)
    if not found.is_open:
        return answered(HttpResponse(status=204), Upload_Offset=found.size)
    if not is_continued_by(found, actor):
        return protocol_error(403)
    stated = whole_number(request.headers.get("Upload-Offset"))
    checksum = _checksum(request.headers.get("Upload-Checksum", ""))
    if stated is None or checksum == ("", b""):
        return protocol_error(400)
    refused = _appended(request, found, offset=stated, checksum=checksum)
    if refused is not None:
        return protocol_error(refused)
    offset = arriving.arrived(found.token)
    response = answered(HttpResponse(status=204), Upload_Offset=offset)
    if offset == found.size:
        recording: Recording = finish_or_end(actor, found.token)
        response["Sanzhi-Recording"] = str(recording.pk)
    return response


def _appended(
    request: HttpRequest, found: Upload, *, offset: int, checksum: tuple[str, bytes] | None
) -> int | None:
    """None when the piece was taken, else the status that says why not."""
    try:
        arriving.append(
            found.token, cast("arriving.Source", request), offset=offset, size=found.size, checksum=checksum
        )
    except arriving.WrongOffset:
        return 409
    except arriving.WrongChecksum:
        return CHECKSUM_MISMATCH
    except arriving.TooLong:
        return 413
    except AlreadyLocked:
        return LOCKED
    except OSError as failure:
        raise Undelivered(
            f"没有写完：{failure.strerror or '连接中断'}。已到达的部分保留，请接续上传。"
        ) from failure
    return None


def _checksum(header: str) -> tuple[str, bytes] | None:
    """(algorithm, digest); None without a header; ("", b"") for one that cannot be used."""
    if not header:
        return None
    algorithm, _, encoded = header.partition(" ")
    try:
        digest = b64decode(encoded, validate=True)
    except NotBase64:
        return "", b""
    return (algorithm, digest) if algorithm in CHECKSUMS else ("", b"")
