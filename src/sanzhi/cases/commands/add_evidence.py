"""Enter a piece of evidence with what it proves; a recording is named by its hash."""

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.models import Evidence, EvidenceKind, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
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
    name: str = Field(min_length=2, max_length=200)
    proves: str = Field(min_length=2, max_length=300)
    recording_sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")


@act("cases.add_evidence", title="登记证据", card=CARD)
def add_evidence(actor: Actor, order: AddEvidence, *, on: Proceeding) -> Evidence:
    evidence = Evidence(case=on.case, gathered_on=clock.today(), **order.said())
    evidence.save()
    facts = {"kind": EvidenceKind(order.kind).label}
    record(events.EVIDENCE_ADDED, actor=actor, subject=on.case, facts=facts)
    return evidence
