"""A second person has looked at what one took down, and does not agree: the clerk prepares the copy anew for approval."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import (
    is_not_of_minor,
    is_of_standing_decision,
    is_taken_down_as_read,
    may_judge_withdrawal,
)
from sanzhi.disclosure.publishing import begin_anew
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class PutBackRelease(Order):
    release: int
    reason: str = Field(min_length=5, max_length=1000)
    text: str = Field(default="", max_length=64)  # the digest of what stood on the page


@command("disclosure.put_back_release", title="撤回不当，重新公示")
def put_back_release(actor: Actor, order: PutBackRelease) -> Release:
    """What the law keeps inside is not put back; what is, goes through the gate again."""
    release = queries.release_for_update(actor, order.release)
    require(
        may_judge_withdrawal(actor, release),
        is_taken_down_as_read(release, order.text),
        is_not_of_minor(release),
        is_of_standing_decision(release),
    )
    release.forget_ground()
    begin_anew(release)
    release.state = State.WAITING
    release.returned_by_name, release.returned_on = actor.name, clock.today()
    release.returned_reason = order.reason
    release.save()
    facts = {"reason": order.reason}
    record(events.RELEASE_PUT_BACK, actor=actor, subject=cases.subject_of(release.case), facts=facts)
    return release
