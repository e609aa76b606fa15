"""Who told of it, kept apart: for the officers of the case and the head of the authority, each time with a line (F11-13)."""

from sanzhi.cases.models import Case, Tip
from sanzhi.cases.queries import is_assigned
from sanzhi.kernel.actor import Actor
from sanzhi.organisation.roles import Role


def tip_for(actor: Actor, case: Case) -> Tip | None:
    """What was told, where there is any and this person may read it."""
    tip: Tip | None = getattr(case, "tip", None)
    if tip is None or not (actor.has(Role.BUREAU_HEAD) or is_assigned(case, actor)):
        return None
    return tip
