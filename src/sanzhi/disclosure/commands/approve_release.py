"""Approve a text: the frozen copy goes before the public, or takes the old one's place, in the same transaction."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.copy import NOTICE
from sanzhi.disclosure.marking import waiting
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import (
    is_as_read,
    is_confirmed,
    is_in,
    is_in_time,
    is_late,
    is_public_reason,
    is_publishable,
    may_approve,
)
from sanzhi.disclosure.publishing import copy_order
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record
from sanzhi.publications.commands import CorrectPublication, correct_publication, publish_copy


class ApproveRelease(Order):
    release: int
    delay_reason: str = Field(default="", max_length=1000)
    seen: list[str] = Field(default=[], max_length=400)
    text: str = Field(default="", max_length=64)  # the digest of the text on the approver's page


@command("disclosure.approve_release", title="批准公示")
def approve_release(actor: Actor, order: ApproveRelease) -> Release:
    release = queries.release_for_update(actor, order.release)
    require(
        may_approve(actor, release), is_in(release, State.SUBMITTED), is_in_time(release, order.delay_reason)
    )
    # the decision's data may have changed since the text was prepared
    rows = waiting(release)
    require(is_as_read(release, rows, seen=order.text), is_publishable(release, rows))
    if release.is_correction:
        require(is_public_reason(release, release.correction_reason))
        rows = [*rows, (NOTICE, release.correction_reason)]
    require(is_confirmed(release, rows, keys=set(order.seen) & set(release.confirmed)))
    if release.is_correction:
        _correct(actor, release)
    else:
        _publish(actor, release, delay_reason=order.delay_reason.strip() if is_late(release) else "")
    release.state, release.approved_by, release.approved_on = State.PUBLISHED, actor.name, clock.today()
    release.forget_return()
    release.save()
    return release


def _publish(actor: Actor, release: Release, *, delay_reason: str) -> None:
    release.delay_reason = delay_reason
    event = events.RELEASE_APPROVED_LATE if delay_reason else events.RELEASE_APPROVED
    facts = {"delay_reason": delay_reason} if delay_reason else {}
    record(event, actor=actor, subject=cases.subject_of(release.case), facts=facts)
    release.publication = publish_copy(actor, copy_order(release))
    release.first_public_on = release.first_public_on or clock.today()
    release.forget_withdrawal()


def _correct(actor: Actor, release: Release) -> None:
    standing, reason = release.publication, release.correction_reason
    assert standing is not None
    release.content, release.submitted_on = release.correction, release.corrected_on
    release.prepared_by, release.prepared_by_name = release.corrected_by, release.corrected_by_name
    release.forget_correction()
    correction = CorrectPublication(publication=standing.pk, reason=reason, copy_order=copy_order(release))
    release.publication = correct_publication(actor, correction)
    facts = {"reason": reason}
    record(events.RELEASE_CORRECTED, actor=actor, subject=cases.subject_of(release.case), facts=facts)
