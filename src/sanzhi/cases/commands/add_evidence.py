"""Enter a piece of evidence with what it proves; a recording is named by its hash."""

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Evidence, EvidenceKind
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class AddEvidence(Order):
    case: int
    kind: EvidenceKind
    name: str = Field(min_length=2, max_length=200)
    proves: str = Field(min_length=2, max_length=300)
    recording_sha256: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")


@command("cases.add_evidence", title="登记证据")
def add_evidence(actor: Actor, order: AddEvidence) -> Evidence:
    case = queries.case_for_update(actor, order.case)
    require(may_act(actor, case, act="add_evidence"))
    evidence = Evidence(case=case, gathered_on=clock.today(), **order.model_dump(exclude={"case"}))
    evidence.save()
    record(events.EVIDENCE_ADDED, actor=actor, subject=case, facts={"kind": EvidenceKind(order.kind).label})
    return evidence
