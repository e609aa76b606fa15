"""Submit the redacted text for approval, with the secrecy check done; whatever still leaks or says more is named."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.cases.deadlines import working_calendar
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.changed import change_of
from sanzhi.disclosure.faithful import settled
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import is_before_publication, is_confirmed, is_publishable, may_prepare
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.ledger.commands import record


class SubmitRelease(Order):
    release: int
    content: list[tuple[str, str]] = Field(min_length=1, max_length=40)
    secrecy_checked: bool
    confirmed: list[str] = Field(default=[], max_length=400)


@command("disclosure.submit_release", title="报批公示文本")
def submit_release(actor: Actor, order: SubmitRelease) -> Release:
    release = queries.release_for_update(actor, order.release)
    require(
        may_prepare(actor),
        is_before_publication(release),
        Verdict.when(order.secrecy_checked, "请先完成保密审查并确认。", citation="行政处罚法第五十条"),
        is_publishable(release, order.content),
    )
    require(is_confirmed(release, order.content, keys=order.confirmed))
    if release.state in {State.WITHDRAWN, State.EXEMPT}:
        _begin_anew(release)
    release.content = settled(release.decision, order.content)
    release.state, release.submitted_on = State.SUBMITTED, clock.today()
    release.confirmed = order.confirmed
    release.prepared_by, release.prepared_by_name = actor.key, actor.name
    release.forget_return()
    release.save()
    record(events.RELEASE_SUBMITTED, actor=actor, subject=cases.subject_of(release.case), facts={})
    return release


def _begin_anew(release: Release) -> None:
    """It goes public as a new copy; what was changed, in the term that runs from the change.

    Who took it down stays until another has confirmed that or approved the new text.
    """
    release.publication = None
    change = change_of(release.decision)
    if change is not None and change.decided_on is not None:
        rules = rule("publication", change.decided_on)
        release.due_on = due(rules, change.decided_on, calendar=working_calendar()).on
        release.withdraw_by_on, release.withdraw_for = None, ""
