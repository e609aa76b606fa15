"""Put the reason of a delay on record once the time is over: late stays late, and supervision sees it (行政处罚法 §60)."""

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Delay, Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class ExplainDelay(OnProceeding):
    reason: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    until = deadline(proceeding, "case_decision")
    if until is None or proceeding.decided_on:
        return Verdict.no("本案没有正在计算的办案期限。", "行政处罚法第六十条")
    return Verdict.when(
        clock.today() > until.on,
        f"办案期限到{chinese_date(until.on)}止，尚未超期。",
        citation="行政处罚法第六十条",
        remedy="确需延长的，请在届满前批准延长。",
    )


CARD = Card(
    citation="行政处罚法第六十条；河南省行政执法条例第三十四条",
    office=(Role.BUREAU_HEAD,),
    captions={"reason": "原因"},
    objects=_objects,
    at_any_step=True,
)


@act("cases.explain_delay", title="说明超期原因", card=CARD)
def explain_delay(actor: Actor, order: ExplainDelay, *, on: Proceeding) -> Delay:
    today = clock.today()
    delay = Delay(proceeding=on, reason=order.reason, recorded_on=today, recorded_by=actor.name)
    delay.save()
    record(events.DELAY_EXPLAINED, actor=actor, subject=on.case, facts={"reason": order.reason})
    return delay
