"""Ask the court to enforce an unpaid levy; the application's paper is made with it (行政强制法 §§53–55)."""

from sanzhi.cases import at_court
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import require
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.levy import events
from sanzhi.levy.enforcing import may_ask_the_court
from sanzhi.levy.models import LevyApplication
from sanzhi.levy.owed import outstanding
from sanzhi.organisation.roles import Role


class AskCourtForLevy(at_court.AskTheCourt):
    pass


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions=at_court.ASKING,
    helps=at_court.ASKING_HELPS,
    objects=may_ask_the_court,
)


@act("levy.ask_court_for_levy", title="申请法院强制执行", card=CARD)
def ask_court_for_levy(actor: Actor, order: AskCourtForLevy, *, on: Proceeding) -> LevyApplication:
    require(at_court.is_in_time(at_court.period(on), order.late_reason))
    row = LevyApplication(proceeding=on, amount=outstanding(on), **order.said())
    at_court.ask(actor, row, on=on)
    record(events.COURT_ASKED, actor=actor, subject=on.case, facts={"amount": yuan(row.amount)})
    return row
