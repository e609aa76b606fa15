"""Attach the scan of a paper that was signed by hand: PDF, JPEG or PNG, told by its content, kept by its hash, never public."""

from typing import Any

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import PaperScan
from sanzhi.cases.orders import OnPaper
from sanzhi.cases.policies import may_touch
from sanzhi.cases.scans import is_a_scan, kind_of, scans_of, size_of
from sanzhi.documents.models import Status
from sanzhi.documents.policies import is_in_state
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.kept_file import RECEIPT, hash_in, is_receipt, sent_by
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

CAPTIONS = {"file_sha256": "签名、盖章后的扫描件"}
HELPS = {"file_sha256": "PDF、JPEG 或者 PNG，不超过20兆字节；只在案卷中保存，不公开"}


class AttachScan(OnPaper):
    file_sha256: str = Field(min_length=1, pattern=RECEIPT, json_schema_extra={"file": True})

    def said(self) -> dict[str, Any]:
        return {"file_sha256": hash_in(self.file_sha256)}


@command("cases.attach_scan", title="附签名件扫描")
def attach_scan(actor: Actor, order: AttachScan) -> PaperScan:
    paper, sha256 = queries.paper_for_update(actor, order), hash_in(order.file_sha256)
    case = paper.proceeding.case
    require(
        is_in_state(paper.document, Status.ISSUED),
        may_touch(actor, paper.proceeding),
        Verdict.when(
            is_receipt(order.file_sha256, of=sent_by(actor, queries.subject_of(case))),
            "没有收到这一扫描件。",
            remedy="请在文书页面上选择文件上传。",
        ),
    )
    require(is_a_scan(sha256, known=scans_of(paper)))
    scan = PaperScan(
        paper=paper,
        sha256=sha256,
        size=size_of(sha256),
        mime=kind_of(sha256),
        attached_by=actor.name,
        attached_at=clock.now(),
    )
    scan.save()
    facts = {"title": paper.title, "number": paper.number, "sha256": sha256}
    record(events.SCAN_ATTACHED, actor=actor, subject=case, facts=facts)
    return scan
