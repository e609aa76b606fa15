"""Charge the late penalty as of today: 3 % of the fine a day, at most the fine (行政处罚法 §72)."""

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import LatePenalty
from sanzhi.penalty.rules import late_penalty_today


class ChargeLatePenalty(OnProceeding):
    pass


@act("penalty.charge_late_penalty", title="加处罚款", card=Card())
def charge_late_penalty(actor: Actor, order: ChargeLatePenalty, *, on: Proceeding) -> LatePenalty:
    late = late_penalty_today(on)
    require(
        Verdict.when(
            late is not None and late.amount > 0, "罚款尚未逾期，不能加处。", citation="行政处罚法第七十二条"
        ),
    )
    assert late is not None
    charged = LatePenalty.objects.filter(proceeding=on).first() or LatePenalty(proceeding=on)
    charged.amount, charged.days, charged.charged_on = late.amount, late.days, clock.today()
    charged.save()
    facts = {"amount": str(late.amount), "days": late.days}
    record(events.LATE_PENALTY_CHARGED, actor=actor, subject=on.case, facts=facts)
    return charged
