"""Receive the result of an appraisal; it is evidence from that day on (行政处罚法 §46: 鉴定意见)."""

from pydantic import Field

from sanzhi.cases import events, pauses
from sanzhi.cases.card import Card
from sanzhi.cases.models import Appraisal, Evidence, EvidenceKind, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import appraisal_ends
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.ledger.commands import record


class ReceiveAppraisal(OnProceeding):
    result: Told = Field(min_length=5, max_length=2000)


CARD = Card(
    citation="行政处罚法第四十六条；河南省行政执法条例第二十五条",
    captions={"result": "鉴定意见"},
    objects=appraisal_ends,
    at_any_step=True,
)


@act("cases.receive_appraisal", title="收到鉴定意见", card=CARD)
def receive_appraisal(actor: Actor, order: ReceiveAppraisal, *, on: Proceeding) -> Appraisal:
    row = pauses.appraisal(on)
    assert row is not None  # the card has asked for it
    row.until, row.result = clock.today(), order.result
    row.save()
    Evidence(
        case=on.case,
        kind=EvidenceKind.EXPERT,
        name=f"{row.appraiser}的鉴定意见",
        proves=order.result[:300],
        gathered_on=clock.today(),
    ).save()
    facts = {"kind": EvidenceKind.EXPERT.label}
    record(events.EVIDENCE_ADDED, actor=actor, subject=on.case, facts=facts)
    record(events.APPRAISAL_RECEIVED, actor=actor, subject=on.case, facts={"appraiser": row.appraiser})
    return row
