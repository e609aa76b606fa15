"""Scans of signed papers: what is taken in and refused, by content and not by name, and who gets them."""

import hashlib
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from sanzhi.cases import scans
from sanzhi.cases.models import PaperScan
from sanzhi.cases.queries import papers, subject_of
from sanzhi.demo.story import Story
from sanzhi.kernel.kept_file import receipt, sent_by
from sanzhi.kernel.storage import store
from sanzhi.ledger.models import Entry
from sanzhi.organisation.models import Look, LookKind
from tests.stories import desk, done, refused

Reached = Callable[..., Story]
PDF = b"%PDF-1.7\nscan\n%%EOF\n"
JPEG = b"\xff\xd8\xff\xe0picture\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\npixels\x00\x00\x00\x00IEND\xaeB`\x82"
ATTACH = "cases.attach_scan"


def issued(story: Story) -> int:
    return next(row.document_id for row in papers(story.proceeding) if row.is_issued)


def sent(story: Story, content: bytes, *, who: str = "zhifa1") -> str:
    kept = store().put([content])
    return receipt(kept.sha256, of=sent_by(story.bureau.actor(who), subject_of(story.proceeding.case)))


def upload(story: Story, content: bytes, *, name: str = "扫描.pdf", who: str = "zhifa1") -> HttpResponse:
    place = f"/office/cases/{story.case_id}/papers/{issued(story)}/do/attach_scan/"
    answer: HttpResponse = desk(story, who).post(place, {"file_sha256": SimpleUploadedFile(name, content)})  # type: ignore[assignment]
    return answer


@pytest.mark.parametrize(
    ("content", "mime"), [(PDF, "application/pdf"), (JPEG, "image/jpeg"), (PNG, "image/png")]
)
def test_what_the_content_is_counts(reached: Reached, content: bytes, mime: str) -> None:
    story = reached(stop="investigation")
    assert upload(story, content, name="whatever.exe").status_code == 302
    row = PaperScan.objects.get()
    assert (row.mime, row.size, row.sha256) == (mime, len(content), hashlib.sha256(content).hexdigest())
    assert Entry.objects.filter(event="cases.scan_attached").count() == 1


@pytest.mark.parametrize(
    "content", [b"GIF89a", b"<html>%PDF-%%EOF", PDF[:-7], JPEG[:-1], PNG[:-4], b"MZ" + PDF]
)
def test_anything_else_and_what_was_cut_off_is_refused(reached: Reached, content: bytes) -> None:
    story = reached(stop="investigation")
    answer = upload(story, content, name="扫描.pdf")
    assert answer.status_code == 409 and "不是完整的 PDF、JPEG、PNG" in answer.content.decode()
    assert not PaperScan.objects.exists()


def test_too_large_too_many_and_the_same(reached: Reached, monkeypatch: pytest.MonkeyPatch) -> None:
    story = reached(stop="investigation")
    paper = issued(story)
    done(story, ATTACH, document=paper, file_sha256=sent(story, PDF))
    assert "已经附在本文书之后" in refused(story, ATTACH, document=paper, file_sha256=sent(story, PDF))
    monkeypatch.setattr(scans, "MOST", 1)
    assert "已有1份扫描件" in refused(story, ATTACH, document=paper, file_sha256=sent(story, PNG))
    monkeypatch.setattr(scans, "LARGEST", len(PNG) - 1)
    assert "兆字节，超过" in refused(story, ATTACH, document=paper, file_sha256=sent(story, PNG))


def test_only_of_an_issued_paper_by_who_handles_it_and_sent_it(reached: Reached) -> None:
    story = reached(stop="investigation")
    draft = done(story, "cases.write_document", form="D12")
    assert "只有已签发的文书" in refused(story, ATTACH, document=draft.pk, file_sha256=sent(story, PDF))
    theirs = sent(story, PDF, who="duizhang1")
    said = refused(story, ATTACH, who="duizhang1", document=issued(story), file_sha256=theirs)
    assert "您不是本案承办人" in said
    assert "没有收到这一扫描件" in refused(story, ATTACH, document=issued(story), file_sha256=theirs)
    bare = hashlib.sha256(PDF).hexdigest()
    assert "没有收到这一扫描件" in refused(story, ATTACH, document=issued(story), file_sha256=bare)


def test_a_reader_of_the_case_gets_it_and_leaves_a_line(reached: Reached) -> None:
    story = reached(stop="investigation")
    upload(story, PDF)
    row = PaperScan.objects.get()
    place = f"/office/cases/{story.case_id}/papers/{issued(story)}/"
    assert f"{place}scans/{row.pk}/file" in desk(story, "juzhang").get(place).content.decode()
    answer = desk(story, "juzhang").get(f"{place}scans/{row.pk}/file")
    assert b"".join(answer.streaming_content) == PDF  # type: ignore[attr-defined]
    assert (
        answer["Content-Type"] == "application/octet-stream" and "attachment" in answer["Content-Disposition"]
    )
    (look,) = Look.objects.filter(kind=LookKind.DOWNLOADED)
    assert look.what.endswith("签名件扫描")
    assert desk(story, "guanli").get(f"{place}scans/{row.pk}/file").status_code == 404
    assert desk(story, "juzhang").get(f"{place}scans/{row.pk + 1}/file").status_code == 404


def test_an_empty_form_says_what_is_missing(reached: Reached) -> None:
    story = reached(stop="investigation")
    place = f"/office/cases/{story.case_id}/papers/{issued(story)}/do/attach_scan/"
    answer = desk(story, "zhifa1").post(place, {})
    assert answer.status_code == 400 and not PaperScan.objects.exists()
