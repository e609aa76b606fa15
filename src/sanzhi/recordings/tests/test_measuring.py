"""A file tells its own length; one that is none is refused, whatever was typed; what tells nothing waits for another person."""

import io
import struct
import wave
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sanzhi.demo.film import film
from sanzhi.demo.media import drawn_photo
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.errors import Refused
from sanzhi.recordings.boxes import Broken
from sanzhi.recordings.commands import BeginUpload, ConfirmRecording, confirm_recording, take_in
from sanzhi.recordings.measuring import measured
from sanzhi.recordings.media import HEAD, sniffed
from sanzhi.recordings.models import Recording
from sanzhi.recordings.photo_times import taken_at
from sanzhi.recordings.queries import State, coverage
from sanzhi.recordings.tests.scene import BEGAN, ENDED, JPEG, MP4, Scene, filmed, minutes
from sanzhi.recordings.tests.test_tus import signed_in
from sanzhi.recordings.times import ZONE
from tests.stories import done, refused

MKV = b"\x1aE\xdf\xa3....matroska" + bytes(500)


def wav(seconds: float) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8000)
        file.writeframes(b"\x80" * int(8000 * seconds))
    return out.getvalue()


# 32 kbit/s, 32 kHz, MPEG 1 layer III: 144 bytes for 36 ms
MP3 = b"ID3\x03\0\0\0\0\0\x0a" + bytes(10) + (b"\xff\xfb\x18\xc0" + bytes(140)) * 100
PDF = b"%PDF-1.7\n" + bytes(3000) + b"\n%%EOF\n"


def found_in(content: bytes, folder: Path) -> Any:
    path = folder / "file"
    path.write_bytes(content)
    media = sniffed(content[:HEAD])
    assert media is not None
    return measured(path, media)


@pytest.mark.parametrize(
    ("content", "kind", "seconds"),
    [
        (film(2.5, said=""), "audio", 2.52),
        (film(1800, said="", pictures=True), "video", 1800),
        (wav(3.5), "audio", 3.5),
        (MP3, "audio", 3.6),
        (JPEG, "photo", None),
        (drawn_photo(0), "photo", None),
        (PDF, "document", None),
        (MKV, "video", None),
    ],
)
def test_lengths(content: bytes, kind: str, seconds: float | None, tmp_path: Path) -> None:
    found = found_in(content, tmp_path)
    assert found.media.kind == kind
    assert found.seconds == (None if seconds is None else pytest.approx(seconds))


@pytest.mark.parametrize("content", [MP4, wav(3), MP3[:200], JPEG, drawn_photo(0), PDF])
@pytest.mark.parametrize("share", [0.0, 0.5, 0.95])
def test_what_was_cut_off_is_no_recording(content: bytes, share: float, tmp_path: Path) -> None:
    cut = content[: max(HEAD if len(content) > 100 else 12, int(len(content) * share))]
    with pytest.raises(Broken):
        found_in(cut, tmp_path)


def test_an_index_that_promises_more_than_the_file_holds(tmp_path: Path) -> None:
    at = MP4.index(b"stsz") + 8
    with pytest.raises(Broken):
        found_in(MP4[:at] + struct.pack(">I", 2000) + MP4[at + 4 :], tmp_path)


def test_when_a_photo_was_taken() -> None:
    table = struct.pack("<HHHII", 1, 0x8769, 4, 1, 26) + bytes(4)
    exif = struct.pack("<HHHII", 1, 0x9003, 2, 20, 44) + bytes(4)
    tiff = b"II*\0" + struct.pack("<I", 8) + table + exif + b"2026:11:23 09:05:00\0"
    found = taken_at(b"Exif\0\0" + tiff)
    assert found is not None and found.isoformat() == "2026-11-23T09:05:00"
    for wrong in (b"", b"Exif\0\0", b"Exif\0\0II*\0\xff\xff\xff\xff", b"Exif\0\0" + tiff[:40]):
        assert taken_at(wrong) is None


def test_a_short_clip_is_no_half_hour(scene: Scene) -> None:
    clip = film(2.5, said="clip", pictures=True)
    with pytest.raises(Refused, match=r"填写的起止时间共30分0秒，文件实测2\.5秒。"):
        filmed(scene, content=clip)
    recording = filmed(scene, content=clip, ended_at=None)
    assert recording.seconds == pytest.approx(2.52)
    (found,) = coverage(scene.proceeding, ["interview"])
    assert found.state == State.SHORT


def test_an_explained_interruption_may_be_longer_than_the_film_and_counts_no_more(scene: Scene) -> None:
    said = {"interruption": "当事人就医，中断二十分钟"}
    recording = filmed(scene, content=minutes(10), **said)
    assert recording.seconds == pytest.approx(600, abs=1) and recording.ended_at == ENDED
    with pytest.raises(Refused, match="文件实测1小时0分0秒"):
        filmed(scene, content=minutes(60), **said)


def test_twelve_bytes_are_no_hearing(scene: Scene) -> None:
    content = MP4[:12]
    with pytest.raises(Refused, match=r"“DSJ0001\.MP4”不是完整的录像：录制没有正常结束，或者文件没有传完。"):
        filmed(scene, "hearing", content=content)
    assert not Recording.objects.exists()


def test_one_file_proves_one_moment(scene: Scene) -> None:
    filmed(scene)
    with pytest.raises(
        Refused, match="已经作为本案“询问”的音像入库（画面、声音相同），一份音像不能证明两处。"
    ):
        filmed(scene, "site_inspection")
    assert Recording.objects.count() == 1


def test_one_file_proves_one_case(reached: Callable[..., Story]) -> None:
    story, content = reached(stop="investigation"), film(180, said="同一文件")
    other = done(story, "cases.register_lead", **again(story))
    take_in(story.officer, announced(story.case_id, content), source=BytesIO(content))
    with pytest.raises(Refused, match="已经作为另一案件的音像入库（画面、声音相同），一份音像不能证明两处。"):
        take_in(story.officer, announced(other.pk, content), source=BytesIO(content))


def again(story: Story) -> dict[str, Any]:
    """Another lead of the same officer."""
    case = story.case
    kept = {name: getattr(case, name) for name in ("source", "happened_on", "found_on")}
    said = {"procedure": "penalty/ordinary", "cause_code": story.proceeding.cause_code}
    return {**kept, **said, "place": "演示街道9号", "summary": "巡查另外发现的一处。"}


def test_the_file_tells_another_day(scene: Scene) -> None:
    for fits in (BEGAN, BEGAN + ZONE, ENDED):
        content = film(1800, said=str(fits), made_at=fits, pictures=True)
        assert filmed(scene, content=content).counts
    other = film(1800, said="", made_at=BEGAN - timedelta(days=1), pictures=True)
    recording = filmed(scene, content=other)
    assert recording.doubt == "文件内的时间（2026年11月22日09:00）与填写的时间不符" and not recording.counts


def test_what_cannot_be_measured_counts_after_another_person_has_looked(scene: Scene) -> None:
    with pytest.raises(Refused, match="不能测量时长"):
        filmed(scene, content=MKV, ended_at=None)
    recording = filmed(scene, content=MKV)
    (found,) = coverage(scene.proceeding, ["interview"])
    assert found.state == State.UNSURE and "待他人看过确认" in found.sentence
    with pytest.raises(Refused, match="音像的时间不能由上传人自己确认。"):
        confirm_recording(scene.officer, ConfirmRecording(recording=recording.pk))
    with pytest.raises(Refused, match="由本案另一名承办人、中队长或者法制审核人员确认"):
        confirm_recording(scene.stranger, ConfirmRecording(recording=recording.pk))
    confirm_recording(scene.leader, ConfirmRecording(recording=recording.pk))
    (found,) = coverage(scene.proceeding, ["interview"])
    assert found.state == State.COVERED
    with pytest.raises(Refused, match="不需要确认，或者已经确认"):
        confirm_recording(scene.leader, ConfirmRecording(recording=recording.pk))


def test_the_end_comes_from_the_file(scene: Scene) -> None:
    recording = filmed(scene, content=minutes(12), ended_at=None)
    assert recording.ended_at - recording.started_at == timedelta(minutes=12)
    with pytest.raises(Refused, match="从填写的开始时间算，结束时间在将来"):
        filmed(scene, content=minutes(13), started_at=BEGAN + timedelta(hours=5, minutes=59), ended_at=None)


def test_an_explanation_is_returned_and_written_anew(reached: Callable[..., Story]) -> None:
    story = reached(stop="investigation")
    reason = "执法记录仪电池故障，已补照片"
    gap = done(story, "recordings.explain_gap", moment="interview", reason=reason).pk
    said = {"gap": gap, "reason": "请写明哪一台、几点发生"}
    assert "您承办过本案" in refused(story, "recordings.return_gap", **said)
    done(story, "recordings.return_gap", who="fazhi", **said)
    assert "说明的原因被退回：请写明哪一台、几点发生（依据" in refused(story, "cases.complete_step")
    assert "已经审定或者退回" in refused(story, "recordings.accept_gap", who="fazhi", gap=gap)
    assert "已经审定或者退回" in refused(story, "recordings.return_gap", who="fazhi", **said)
    again = done(story, "recordings.explain_gap", moment="interview", reason=f"{reason}，YS-01，9时许").pk
    done(story, "recordings.accept_gap", who="fazhi", gap=again)


def test_a_closed_case_confirms_no_more(reached: Callable[..., Story]) -> None:
    story, content = reached(stop="closure"), b"OggS" + bytes(100)
    recording = take_in(story.officer, announced(story.case_id, content), source=BytesIO(content))
    story.plan.stop = ""
    list(story.closure())
    said = refused(story, "recordings.confirm_recording", who="fazhi", recording=recording.pk)
    assert "案件已结案，不能再确认音像的时间。" in said


def announced(case: int, content: bytes) -> BeginUpload:
    ended = clock.now() - timedelta(minutes=1)
    began = ended - timedelta(minutes=3)
    said = {"case": case, "moment": "interview", "name": "a.ogg", "size": len(content)}
    return BeginUpload.model_validate({**said, "started_at": began, "ended_at": ended})


def test_the_form_keeps_what_was_typed(scene: Scene) -> None:
    sent = {
        "moment": "service",
        "started_at": "2026-11-23T09:10",
        "ended_at": "2026-11-23T09:40",
        "device": "记录仪09",
        "file": SimpleUploadedFile("短片.mp4", film(2.5, said="", pictures=True)),
    }
    answer = signed_in(1).post(f"/office/cases/{scene.case.pk}/do/take_in/", sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    for kept in (
        'value="2026-11-23T09:10"',
        'value="2026-11-23T09:40"',
        'value="记录仪09"',
        "请重新选择“短片.mp4”",
    ):
        assert kept in page
    assert '<option value="service" selected>' in page
