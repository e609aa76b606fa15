"""Confirm what another has proposed, and have it done: both names stand in the log."""

from typing import Any

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger import events
from sanzhi.ledger.commands.record import record
from sanzhi.ledger.commands.settle_joint_act import close, opened
from sanzhi.ledger.joint import may_settle


class ConfirmJointAct(Order):
    joint_act: int


@command("ledger.confirm_joint_act", title="确认双人事项")
def confirm_joint_act(actor: Actor, order: ConfirmJointAct) -> Any:
    """What the confirmed command gives."""
    row, registered, joint = opened(actor, order.joint_act)
    inner = registered.order.model_validate(row.fields)
    require(may_settle(actor, row, joint=joint, order=inner))
    result = registered.call(actor, inner)
    close(actor, row, is_confirmed=True)
    facts = {"what": row.sentence, "by": row.proposed_by_name}
    record(events.JOINT_ACT_CONFIRMED, actor=actor, subject=row, facts=facts)
    return result
