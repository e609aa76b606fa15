"""Put the reason of a delay on record once the time is over: late stays late, and supervision sees it (行政许可法 §42, §74)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record
from sanzhi.licensing import events, terms
from sanzhi.licensing.models import TimeGranted
from sanzhi.licensing.offering import is_alive
from sanzhi.organisation.roles import Role


class ExplainLateDecision(OnProceeding):
    reason: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    until = terms.decide_by(proceeding)
    return is_alive(proceeding) & Verdict.when(
        until is not None and clock.today() > until.on,
        f"办理期限{'到' + chinese_date(until.on) + '止，' if until else '没有开始，'}尚未超期。",
        citation="行政许可法第四十二条",
        remedy="确需延长的，请在届满前批准延长。",
    )


CARD = Card(office=(Role.BUREAU_HEAD,), captions={"reason": "超期原因"}, objects=_objects)


@act("licensing.explain_late_decision", title="说明超期原因", card=CARD)
def explain_late_decision(actor: Actor, order: ExplainLateDecision, *, on: Proceeding) -> TimeGranted:
    row = TimeGranted(proceeding=on, granted_on=clock.today(), granted_by=actor.name, reason=order.reason)
    row.save()
    record(events.DELAY_EXPLAINED, actor=actor, subject=on.case, facts={})
    return row
