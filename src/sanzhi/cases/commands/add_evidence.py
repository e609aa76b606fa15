"""Enter a piece of evidence with what it proves; its file, or the recording that it is, is known here by its hash."""

from typing import Any

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import Evidence, EvidenceKind, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.documents import queries as documents
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.kept_file import RECEIPT, hash_in, is_receipt, sent_by
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

NAME = "cases.add_evidence"
HASH = r"^([0-9a-f]{64})?$"


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    """With the newest paper that is evidence and has not been entered as such."""
    known = {row.name for row in queries.evidence(proceeding.case)}
    for paper in reversed(queries.papers(proceeding)):
        if paper.is_issued and (found := as_evidence(paper.document)) and paper.document.title not in known:
            return found
    return {}


def as_evidence(paper: Document) -> dict[str, str]:
    """As what a paper is entered; empty for one that is no evidence by itself."""
    form = documents.form(paper.form)
    return {"kind": form.proof, "name": paper.title, "proves": form.proves} if form.proof else {}


CARD = Card(
    captions={
        "kind": "种类",
        "name": "名称",
        "proves": "证明对象",
        "recording_sha256": "音像记录（已上传的）",
        "file_sha256": "证据文件（扫描件、照片、电子数据）",
    },
    choices={"recording_sha256": board.films},
    initial=_begins,
    helps={"file_sha256": "散列值由系统计算"},
)


class AddEvidence(OnProceeding):
    kind: EvidenceKind
    name: Told = Field(min_length=2, max_length=200)
    proves: Told = Field(min_length=2, max_length=300)
    recording_sha256: str = Field(default="", pattern=HASH)
    file_sha256: str = Field(default="", pattern=RECEIPT, json_schema_extra={"file": True})

    def said(self) -> dict[str, Any]:
        return {**super().said(), "file_sha256": hash_in(self.file_sha256)}


@act(NAME, title="登记证据", card=CARD)
def add_evidence(actor: Actor, order: AddEvidence, *, on: Proceeding) -> Evidence:
    require(_is_told_apart(on, order), _is_here(on, order), _was_sent(actor, on, order=order))
    evidence = Evidence(case=on.case, gathered_on=clock.today(), **order.said())
    evidence.save()
    facts = {"kind": EvidenceKind(order.kind).label}
    record(events.EVIDENCE_ADDED, actor=actor, subject=on.case, facts=facts)
    return evidence


def _is_told_apart(on: Proceeding, order: AddEvidence) -> Verdict:
    """Evidence stays with the case, also where it is decided anew: the same piece twice would be listed twice."""
    known = {_told(row) for row in queries.evidence(on.case)}
    return Verdict.when(
        _told(order) not in known,
        f"本案已经登记过“{order.name}”，种类和证明对象相同。",
        citation="行政处罚法第四十六条",
        remedy="已经登记的证据可以直接选用；确系另一份的，请在名称中写明日期或者序号。",
    )


def _told(row: AddEvidence | Evidence) -> tuple[str, ...]:
    return str(row.kind), row.name, row.proves, row.recording_sha256, hash_in(row.file_sha256)


def _is_here(on: Proceeding, order: AddEvidence) -> Verdict:
    """A film that the case does not have proves nothing in it."""
    return Verdict.when(
        not order.recording_sha256 or order.recording_sha256 in dict(board.films(on)),
        "本案没有这一音像记录。",
        citation="行政处罚法第四十六条",
        remedy="请先在“音像”页上传，再从列表中选用。",
    )


def _was_sent(actor: Actor, on: Proceeding, *, order: AddEvidence) -> Verdict:
    """Sent by this person for this case, or known to it: the hash of any other file would open what he may not read."""
    known = {"", *(row.file_sha256 for row in queries.evidence(on.case))}
    of = sent_by(actor, queries.subject_of(on.case))
    return Verdict.when(
        order.file_sha256 in known or is_receipt(order.file_sha256, of=of),
        "没有收到这一证据文件。",
        citation="行政处罚法第四十六条",
        remedy="请在登记证据的页面上选择文件上传。",
    )
