"""Ask the court to enforce: demanded, ten working days over, the remedies over, within three months (行政强制法 §53–§55)."""

from sanzhi.cases import at_court
from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import require
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.penalty import events
from sanzhi.penalty.contesting import court_period
from sanzhi.penalty.duties import standing
from sanzhi.penalty.enforcing import may_ask_the_court
from sanzhi.penalty.models import CourtApplication
from sanzhi.penalty.owed import NOTHING, outstanding


class ApplyToCourt(at_court.AskTheCourt):
    pass


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions=at_court.ASKING,
    helps=at_court.ASKING_HELPS,
    initial=lambda proceeding: {"object_state": f"{standing(proceeding)}。"},
    objects=may_ask_the_court,
)


@act("penalty.apply_to_court", title="申请法院强制执行", card=CARD)
def apply_to_court(actor: Actor, order: ApplyToCourt, *, on: Proceeding) -> CourtApplication:
    require(at_court.is_in_time(court_period(on), order.late_reason))
    asked = CourtApplication(proceeding=on, amount=max(outstanding(on), NOTHING), **order.said())
    at_court.ask(actor, asked, on=on)
    record(events.COURT_ASKED, actor=actor, subject=on.case, facts={"amount": yuan(asked.amount)})
    return asked
