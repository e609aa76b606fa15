"""Extend the time for the decision, once, before it is over (F2-182, 记忆; 行政处罚法 §60)."""

from pydantic import Field

from sanzhi.cases import events, pauses
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


class ExtendTime(OnProceeding):
    reason: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    until = deadline(proceeding, "case_decision")
    if until is None or proceeding.decided_on:
        return Verdict.no("本案没有正在计算的办案期限。", "行政处罚法第六十条")
    granted = any(row.days for row in pauses.delays(proceeding))
    in_time = Verdict.when(
        clock.today() <= until.on,
        f"办案期限已于{chinese_date(until.on)}届满，不能再延长。",
        citation="行政处罚法第六十条",
        remedy="请由机关负责人说明超期原因。",
    )
    return in_time & Verdict.when(not granted, "办案期限已经延长过一次。", citation="行政处罚法第六十条")


CARD = Card(
    citation="行政处罚法第六十条；河南省行政执法条例第三十四条",
    office=(Role.BUREAU_HEAD,),
    captions={"reason": "原因"},
    objects=_objects,
    at_any_step=True,
)


@act("cases.extend_time", title="延长办案期限", card=CARD)
def extend_time(actor: Actor, order: ExtendTime, *, on: Proceeding) -> Delay:
    delay, allowed = grant(actor, on, of="case_decision", reason=order.reason)
    facts = {"days": allowed.days, "basis": allowed.citation, "reason": order.reason}
    record(events.TIME_EXTENDED, actor=actor, subject=on.case, facts=facts)
    return delay
