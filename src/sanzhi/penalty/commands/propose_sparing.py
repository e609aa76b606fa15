"""Propose that there be no penalty, on a ground that the facts bear out; further on the way the case turns aside for it."""

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterProposal, TurnToStep, enter_proposal, turn_to_step
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_not_decided
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import require
from sanzhi.penalty.models import SparedFor, Sparing
from sanzhi.penalty.sparing import ground_is_true

SPARES, REPORTS = "penalty.decide_no_penalty", "penalty.propose_penalty"


class ProposeSparing(OnProceeding):
    ground: SparedFor
    reason: str = Field(min_length=5, max_length=3000)


CARD = Card(
    captions={"ground": "不予处罚的法定事由", "reason": "理由"},
    helps={"reason": "事由的事实和证据；不予处罚决定书据此说明。"},
    objects=is_not_decided,
)


@act("penalty.propose_sparing", title="提出不予处罚建议", card=CARD)
def propose_sparing(actor: Actor, order: ProposeSparing, *, on: Proceeding) -> Proposal:
    """What was told, pleaded or reviewed before stays; whoever is spared needs none of it."""
    require(ground_is_true(on, order.ground))
    entered = EnterProposal(
        case=on.case_id, proceeding=on.pk, says="不予处罚", no_penalty=True, reason=order.reason
    )
    proposal = enter_proposal(actor, entered)
    Sparing(proposal=proposal, ground=order.ground).save()
    step = queries.current_step(on)
    if step is not None and not {SPARES, REPORTS}.intersection(step.acts[:1]):
        turn_to_step(actor, TurnToStep(case=on.case_id, proceeding=on.pk, act=SPARES, reason="建议不予处罚"))
    return proposal
