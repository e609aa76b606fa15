"""Submit the redacted text for approval, with the secrecy check done; whatever still leaks is named."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.copy import leaks
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.policies import is_in, may_prepare
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Reason, Verdict, require
from sanzhi.ledger.commands import record


class SubmitRelease(Order):
    release: int
    content: list[tuple[str, str]] = Field(min_length=1, max_length=40)
    secrecy_checked: bool


@command("disclosure.submit_release", title="报批公示文本")
def submit_release(actor: Actor, order: SubmitRelease) -> Release:
    release = queries.release_for_update(actor, order.release)
    found = leaks(release.decision, list(order.content))
    require(
        may_prepare(actor),
        is_in(release, State.WAITING, State.SUBMITTED),
        Verdict.when(order.secrecy_checked, "请先完成保密审查并确认。", citation="行政处罚法第五十条"),
        Verdict(
            tuple(Reason(sentence, "行政处罚法第五十条；政府信息公开条例第十五条") for sentence in found)
        ),
    )
    release.content = [list(pair) for pair in order.content]
    release.state, release.secrecy_checked_by, release.submitted_on = (
        State.SUBMITTED,
        actor.name,
        clock.today(),
    )
    release.save()
    record(events.RELEASE_SUBMITTED, actor=actor, subject=cases.subject_of(release.case), facts={})
    return release
