"""Submit the redacted text for approval, with the secrecy check done; whatever still leaks or says more is named."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.faithful import settled
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import is_before_publication, is_confirmed, is_publishable, may_prepare
from sanzhi.disclosure.publishing import begin_anew
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
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
        begin_anew(release)
    release.content = settled(release.decision, order.content)
    release.state, release.submitted_on = State.SUBMITTED, clock.today()
    release.confirmed = order.confirmed
    release.prepared_by, release.prepared_by_name = actor.key, actor.name
    release.forget_return()
    release.save()
    record(events.RELEASE_SUBMITTED, actor=actor, subject=cases.subject_of(release.case), facts={})
    return release
