"""Ask the court to collect what a proxy cost; the application's paper is made with it (行政强制法 §§53–55)."""

from sanzhi.cases import at_court
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.coercion import events
from sanzhi.coercion.costs import owed
from sanzhi.coercion.costs_at_court import court_period, may_ask_the_court
from sanzhi.coercion.models import CostsAtCourt
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import require
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class AskCourtForCosts(at_court.AskTheCourt):
    pass


CARD = Card(
    citation=f"{at_court.LAW}、第五十四条、第五十五条",
    office=(Role.BUREAU_HEAD,),
    captions=at_court.ASKING,
    helps=at_court.ASKING_HELPS,
    initial=lambda on: {"object_state": f"代履行费用尚有{yuan(owed(on))}元没有缴纳。"},
    objects=may_ask_the_court,
)


@act("coercion.ask_court_for_costs", title="申请法院执行代履行费用", card=CARD)
def ask_court_for_costs(actor: Actor, order: AskCourtForCosts, *, on: Proceeding) -> CostsAtCourt:
    require(at_court.is_in_time(court_period(on), order.late_reason))
    row = CostsAtCourt(proceeding=on, amount=owed(on), **order.said())
    at_court.ask(actor, row, on=on)
    record(events.COURT_ASKED, actor=actor, subject=on.case, facts={"amount": yuan(row.amount)})
    return row
