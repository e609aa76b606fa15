"""Correct a published copy: a new one takes its place, the old address says why."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.copy import leaks
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import is_in, may_prepare
from sanzhi.disclosure.publishing import copy_order
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.publications.commands import CorrectPublication, correct_publication


class CorrectRelease(Order):
    release: int
    content: list[tuple[str, str]] = Field(min_length=1, max_length=40)
    reason: str = Field(min_length=5, max_length=1000)


@command("disclosure.correct_release", title="更正公示")
def correct_release(actor: Actor, order: CorrectRelease) -> Release:
    release = queries.release_for_update(actor, order.release)
    found = leaks(release.decision, list(order.content))
    require(
        may_prepare(actor),
        is_in(release, State.PUBLISHED),
        Verdict(tuple(Reason(sentence, "行政处罚法第五十条") for sentence in found)),
    )
    release.content = [list(pair) for pair in order.content]
    standing = release.publication
    assert standing is not None
    correction = CorrectPublication(
        publication=standing.pk, reason=order.reason, copy_order=copy_order(release)
    )
    release.publication = correct_publication(actor, correction)
    release.save()
    facts = {"reason": order.reason}
    record(events.RELEASE_CORRECTED, actor=actor, subject=cases.subject_of(release.case), facts=facts)
    return release
