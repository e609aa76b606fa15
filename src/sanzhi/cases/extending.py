"""More time for a proceeding, granted once and as the rule of the deadline allows."""

from sanzhi.cases.models import Delay, Proceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import DeadlineRule


def grant(actor: Actor, proceeding: Proceeding, *, of: str, reason: str) -> tuple[Delay, DeadlineRule]:
    """Extend the deadline `of`; the row that says so, and the rule that allows it."""
    today = clock.today()
    allowed = rule(f"{of}_extension", today)
    delay = Delay(
        proceeding=proceeding,
        clock=of,
        days=allowed.days,
        reason=reason,
        recorded_on=today,
        recorded_by=actor.name,
    )
    delay.save()
    return delay, allowed
