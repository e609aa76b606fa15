"""Propose what nobody does alone: appointments, offices, passwords, erasing, sealing anew, witnesses."""

from typing import Any

from pydantic import Field, ValidationError

from sanzhi.kernel import clock, orders
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.text import cleaned
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.ledger import events
from sanzhi.ledger.commands.record import record
from sanzhi.ledger.joint import can_be_confirmed, is_not_proposed, joint_of, may_propose
from sanzhi.ledger.models import JointAct


class ProposeJointAct(Order):
    """`act` is a command's name, e.g. `ledger.erase_entry`; `fields` is its order."""

    act: str = Field(max_length=100)
    fields: dict[str, Any]
    reason: str = Field(min_length=4, max_length=200)


@command("ledger.propose_joint_act", title="提出双人事项")
def propose_joint_act(actor: Actor, order: ProposeJointAct) -> JointAct:
    found = joint_of(order.act)
    if found is None:
        raise Refused(Verdict.no(f"{order.act}不是须由两人办理的事项。").reasons)
    registered, joint = found
    try:
        inner = registered.order.model_validate(cleaned(order.fields))
    except ValidationError as wrong:
        raise Refused(_named(wrong, registered.order)) from wrong
    require(may_propose(actor, joint, order=inner))
    require(is_not_proposed(actor, order.act, joint=joint, order=inner))
    require(joint.objects(actor, inner))
    require(can_be_confirmed(actor, joint, order=inner))
    row = JointAct(
        authority=actor.authority,
        act=order.act,
        fields=inner.model_dump(mode="json", exclude_unset=True),
        sentence=joint.tells(inner),
        reason=order.reason,
        seen=joint.sees(inner),
        proposed_by=actor.key,
        proposed_by_name=actor.name,
        proposed_at=clock.now(),
    )
    row.save()
    facts = {"what": row.sentence, "reason": order.reason}
    record(events.JOINT_ACT_PROPOSED, actor=actor, subject=row, facts=facts)
    return row


def _named(wrong: ValidationError, order: type[Order]) -> tuple[Reason, ...]:
    """Each fault with the path at which it was sent."""
    told = orders.misunderstood(wrong.errors(), captions={}, of=order, below=("fields",))
    return tuple(Reason(said) for _, said in told)
