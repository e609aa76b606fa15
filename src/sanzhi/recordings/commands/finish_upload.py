"""All bytes have arrived: hash them, tell what they are and how long, keep them for ever under their hash.

The whole file is read before the transaction begins: nobody waits for it with the only write lock held.
"""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from django.db import transaction

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.storage import Stored, store
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.recordings import arriving, events
from sanzhi.recordings.boxes import Broken
from sanzhi.recordings.commands.touch import touch
from sanzhi.recordings.measuring import Measured, measured
from sanzhi.recordings.media import Media, sniffed
from sanzhi.recordings.models import Kind, Recording, Touch, Upload
from sanzhi.recordings.policies import is_continued_by, is_no_double, may_record
from sanzhi.recordings.queries import caption_of, open_upload, same_content, subject_case
from sanzhi.recordings.times import agrees, agrees_with_kept, doubt_about, end_of


class FinishUpload(Order):
    upload: str


def read_whole(actor: Actor, order: FinishUpload) -> None:
    """What the command asks of the file is known when it begins; a file that changes in between is read again."""
    upload = open_upload(actor, order.upload)
    if arriving.arrived(upload.token) == upload.size:
        arriving.digest_of(upload.token)
        with suppress(Refused):
            _evidence(upload)


@command("recordings.finish_upload", title="完成上传", before=read_whole)
def finish_upload(actor: Actor, order: FinishUpload) -> Recording:
    upload = Upload.locked(open_upload(actor, order.upload).pk)
    require(is_continued_by(upload, actor), may_record(actor, subject_case(actor, upload.subject)))
    missing = upload.size - arriving.arrived(upload.token)
    require(Verdict.when(missing == 0, f"还有{missing}字节没有到达。", remedy="请接续上传。"))
    require(_is_as_declared(upload))
    found = _evidence(upload)
    stopped = bool(upload.interruption)
    require(agrees(found, started=upload.started_at, ended=upload.ended_at, interrupted=stopped))
    sha256 = arriving.digest_of(upload.token)
    same = same_content(upload.authority, found.digest)
    require(is_no_double(same, upload))
    ended = end_of(found, started=upload.started_at, ended=upload.ended_at)
    require(agrees_with_kept(same, upload, ended=ended))
    upload.finished_at = clock.now()
    upload.save()
    transaction.on_commit(lambda: arriving.forget(upload.token))
    if same is not None:
        facts = {"moment": caption_of(upload.moment), "sha256": sha256}
        record(events.UPLOAD_REPEATED, actor=actor, subject=same, facts=facts)
        return same
    # If we stop between here and the commit, the bytes lie in the store without a row, the upload is open and
    # empty: the client sends them again, and the same bytes are stored once.
    stored = store().adopt(arriving.place_of(upload.token), sha256=sha256)
    return _kept(actor, upload, stored=stored, found=found)


def _is_as_declared(upload: Upload) -> Verdict:
    same = not upload.sha256 or upload.sha256 == arriving.digest_of(upload.token)
    return Verdict.when(same, "到达的文件与设备声明的散列不符。", remedy="请放弃后重新上传。")


def _evidence(upload: Upload) -> Measured:
    remedy = "请上传设备生成的原始文件。"
    media = sniffed(arriving.head_of(upload.token))
    if media is None:
        raise Refused((Reason("不是可以识别的照片、录音、录像或者 PDF。", remedy=remedy),))
    try:
        return _measured(arriving.place_of(upload.token), arriving.state_of(upload.token), media=media)
    except Broken as broken:
        kind = Kind(media.kind).label
        raise Refused((Reason(f"“{upload.name}”不是完整的{kind}：{broken}。", remedy=remedy),)) from broken


@lru_cache(maxsize=64)
def _measured(path: Path, state: arriving.State, *, media: Media) -> Measured:
    return measured(path, media)


def _kept(actor: Actor, upload: Upload, *, stored: Stored, found: Measured) -> Recording:
    copied = (
        "authority",
        "subject",
        "proceeding_id",
        "moment",
        "name",
        "device",
        "started_at",
        "interruption",
    )
    ended = end_of(found, started=upload.started_at, ended=upload.ended_at)
    recording = Recording(
        kind=found.media.kind,
        mime=found.media.mime,
        ended_at=ended,
        length_ms=None if found.seconds is None else round(found.seconds * 1000),
        made_at=found.made_at,
        doubt=doubt_about(found, started=upload.started_at, ended=ended),
        sha256=stored.sha256,
        content_sha256=found.digest,
        size=stored.size,
        taken_by=upload.begun_by,
        taken_by_name=upload.begun_by_name,
        uploaded_at=clock.now(),
        **{name: getattr(upload, name) for name in copied},
    )
    recording.save()
    touch(actor, recording, kind=Touch.UPLOADED, reason="上传原件")
    kind = Kind(recording.kind).label
    facts = {"moment": caption_of(upload.moment), "kind": kind, "sha256": stored.sha256}
    record(events.MOMENT_RECORDED, actor=actor, subject=upload.subject, facts=facts)
    kept = {"kind": kind, "size": stored.size, "sha256": stored.sha256}
    record(events.RECORDING_KEPT, actor=actor, subject=recording, facts=kept)
    return recording
