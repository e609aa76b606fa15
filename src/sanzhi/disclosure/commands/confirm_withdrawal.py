"""A second person has looked at what one took down, and agrees."""

from sanzhi.cases import queries as cases
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.models import Release
from sanzhi.disclosure.policies import may_judge_withdrawal
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class ConfirmWithdrawal(Order):
    release: int


@command("disclosure.confirm_withdrawal", title="确认撤回公示")
def confirm_withdrawal(actor: Actor, order: ConfirmWithdrawal) -> Release:
    release = queries.release_for_update(actor, order.release)
    require(may_judge_withdrawal(actor, release))
    release.taken_down_by = ""
    release.save()
    record(events.WITHDRAWAL_CONFIRMED, actor=actor, subject=cases.subject_of(release.case), facts={})
    return release
