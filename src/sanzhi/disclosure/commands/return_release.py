"""Return a text to who prepared it, with remarks; what the public reads stays as it is."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.marking import waiting
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import is_as_read, is_in, may_approve
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ReturnRelease(Order):
    release: int
    reason: str = Field(min_length=5, max_length=1000)
    text: str = Field(default="", max_length=64)  # the digest of the text on the approver's page


@command("disclosure.return_release", title="退回公示文本")
def return_release(actor: Actor, order: ReturnRelease) -> Release:
    release = queries.release_for_update(actor, order.release)
    require(may_approve(actor, release), is_in(release, State.SUBMITTED))
    require(is_as_read(release, waiting(release), seen=order.text))
    release.state = State.PUBLISHED if release.is_correction else State.WAITING
    release.forget_correction()
    release.returned_by_name, release.returned_on = actor.name, clock.today()
    release.returned_reason = order.reason
    release.save()
    facts = {"reason": order.reason}
    record(events.RELEASE_RETURNED, actor=actor, subject=cases.subject_of(release.case), facts=facts)
    return release
