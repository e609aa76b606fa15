"""Receive the result of an appraisal; it is evidence from that day on (行政处罚法 §46: 鉴定意见)."""

from pydantic import Field

from sanzhi.cases import events, pauses
from sanzhi.cases.card import Card
from sanzhi.cases.fixed import tells_of_now
from sanzhi.cases.models import Appraisal, Evidence, EvidenceKind, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record

LAW = "行政处罚法第四十六条"
# 从严: what is not counted was told in writing
NOT_COUNTED = "行政强制法第二十五条第三款；行政处罚法第六十条"


class ReceiveAppraisal(OnProceeding):
    result: Told = Field(min_length=5, max_length=2000)


def _objects(proceeding: Proceeding) -> Verdict:
    if pauses.appraisal(proceeding) is None:
        return Verdict.no("没有等待结果的鉴定。", LAW, remedy="请先批准委托鉴定。")
    return Verdict.when(
        tells_of_now(proceeding, "appraisal_request"),
        "没有据以鉴定的委托书：没有签发，或者与批准的委托不符。",
        citation=LAW,
        remedy="请制作《鉴定（检测）委托书》并完成签批，再登记收到的鉴定意见。",
    ) & Verdict.when(
        tells_of_now(proceeding, "appraisal_notice", is_served=True),
        "没有把鉴定期间书面告知当事人。",
        citation=NOT_COUNTED,
        remedy="请制作《鉴定（检测）期间告知书》，送达当事人。",
    )


CARD = Card(captions={"result": "鉴定意见"}, objects=_objects, at_any_step=True)


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
