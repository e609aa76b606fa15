"""Originals by hash, custody of every touch, and refusals that leave nothing behind."""

import hashlib
import stat
import struct
import tracemalloc
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.storage import store
from sanzhi.ledger.log_files import log_folder
from sanzhi.ledger.queries import timeline
from sanzhi.ledger.sequencing import sequence
from sanzhi.ledger.verification import findings
from sanzhi.recordings import arriving, jobs
from sanzhi.recordings.commands import (
    BeginUpload,
    CancelUpload,
    ExplainGap,
    FinishUpload,
    RecordDownload,
    RecordPlayback,
    VerifyRecording,
    begin_upload,
    cancel_upload,
    explain_gap,
    finish_upload,
    record_download,
    record_playback,
    take_in,
    verify_recording,
)
from sanzhi.recordings.models import Recording, Upload
from sanzhi.recordings.tests.scene import BEGAN, ENDED, MP4, NOW, Scene, filmed, order


def test_an_original_is_kept_under_its_hash_with_its_custody(scene: Scene) -> None:
    recording = filmed(scene)
    assert store().open(recording.sha256).read() == MP4
    assert (recording.kind, recording.mime, recording.seconds) == ("video", "video/mp4", 1800)
    assert [line.touch for line in recording.custody.all()] == ["uploaded"]
    assert "“询问”的录像" in timeline(scene.case)[-1].sentence
    assert timeline(recording)[0].sentence.endswith(recording.sha256)
    assert stat.S_IMODE(store().path(recording.sha256).stat().st_mode) == 0o400


def test_the_same_bytes_are_stored_once(scene: Scene) -> None:
    first, again = filmed(scene), filmed(scene)
    assert again == first
    kept = [path for path in store().root.glob("??/??/*") if path.is_file()]
    assert [path.name for path in kept] == [first.sha256]


def test_every_touch_is_custody(scene: Scene) -> None:
    recording = filmed(scene)
    record_playback(scene.stranger, RecordPlayback(recording=recording.pk, reason="案件讨论"))
    record_download(scene.stranger, RecordDownload(recording=recording.pk, reason="法院调取"))
    assert verify_recording(scene.officer, VerifyRecording(recording=recording.pk)).reason == "与入库时一致"
    path = store().path(recording.sha256)
    path.chmod(0o600)
    path.write_bytes(MP4 + b"x")
    assert "不一致" in verify_recording(scene.officer, VerifyRecording(recording=recording.pk)).reason
    lines = recording.custody.values_list("touch", "touched_by_name")
    assert [kind for kind, _ in lines] == ["uploaded", "played", "downloaded", "verified", "verified"]
    assert lines[1][1] == scene.stranger.name


BAD_TIMES: list[tuple[dict[str, Any], str]] = [
    ({"started_at": ENDED, "ended_at": BEGAN}, "早于开始时间"),
    ({"ended_at": NOW + timedelta(minutes=1)}, "在将来"),
    ({"started_at": BEGAN - timedelta(days=1)}, "“记录开始时间”2026年11月22日不在本案办理期间"),
    ({"moment": "site_inspection", "started_at": BEGAN.replace(year=2020)}, "以前形成的材料，登记为证据"),
]


@pytest.mark.parametrize(("changed", "words"), BAD_TIMES)
def test_implausible_times_are_refused(scene: Scene, changed: dict[str, Any], words: str) -> None:
    begin_upload(scene.officer, order(scene, size=9))
    with pytest.raises(Refused, match=words):
        begin_upload(scene.officer, order(scene, size=9, **changed))


def test_who_may_not_upload(scene: Scene) -> None:
    with pytest.raises(Refused, match="承办人"):
        begin_upload(scene.stranger, order(scene, size=9))
    with pytest.raises(NotVisible):
        begin_upload(Actor("officer:9", "外人", "999999"), order(scene, size=9))
    upload = begin_upload(scene.officer, order(scene, size=len(MP4)))
    with pytest.raises(Refused, match="其他人开始"):
        finish_upload(scene.stranger, FinishUpload(upload=upload.token))
    assert not Recording.objects.exists()


def test_an_upload_that_was_cut_off_is_no_evidence_and_goes_on(scene: Scene) -> None:
    upload = begin_upload(scene.officer, order(scene, size=len(MP4)))
    arriving.append(upload.token, BytesIO(MP4[:100]), offset=0, size=upload.size, checksum=None)
    with pytest.raises(Refused, match=f"还有{len(MP4) - 100}字节"):
        finish_upload(scene.officer, FinishUpload(upload=upload.token))
    assert not Recording.objects.exists()
    arriving.append(upload.token, BytesIO(MP4[100:]), offset=100, size=upload.size, checksum=None)
    recording = finish_upload(scene.officer, FinishUpload(upload=upload.token))
    assert store().open(recording.sha256).read() == MP4
    with pytest.raises(NotVisible):
        finish_upload(scene.officer, FinishUpload(upload=upload.token))


@pytest.mark.parametrize(
    ("content", "changed", "words"),
    [
        (b"<html>" + bytes(90), {}, "可以识别"),
        (MP4, {"sha256": "0" * 64}, "声明的散列不符"),
    ],
)
def test_what_is_not_evidence_is_refused(
    scene: Scene, content: bytes, changed: dict[str, Any], words: str
) -> None:
    filmed(scene)
    with pytest.raises(Refused, match=words):
        take_in(scene.officer, order(scene, size=len(content), **changed), source=BytesIO(content))
    assert Recording.objects.count() == 1


def test_a_true_declared_hash_is_accepted(scene: Scene) -> None:
    declared = hashlib.sha256(MP4).hexdigest()
    assert filmed(scene, sha256=declared).sha256 == declared


@pytest.mark.django_db(transaction=True)
def test_a_cancelled_upload_leaves_no_bytes(scene: Scene) -> None:
    upload = begin_upload(scene.officer, order(scene, size=len(MP4)))
    arriving.append(upload.token, BytesIO(MP4[:100]), offset=0, size=upload.size, checksum=None)
    cancel_upload(scene.officer, CancelUpload(upload=upload.token))
    assert arriving.arrived(upload.token) == 0
    with pytest.raises(NotVisible):
        finish_upload(scene.officer, FinishUpload(upload=upload.token))


def test_uploads_that_nobody_continues_are_cleared_after_a_week(scene: Scene) -> None:
    old = begin_upload(scene.officer, order(scene, size=9))
    clock.advance(timedelta(days=7, minutes=1))
    fresh = begin_upload(scene.officer, order(scene, size=9))
    jobs.clear_stale_uploads()
    assert [Upload.objects.get(pk=row.pk).is_open for row in (old, fresh)] == [False, True]


def test_a_gap_is_explained_by_the_officers_of_the_case(scene: Scene) -> None:
    explanation = ExplainGap(case=scene.case.pk, moment="interview", reason="执法记录仪电池故障，已补照片")
    with pytest.raises(Refused, match="承办人"):
        explain_gap(scene.stranger, explanation)
    assert explain_gap(scene.officer, explanation).moment == "interview"


def test_a_wrong_order_is_refused_before_anything_is_written(scene: Scene) -> None:
    for wrong in (
        {"size": 0},
        {"moment": "不是环节"},
        {"started_at": "2026-11-23T09:00:00"},
        {"sha256": "zz"},
    ):
        with pytest.raises(ValueError, match="validation error"):
            BeginUpload.model_validate({**order(scene, size=9).model_dump(), **wrong})
    assert not Upload.objects.exists()


class Zeros:
    """A file of `left` bytes that is never whole in memory."""

    def __init__(self, left: int) -> None:
        self.left = left

    def read(self, size: int, /) -> bytes:
        size = min(size, self.left)
        self.left -= size
        return bytes(size)


def test_a_large_file_passes_in_constant_memory(scene: Scene) -> None:
    size, room = 96 << 20, struct.pack(">I4s", (96 << 20) - len(MP4), b"free")
    upload = begin_upload(scene.officer, order(scene, size=size))
    arriving.append(upload.token, BytesIO(MP4 + room), offset=0, size=size, checksum=None)
    tracemalloc.start()
    begun = len(MP4 + room)
    arriving.append(upload.token, Zeros(size - begun), offset=begun, size=size, checksum=None)
    recording = finish_upload(scene.officer, FinishUpload(upload=upload.token))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert recording.size == size
    assert peak < 8 << 20


@pytest.mark.usefixtures("fresh_schema")
def test_everything_written_so_far_verifies(scene: Scene) -> None:
    filmed(scene)
    sequence()
    assert list(findings(log_folder())) == []
