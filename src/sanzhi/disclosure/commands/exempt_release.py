"""Keep a decision inside on one of the lawful grounds; the ground is recorded, and the head answers for it."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.models import Ground, Release, State
from sanzhi.disclosure.policies import ground_holds, is_before_publication, may_exempt
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ExemptRelease(Order):
    release: int
    ground: Ground
    explanation: str = Field(min_length=5, max_length=1000)


@command("disclosure.exempt_release", title="依法不予公示")
def exempt_release(actor: Actor, order: ExemptRelease) -> Release:
    release = queries.release_for_update(actor, order.release)
    require(
        may_exempt(actor, release),
        is_before_publication(release),
        ground_holds(release, order.ground),
    )
    release.state, release.ground, release.ground_text = State.EXEMPT, order.ground, order.explanation
    release.approved_by, release.approved_on = actor.name, clock.today()
    release.taken_down_by = ""  # this is the second look, or another has had it
    release.forget_return()
    release.save()
    facts = {"ground": Ground(order.ground).label}
    record(events.RELEASE_EXEMPTED, actor=actor, subject=cases.subject_of(release.case), facts=facts)
    return release
