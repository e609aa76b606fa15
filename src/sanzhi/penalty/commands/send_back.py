"""Send the case back to the report: the head does not agree with what is proposed, and says why (行政处罚法 §57)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import TurnToStep, turn_to_step
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_no_handler, is_not_decided
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import require
from sanzhi.organisation.roles import Role


class SendBack(OnProceeding):
    reason: str = Field(min_length=5, max_length=1000)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={"reason": "退回的理由"},
    helps={"reason": "承办人重新提出处理建议；改变了的，重新告知。"},
    objects=is_not_decided,
)


@act("penalty.send_back", title="退回重新提出处理建议", card=CARD)
def send_back(actor: Actor, order: SendBack, *, on: Proceeding) -> Proceeding:
    require(is_no_handler(actor, on.case))
    turn = TurnToStep(
        case=on.case_id, proceeding=on.pk, act="penalty.propose_penalty", reason=f"负责人退回：{order.reason}"
    )
    return turn_to_step(actor, turn)
