"""The public site prints the hashes of originals: named as evidence of one's own case, one would open the unmasked paper."""

import hashlib
import re
from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sanzhi.cases.models import Evidence
from sanzhi.demo.story import Story
from sanzhi.kernel.kept_file import hash_in, receipt, sent_by
from sanzhi.kernel.storage import store
from sanzhi.ledger.verification import file_findings
from tests.stories import desk, done, refused

SAID = {"kind": "document", "name": "进货单据", "proves": "违法所得的数额"}
NOT_SENT = "没有收到这一证据文件。"


def kept(client: Client, case: int, *, content: bytes) -> str:
    """The receipt on the page after a form that was refused beside its file."""
    sent = {**SAID, "proves": "", "file_sha256": SimpleUploadedFile("单据.jpg", content)}
    page = client.post(f"/office/cases/{case}/do/add_evidence/", sent).content.decode()
    found = re.search(r'name="file_sha256_kept" value="([^"]+)"', page)
    assert found is not None
    return found.group(1)


def test_a_file_of_the_store_is_not_named_by_its_hash(reached: Callable[..., Story]) -> None:
    story = reached(stop="investigation")
    paper = store().put([b"an issued paper of another case"]).sha256
    assert NOT_SENT in refused(story, "cases.add_evidence", **SAID, file_sha256=paper)
    assert NOT_SENT in refused(story, "cases.add_evidence", **SAID, file_sha256=f"{paper}:{'a' * 43}")


def test_a_receipt_is_of_one_person_for_one_case(reached: Callable[..., Story]) -> None:
    story = reached(stop="investigation")
    sent = kept(desk(story, "zhifa1"), story.case_id, content=b"scan of a paper")
    of_another = receipt(hash_in(sent), of=sent_by(story.bureau.actor("zhifa1"), "cases.case:999"))
    assert NOT_SENT in refused(story, "cases.add_evidence", **SAID, file_sha256=of_another)
    assert NOT_SENT in refused(story, "cases.add_evidence", who="zhifa2", **SAID, file_sha256=sent)
    row = done(story, "cases.add_evidence", **SAID, file_sha256=sent)
    assert row.file_sha256 == hashlib.sha256(b"scan of a paper").hexdigest()


def test_what_the_case_has_is_named_again(reached: Callable[..., Story]) -> None:
    story = reached(stop="investigation")
    sent = kept(desk(story, "zhifa1"), story.case_id, content=b"scan of a paper")
    first = done(story, "cases.add_evidence", **SAID, file_sha256=sent)
    again = {**SAID, "proves": "进货的时间", "file_sha256": first.file_sha256}
    assert done(story, "cases.add_evidence", who="zhifa2", **again).file_sha256 == first.file_sha256
    assert Evidence.objects.filter(case=story.case_id, file_sha256=first.file_sha256).count() == 2


def test_a_file_of_evidence_that_is_gone_is_found(reached: Callable[..., Story]) -> None:
    story = reached(stop="investigation")
    sent = kept(desk(story, "zhifa1"), story.case_id, content=b"scan of a paper")
    row = done(story, "cases.add_evidence", **SAID, file_sha256=sent)
    assert "cases.evidence" not in {found.table for found in file_findings()}
    store().path(row.file_sha256).unlink()
    assert ("cases.evidence", row.pk) in {(found.table, found.row) for found in file_findings()}
