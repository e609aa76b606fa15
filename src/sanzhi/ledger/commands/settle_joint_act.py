"""What both ways of settling a joint act share: finding it, locked, and closing it."""

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Joint, Registered
from sanzhi.kernel.errors import NotVisible
from sanzhi.ledger.joint import joint_of
from sanzhi.ledger.models import JointAct


def opened(actor: Actor, pk: int) -> tuple[JointAct, Registered, Joint]:
    """The row, locked, with its command and its card. Raises NotVisible."""
    row = JointAct.locked(pk)
    found = joint_of(row.act)
    if row.authority != actor.authority or found is None:
        raise NotVisible
    return row, *found


def close(actor: Actor, row: JointAct, *, is_confirmed: bool) -> None:
    row.is_confirmed, row.settled_at = is_confirmed, clock.now()
    row.settled_by, row.settled_by_name = actor.key, actor.name
    row.save()
