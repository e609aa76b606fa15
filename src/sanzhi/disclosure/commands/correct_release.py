"""Prepare a correction of a published copy; the old one stays until another person has approved the new one."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.copy import NOTICE
from sanzhi.disclosure.faithful import settled
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import (
    is_confirmed,
    is_live,
    is_public,
    is_public_reason,
    is_publishable,
    may_prepare,
)
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class CorrectRelease(Order):
    release: int
    content: list[tuple[str, str]] = Field(min_length=1, max_length=40)
    reason: str = Field(min_length=5, max_length=1000)
    confirmed: list[str] = Field(default=[], max_length=400)


@command("disclosure.correct_release", title="更正公示")
def correct_release(actor: Actor, order: CorrectRelease) -> Release:
    release = queries.release_for_update(actor, order.release)
    require(
        may_prepare(actor),
        is_public(release),
        is_live(release),
        is_publishable(release, order.content),
        is_public_reason(release, order.reason),
    )
    told = [*order.content, (NOTICE, order.reason)]
    require(is_confirmed(release, told, keys=order.confirmed))
    release.correction = settled(release.decision, order.content)
    release.state, release.correction_reason = State.SUBMITTED, order.reason
    release.corrected_by, release.corrected_by_name = actor.key, actor.name
    release.confirmed = order.confirmed
    release.corrected_on = clock.today()
    release.forget_return()
    release.save()
    facts = {"reason": order.reason}
    record(events.CORRECTION_SUBMITTED, actor=actor, subject=cases.subject_of(release.case), facts=facts)
    return release
