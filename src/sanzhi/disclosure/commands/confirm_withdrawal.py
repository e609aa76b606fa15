"""A second person has looked at what one took down, and agrees."""

from pydantic import Field

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.models import Release
from sanzhi.disclosure.policies import is_taken_down_as_read, may_judge_withdrawal
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ConfirmWithdrawal(Order):
    release: int
    text: str = Field(default="", max_length=64)  # the digest of what stood on the page


@command("disclosure.confirm_withdrawal", title="确认撤回公示")
def confirm_withdrawal(actor: Actor, order: ConfirmWithdrawal) -> Release:
    release = queries.release_for_update(actor, order.release)
    require(may_judge_withdrawal(actor, release), is_taken_down_as_read(release, order.text))
    release.taken_down_by = ""
    release.save()
    record(events.WITHDRAWAL_CONFIRMED, actor=actor, subject=cases.subject_of(release.case), facts={})
    return release
