"""Decline what another has proposed: nothing is done, and the reason stays."""

from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger import events
from sanzhi.ledger.commands.record import record
from sanzhi.ledger.commands.settle_joint_act import close, opened
from sanzhi.ledger.joint import may_decline
from sanzhi.ledger.models import JointAct


class DeclineJointAct(Order):
    joint_act: int
    reason: str = Field(min_length=2, max_length=200)


@command("ledger.decline_joint_act", title="不同意双人事项")
def decline_joint_act(actor: Actor, order: DeclineJointAct) -> JointAct:
    row, _, joint = opened(actor, order.joint_act)
    require(may_decline(actor, row, joint=joint))
    close(actor, row, is_confirmed=False)
    facts = {"what": row.sentence, "by": row.proposed_by_name, "reason": order.reason}
    record(events.JOINT_ACT_DECLINED, actor=actor, subject=row, facts=facts)
    return row
