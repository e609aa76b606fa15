"""Extend the check of a lead, once, before its time is over (F2-181, 记忆)."""

from pydantic import Field

from sanzhi.cases import events, pauses, queries
from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.extending import grant
from sanzhi.cases.models import Delay, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

CLOCK, LAW = "lead_check", "住房和城乡建设行政处罚程序规定"


class ExtendCheck(OnProceeding):
    reason: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    step = queries.current_step(proceeding)
    until = deadline(proceeding, CLOCK) if step is not None and step.within == CLOCK else None
    if until is None:
        return Verdict.no("本案不在线索核查期间。", LAW, remedy="已经立案的，请办理“延长办案期限”。")
    granted = any(row.days for row in pauses.delays(proceeding, CLOCK))
    return Verdict.when(
        clock.today() <= until.on,
        f"线索核查期限已于{chinese_date(until.on)}届满，不能再延长。",
        citation=LAW,
        remedy="请立即决定是否立案。",
    ) & Verdict.when(
        not granted, "线索核查期限已经延长过一次。", citation=LAW, remedy="请在期限届满以前决定是否立案。"
    )


CARD = Card(
    citation="行政处罚法第五十四条",
    office=(Role.BUREAU_HEAD,),
    captions={"reason": "原因"},
    objects=_objects,
    at_any_step=True,
)


@act("cases.extend_check", title="延长线索核查期限", card=CARD)
def extend_check(actor: Actor, order: ExtendCheck, *, on: Proceeding) -> Delay:
    delay, allowed = grant(actor, on, of=CLOCK, reason=order.reason)
    facts = {"days": allowed.days, "reason": order.reason}
    record(events.CHECK_EXTENDED, actor=actor, subject=on.case, facts=facts)
    return delay
