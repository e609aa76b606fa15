"""Approve a release: the frozen copy goes before the public in the same transaction."""

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import is_in, may_approve
from sanzhi.disclosure.publishing import copy_order
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.publications.commands import publish_copy


class ApproveRelease(Order):
    release: int


@command("disclosure.approve_release", title="批准公示")
def approve_release(actor: Actor, order: ApproveRelease) -> Release:
    release = queries.release_for_update(actor, order.release)
    require(may_approve(actor, release), is_in(release, State.SUBMITTED))
    release.publication = publish_copy(actor, copy_order(release))
    release.state, release.approved_by, release.approved_on = State.PUBLISHED, actor.name, clock.today()
    release.save()
    record(events.RELEASE_APPROVED, actor=actor, subject=cases.subject_of(release.case), facts={})
    return release
