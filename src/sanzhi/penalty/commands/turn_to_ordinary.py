"""Leave the street for the ordinary procedure: what is no matter for a decision on the spot is filed and investigated (§51, §54)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import ChangeProcedure, change_procedure
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_not_decided
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.penalty.referrals import is_not_elsewhere

ORDINARY = "penalty/ordinary"


class TurnToOrdinary(OnProceeding):
    reason: str = Field(min_length=5, max_length=1000)


CARD = Card(
    citation="行政处罚法第五十一条、第五十四条",
    captions={"reason": "理由"},
    helps={"reason": "如：超过当场处罚的限额，需要没收，当事人不满十四周岁，事实需要调查。"},
    objects=lambda proceeding: is_not_decided(proceeding) & is_not_elsewhere(proceeding),
)


@act("penalty.turn_to_ordinary", title="转普通程序", card=CARD)
def turn_to_ordinary(actor: Actor, order: TurnToOrdinary, *, on: Proceeding) -> Proceeding:
    change = ChangeProcedure(case=on.case_id, proceeding=on.pk, procedure=ORDINARY, reason=order.reason)
    return change_procedure(actor, change)
