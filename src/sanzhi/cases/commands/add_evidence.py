"""Enter a piece of evidence with what it proves; a recording is named by its hash."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.card import Card
from sanzhi.cases.models import Evidence, EvidenceKind, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

CARD = Card(
    captions={
        "kind": "种类",
        "name": "名称",
        "proves": "证明对象",
        "recording_sha256": "音像文件",
    }
)


class AddEvidence(OnProceeding):
    kind: EvidenceKind
    name: Told = Field(min_length=2, max_length=200)
    proves: Told = Field(min_length=2, max_length=300)
    recording_sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")


@act("cases.add_evidence", title="登记证据", card=CARD)
def add_evidence(actor: Actor, order: AddEvidence, *, on: Proceeding) -> Evidence:
    require(_is_told_apart(on, order))
    evidence = Evidence(case=on.case, gathered_on=clock.today(), **order.said())
    evidence.save()
    facts = {"kind": EvidenceKind(order.kind).label}
    record(events.EVIDENCE_ADDED, actor=actor, subject=on.case, facts=facts)
    return evidence


def _is_told_apart(on: Proceeding, order: AddEvidence) -> Verdict:
    """Evidence stays with the case, also where it is decided anew: the same piece twice would be listed twice."""
    known = {(row.kind, row.name, row.proves, row.recording_sha256) for row in queries.evidence(on.case)}
    return Verdict.when(
        (order.kind, order.name, order.proves, order.recording_sha256) not in known,
        f"本案已经登记过“{order.name}”，种类和证明对象相同。",
        citation="行政处罚法第四十六条",
        remedy="已经登记的证据可以直接选用；确系另一份的，请在名称中写明日期或者序号。",
    )
