"""After a decision was overturned: its public copy is to be withdrawn in three working days, and none goes public any more."""

from sanzhi.cases import queries as cases
from sanzhi.cases.deadlines import working_calendar
from sanzhi.disclosure import events, queries
from sanzhi.disclosure.models import Ground, Release, State
from sanzhi.disclosure.policies import is_public
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.ledger.commands import record


class DemandWithdrawal(Order):
    release: int


@command("disclosure.demand_withdrawal", title="要求撤回公示", internal=True)
def demand_withdrawal(actor: Actor, order: DemandWithdrawal) -> Release:
    release = queries.release_for_update(actor, order.release)
    gone = cases.overturn_of(release.proceeding)
    require(
        Verdict.when(gone, "该决定没有被撤销、变更，不需要撤回公示。"),
        Verdict.when(release.withdraw_by_on is None, "已经要求撤回公示。"),
    )
    assert gone is not None and gone.decided_on is not None
    until = due(rule("withdrawal", gone.decided_on), gone.decided_on, calendar=working_calendar())
    release.withdraw_by_on, release.withdraw_for = until.on, gone.ground
    was_public = is_public(release)
    if not was_public:
        release.state, release.ground = State.EXEMPT, Ground.OVERTURNED
        release.ground_text = f"决定已被{gone.get_kind_display()}，不再公示。"
        release.taken_down_by = ""  # nobody's word keeps it inside any more: the law does
    release.save()
    told = events.WITHDRAWAL_DEMANDED if was_public else events.NOTHING_TO_WITHDRAW
    facts = {"due_on": chinese_date(until.on)} if was_public else {"kind": gone.get_kind_display()}
    record(told, actor=actor, subject=cases.subject_of(release.case), facts=facts)
    return release
