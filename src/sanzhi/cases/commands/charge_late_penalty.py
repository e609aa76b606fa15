"""Charge the late penalty as of today: 3 % of the fine a day, at most the fine (行政处罚法 §72)."""

from sanzhi.cases import events, queries
from sanzhi.cases.models import LatePenalty
from sanzhi.cases.penalty_rules import late_penalty_today
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class ChargeLatePenalty(Order):
    case: int


@command("cases.charge_late_penalty", title="加处罚款")
def charge_late_penalty(actor: Actor, order: ChargeLatePenalty) -> LatePenalty:
    case = queries.case_for_update(actor, order.case)
    late = late_penalty_today(case)
    require(
        may_act(actor, case, act="charge_late_penalty"),
        Verdict.when(
            late is not None and late.amount > 0, "罚款尚未逾期，不能加处。", citation="行政处罚法第七十二条"
        ),
    )
    assert late is not None
    charged = LatePenalty.objects.filter(case=case).first() or LatePenalty(case=case)
    charged.amount, charged.days, charged.charged_on = late.amount, late.days, clock.today()
    charged.save()
    facts = {"amount": str(late.amount), "days": late.days}
    record(events.LATE_PENALTY_CHARGED, actor=actor, subject=case, facts=facts)
    return charged
