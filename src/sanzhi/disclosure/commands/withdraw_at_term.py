"""On the last of the three working days a copy is withdrawn without anybody, if nobody has done it (行政处罚法 §48(2))."""

from sanzhi.cases import queries as cases
from sanzhi.disclosure import queries
from sanzhi.disclosure.commands.withdraw_release import withdraw
from sanzhi.disclosure.models import Ground, Release
from sanzhi.disclosure.policies import is_public
from sanzhi.disclosure.publishing import public_ground
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require


class WithdrawAtTerm(Order):
    release: int


@command("disclosure.withdraw_at_term", title="到期自动撤回公示", internal=True)
def withdraw_at_term(actor: Actor, order: WithdrawAtTerm) -> Release:
    release = queries.release_for_update(actor, order.release)
    gone, until = cases.overturn_of(release.proceeding), release.withdraw_by_on
    require(
        is_public(release),
        Verdict.when(
            gone is not None and until is not None and until <= clock.today(),
            "撤回公示的期限尚未届满，由审批人撤回。",
            citation="行政处罚法第四十八条第二款",
            remedy="请法制机构或者机关负责人撤回公示。",
        ),
    )
    reason = public_ground(release, Ground.OVERTURNED)
    return withdraw(actor, release, ground=Ground.OVERTURNED, reason=reason)
