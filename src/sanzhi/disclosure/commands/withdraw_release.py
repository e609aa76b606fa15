"""Take a published copy down on a lawful ground, and say why in public (行政处罚法 §48): what fell, within three working days.

One does it at once; a second person confirms it, or has the copy prepared anew. The public reads the ground in a fixed
sentence: what one person wrote stays inside."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.models import Ground, Release, State
from sanzhi.disclosure.policies import ground_holds, is_public, may_approve
from sanzhi.disclosure.publishing import public_ground
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.publications.commands import WithdrawPublication, withdraw_publication


class WithdrawRelease(Order):
    release: int
    ground: Ground
    reason: str = Field(min_length=5, max_length=1000)


@command("disclosure.withdraw_release", title="撤回公示")
def withdraw_release(actor: Actor, order: WithdrawRelease) -> Release:
    release = queries.release_for_update(actor, order.release)
    require(
        may_approve(actor, release),
        is_public(release),
        ground_holds(release, order.ground),
    )
    # at once by one, for what leaks must be stopped; another looks at it afterwards
    release.taken_down_by = actor.key
    return withdraw(actor, release, ground=order.ground, reason=order.reason)


def withdraw(actor: Actor, release: Release, *, ground: Ground, reason: str) -> Release:
    standing = release.publication
    assert standing is not None
    told = public_ground(release, ground)
    withdraw_publication(actor, WithdrawPublication(publication=standing.pk, reason=told))
    release.state, release.ground, release.ground_text = State.WITHDRAWN, ground, reason
    release.forget_correction()
    release.forget_return()
    release.save()
    record(
        events.RELEASE_WITHDRAWN,
        actor=actor,
        subject=cases.subject_of(release.case),
        facts={"ground": ground.label, "reason": reason},
    )
    return release
