"""What the second person says to a joint act, and what both ways of saying it share."""

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, Registered
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import require
from sanzhi.ledger.joint import joint_of, may_decline, may_settle
from sanzhi.ledger.models import JointAct


def opened(actor: Actor, pk: int, *, confirms: bool = True) -> tuple[JointAct, Registered, Order]:
    """The row, locked, with its command and order, where the actor may settle it. Raises NotVisible, Refused."""
    row = JointAct.locked(pk)
    found = joint_of(row.act)
    if row.authority != actor.authority or found is None:
        raise NotVisible
    registered, joint = found
    order = registered.order.model_validate(row.fields)
    may = (
        may_settle(actor, row, joint=joint, order=order) if confirms else may_decline(actor, row, joint=joint)
    )
    require(may)
    return row, registered, order


def close(actor: Actor, row: JointAct, *, is_confirmed: bool) -> None:
    row.is_confirmed, row.settled_at = is_confirmed, clock.now()
    row.settled_by, row.settled_by_name = actor.key, actor.name
    row.save()
