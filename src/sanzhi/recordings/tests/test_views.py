"""The pages as an officer sees them; bytes whole or in one range, each look in the custody list once."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.storage import store
from sanzhi.recordings import views
from sanzhi.recordings.models import Gap, Recording, Sent
from sanzhi.recordings.tests.scene import BEGAN, JPEG, MP4, Scene, filmed, minutes
from sanzhi.recordings.tests.test_tus import signed_in
from tests.stories import done


@pytest.fixture
def desk(scene: Scene) -> Client:
    return signed_in(1)


def content_of(answer: Any) -> bytes:
    return b"".join(answer.streaming_content)


@pytest.mark.parametrize(
    ("header", "status", "start", "end", "said"),
    [
        (None, 200, 0, len(MP4), ""),
        ("bytes=0-", 206, 0, len(MP4), f"bytes 0-{len(MP4) - 1}/{len(MP4)}"),
        ("bytes=10-19", 206, 10, 20, f"bytes 10-19/{len(MP4)}"),
        ("bytes=-5", 206, len(MP4) - 5, len(MP4), f"bytes {len(MP4) - 5}-{len(MP4) - 1}/{len(MP4)}"),
    ],
)
def test_bytes(
    desk: Client, scene: Scene, header: str | None, status: int, start: int, end: int, said: str
) -> None:
    recording = filmed(scene)
    answer = desk.get(
        f"/office/recordings/{recording.pk}/content", headers={"Range": header} if header else {}
    )
    assert (answer.status_code, answer.headers.get("Content-Range", "")) == (status, said)
    assert content_of(answer) == MP4[start:end]
    assert answer["Content-Length"] == str(end - start)
    assert answer["Content-Type"] == "video/mp4"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize("header", ["bytes=0-1,4-5", f"bytes={len(MP4)}-", "bytes=5-1"])
def test_ranges_that_are_refused(desk: Client, scene: Scene, header: str) -> None:
    recording = filmed(scene)
    answer = desk.get(f"/office/recordings/{recording.pk}/content", headers={"Range": header})
    assert (answer.status_code, answer["Content-Range"]) == (416, f"bytes */{len(MP4)}")


def test_a_changed_file_is_sent_whole(desk: Client, scene: Scene) -> None:
    recording = filmed(scene)
    headers = {"Range": "bytes=0-1", "If-Range": '"other"'}
    assert desk.get(f"/office/recordings/{recording.pk}/content", headers=headers).status_code == 200


def test_one_look_is_one_line_of_custody(desk: Client, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "PIECE", 100)
    recording = filmed(scene)
    url = f"/office/recordings/{recording.pk}/content"
    for start in (1, 100, 200):
        desk.get(url, headers={"Range": f"bytes={start}-"})
    clock.advance(timedelta(minutes=11))
    desk.get(url, headers={"Range": "bytes=1-"})
    assert list(recording.custody.values_list("touch", flat=True)) == ["uploaded", "played", "played"]


@pytest.mark.parametrize("asked", [{}, {"headers": {"Range": "bytes=0-"}}, {"data": {"play": "1"}}])
def test_who_gets_the_whole_has_a_copy(desk: Client, scene: Scene, asked: dict[str, Any]) -> None:
    recording = filmed(scene)
    url = f"/office/recordings/{recording.pk}/content"
    for _ in range(2):
        desk.get(url, **asked)
    assert list(recording.custody.values_list("touch", flat=True)) == ["uploaded", "downloaded"]
    desk.get(url, {"download": "1"})
    assert recording.custody.filter(touch="downloaded").count() == 2


def test_who_gets_the_whole_in_pieces_has_a_copy(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """However the pieces are cut, and whenever they are asked for; each whole is one line, and one row counts."""
    recording = filmed(scene)
    piece = recording.size // 12 + 1
    monkeypatch.setattr(views, "PIECE", piece)
    url = f"/office/recordings/{recording.pk}/content"
    starts = range(0, recording.size, piece)
    for day in range(2):
        for start in starts[:-1] if not day else starts[-1:]:
            signed_in(1).get(url, {"download": "1"}, headers={"Range": f"bytes={start}-"})
        clock.advance(timedelta(days=1))
        copies = recording.custody.filter(touch="downloaded")
        assert [row.reason for row in copies] == ["分段取得，累计字节数达到整段"] * day
    assert [row.size for row in Sent.objects.all()] == [0]
    signed_in(1).get(url, headers={"Range": "bytes=0-9"})
    assert [row.size for row in Sent.objects.all()] == [10] and copies.count() == 1
    assert recording.custody.filter(touch="played").count() == 3


def test_who_hears_a_part_has_no_copy(desk: Client, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "PIECE", 100)
    recording = filmed(scene)
    desk.get(f"/office/recordings/{recording.pk}/content", headers={"Range": f"bytes=0-{recording.size - 2}"})
    assert not recording.custody.filter(touch="downloaded").exists()


def test_an_original_that_is_gone_is_told_and_nobody_has_seen_it(desk: Client, scene: Scene) -> None:
    recording = filmed(scene)
    store().path(recording.sha256).unlink()
    answer = desk.get(f"/office/recordings/{recording.pk}/content")
    assert answer.status_code == 503 and "原件在存储中缺失" in answer.content.decode()
    assert list(recording.custody.values_list("touch", flat=True)) == ["uploaded"]


def test_pages(desk: Client, scene: Scene) -> None:
    recording = filmed(scene)
    filmed(scene, "site_inspection", content=JPEG, ended_at=BEGAN)
    pages = {
        "/office/recordings/": "音像记录",
        f"/office/recordings/case/{scene.case.pk}/": f"/office/recordings/{recording.pk}/",
        f"/office/recordings/{recording.pk}/": recording.sha256,
    }
    for url, words in pages.items():
        answer = desk.get(url)
        assert answer.status_code == 200
        assert words in answer.content.decode()
    assert desk.get("/office/recordings/999999/").status_code == 404
    assert desk.get("/office/recordings/999999/content").status_code == 404


def test_the_form_works_without_a_script(desk: Client, scene: Scene) -> None:
    url = f"/office/cases/{scene.case.pk}/do/take_in/"
    form = {
        "moment": "interview",
        "started_at": "2026-11-23T09:00",
        "ended_at": "2026-11-23T09:30",
        "device": "记录仪01",
    }
    answer = desk.post(url, {**form, "file": SimpleUploadedFile("a.mp4", MP4)})
    assert answer.status_code == 302
    recording = Recording.objects.get()
    assert (recording.seconds, recording.taken_by_name) == (1800, scene.officer.name)
    for wrong in ({"started_at": ""}, {"started_at": "2030-01-01T00:00", "ended_at": ""}, {"file": ""}):
        sent = {**form, "file": SimpleUploadedFile("b.mp4", minutes(30)), **wrong}
        assert desk.post(url, sent).status_code == 409
    assert Recording.objects.count() == 1


def test_a_gap_and_a_verification_from_the_page(desk: Client, scene: Scene) -> None:
    recording = filmed(scene)
    desk.post(
        f"/office/cases/{scene.case.pk}/do/explain_gap/",
        {"moment": "service", "reason": "设备故障，已补照片"},
    )
    assert Gap.objects.get().moment == "service"
    short = {"moment": "service", "reason": "短"}
    refused = desk.post(f"/office/cases/{scene.case.pk}/do/explain_gap/", short)
    assert (refused.status_code, "“理由”至少6个字" in refused.content.decode()) == (409, True)
    assert Gap.objects.count() == 1
    assert desk.post(f"/office/recordings/{recording.pk}/do/verify/").status_code == 302
    assert recording.custody.last().reason == "与入库时一致"  # type: ignore[union-attr]


def test_a_gap_is_accepted_from_the_page_by_another(reached: Callable[..., Story]) -> None:
    story = reached(stop="investigation")
    tab, accept = f"/office/recordings/case/{story.case_id}/", f"/office/cases/{story.case_id}/do/accept_gap/"
    gap = done(story, "recordings.explain_gap", moment="interview", reason="设备故障，已补照片").pk
    desks = {}
    for who in ("zhifa1", "fazhi"):
        desks[who] = Client()
        desks[who].force_login(story.bureau.officers[who].user)
    shown = desks["zhifa1"].get(tab).content.decode()
    assert "审定说明</button>" not in shown and "苏晓禾说明" in shown and "不能审定" not in shown
    assert desks["zhifa1"].post(accept, {"gap": gap}).status_code == 409
    assert desks["fazhi"].post(accept, {"gap": "x"}).status_code == 409
    assert desks["fazhi"].post(accept, {"gap": gap + 1}).status_code == 404
    assert accept in desks["fazhi"].get(tab).content.decode()
    assert desks["fazhi"].post(accept, {"gap": gap}).status_code == 302
    assert "沈明辨审定" in desks["fazhi"].get(tab).content.decode()
    assert Gap.objects.get().is_accepted
