"""Nobody types a hash: evidence takes a recording from the list, or a file whose hash is computed."""

import hashlib
import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sanzhi.cases.models import Evidence
from sanzhi.demo.story import Story
from sanzhi.kernel import kept_file
from sanzhi.recordings.models import Recording
from tests.stories import desk, done, refused

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]
SAID = {"kind": "document", "name": "进货单据", "proves": "违法所得的数额"}


def test_a_file_is_hashed_here_and_kept_over_a_refusal(reached: Reached) -> None:
    story, content = reached(stop="investigation"), b"scan of a paper"
    client, url = desk(story, "zhifa1"), f"/office/cases/{story.case_id}/do/add_evidence/"
    page = client.get(url).content.decode()
    assert 'type="file" name="file_sha256"' in page and "multipart/form-data" in page
    wrong = client.post(url, {**SAID, "proves": "", "file_sha256": SimpleUploadedFile("单据.jpg", content)})
    kept = re.search(r'name="file_sha256_kept" value="([^"]+)"', wrong.content.decode())
    assert wrong.status_code == 200 and kept is not None
    assert client.post(url, {**SAID, "file_sha256_kept": kept.group(1)}).status_code == 302
    row = Evidence.objects.get(case=story.case_id)
    assert row.file_sha256 == hashlib.sha256(content).hexdigest()
    answer = client.get(f"/office/cases/{story.case_id}/evidence/{row.pk}/file")
    assert b"".join(answer.streaming_content) == content  # type: ignore[attr-defined]
    assert client.get(f"/office/cases/{story.case_id}/evidence/{row.pk + 1}/file").status_code == 404


def test_a_file_as_large_as_the_form_says(reached: Reached, monkeypatch: pytest.MonkeyPatch) -> None:
    """And of a larger one the form says so, with all that was typed."""
    story, content = reached(stop="investigation"), bytes(12 << 20)
    client, url = desk(story, "zhifa1"), f"/office/cases/{story.case_id}/do/add_evidence/"
    assert (
        client.post(url, {**SAID, "file_sha256": SimpleUploadedFile("录像.mp4", content)}).status_code == 302
    )
    assert Evidence.objects.get(case=story.case_id).file_sha256 == hashlib.sha256(content).hexdigest()
    monkeypatch.setattr(kept_file, "LARGEST", len(content) - 1)
    page = client.post(url, {**SAID, "file_sha256": SimpleUploadedFile("录像.mp4", content)}).content.decode()
    assert "文件太大" in page and SAID["proves"] in page
    assert "data-most=" in page


def test_an_empty_file_is_said(reached: Reached) -> None:
    story = reached(stop="investigation")
    client, url = desk(story, "zhifa1"), f"/office/cases/{story.case_id}/do/add_evidence/"
    page = client.post(url, {**SAID, "file_sha256": SimpleUploadedFile("空.jpg", b"")}).content.decode()
    assert "“空.jpg”是空的" in page


def test_a_recording_is_chosen_from_those_of_the_case(reached: Reached) -> None:
    story = reached(stop="investigation")
    story._film("interview")
    recording = Recording.objects.get()
    url = f"/office/cases/{story.case_id}/do/add_evidence/"
    assert f'<option value="{recording.sha256}">询问' in desk(story, "zhifa1").get(url).content.decode()
    done(story, "cases.add_evidence", **SAID, recording_sha256=recording.sha256)
    said = refused(story, "cases.add_evidence", **SAID, recording_sha256="5f" * 32)
    assert "本案没有这一音像记录。" in said
    assert "没有收到这一证据文件。" in refused(story, "cases.add_evidence", **SAID, file_sha256="5f" * 32)
