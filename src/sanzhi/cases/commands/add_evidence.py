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
from sanzhi.kernel.db import list_of
from sanzhi.kernel.kept_file import RECEIPT, hash_in, is_receipt, sent_by
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

NAME = "cases.add_evidence"
HASH = r"^([0-9a-f]{64})?$"


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    """With the newest paper that is evidence and has not been entered as such."""
    for paper in reversed(queries.papers(proceeding)):
        if paper.is_issued and (found := not_yet_evidence(proceeding, paper.document)):
            return found
    return {}


def as_evidence(proceeding: Proceeding, paper: Document) -> dict[str, str]:
    """As what a paper is entered; empty for one that is no evidence by itself. The second of a title is told apart."""
    form = documents.form(paper.form)
    if not form.proof:
        return {}
    place = len(_issued_before(proceeding, paper)) + 1
    name = f"{paper.title}（第{place}份）" if place > 1 else paper.title
    return {"kind": form.proof, "name": name, "proves": form.proves}


def not_yet_evidence(proceeding: Proceeding, paper: Document) -> dict[str, str]:
    """The same, as long as nothing of this name has been entered."""
    found = as_evidence(proceeding, paper)
    return found if found.get("name") not in {row.name for row in queries.evidence(proceeding.case)} else {}


def _issued_before(proceeding: Proceeding, paper: Document) -> list[Document]:
    """The papers of its title in the case that stand, as far as it did not go before them; evidence is the case's."""
    every = (row for one in list_of(proceeding.case, "proceedings") for row in queries.papers(one))
    same = (row.document for row in every if row.is_issued and row.title == paper.title)
    others = [row for row in same if row.pk != paper.pk]
    if paper.issued_at is None:
        return others
    return [row for row in others if row.issued_at and (row.issued_at, row.pk) < (paper.issued_at, paper.pk)]


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
