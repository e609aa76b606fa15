"""Enter that a commission came back without a result: its time ends, and nothing becomes evidence (行政处罚法 §46, §60)."""

from datetime import date

from pydantic import Field

from sanzhi.cases import events, pauses
from sanzhi.cases.card import Card
from sanzhi.cases.models import Appraisal, Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import APPRAISAL, appraisal_ends
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class ReturnAppraisal(OnProceeding):
    returned_on: date
    reason: Told = Field(min_length=5, max_length=1000)


CARD = Card(
    citation="行政处罚法第四十六条；河南省行政执法条例第二十五条",
    captions={"returned_on": "退回之日", "reason": "不能鉴定、退回委托的理由"},
    helps={"reason": "退回的不是鉴定意见，不列入证据；仍需鉴定的，另行委托。"},
    objects=appraisal_ends,
    at_any_step=True,
)


@act("cases.return_appraisal", title="登记鉴定退回", card=CARD)
def return_appraisal(actor: Actor, order: ReturnAppraisal, *, on: Proceeding) -> Appraisal:
    row = pauses.appraisal(on)
    assert row is not None  # the card has asked for it
    require(
        Verdict.when(
            row.since <= order.returned_on <= clock.today(),
            "退回之日应当在委托之日至今天之间。",
            citation=APPRAISAL,
            remedy="请按退回材料的日期填写。",
        )
    )
    row.until, row.returned_for = order.returned_on, order.reason
    row.save()
    facts = {"appraiser": row.appraiser, "reason": order.reason}
    record(events.APPRAISAL_RETURNED, actor=actor, subject=on.case, facts=facts)
    return row
