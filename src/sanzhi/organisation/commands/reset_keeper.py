"""Two keepers reset at the machine the password of a third who is alone in his office: on the page nobody could.

Refuses where the page has a way, and where the two are not two other keepers.
"""

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.commands.reset_password import ResetPassword, reset_password
from sanzhi.organisation.models import Officer, PasswordReset
from sanzhi.organisation.queries import holding
from sanzhi.organisation.roles import KEEPERS, Role


class ResetKeeper(Order):
    """`beside` is the second of the two, who has signed in at the machine as the first has."""

    officer: int
    beside: int


@command("organisation.reset_keeper", title="在本机为唯一的管理人员重设密码", internal=True)
def reset_keeper(actor: Actor, order: ResetKeeper) -> PasswordReset:
    officer = Officer.known(order.officer)
    two = {actor.officer_id, order.beside} - {officer.pk}
    require(
        Verdict.when(
            len(two & holding(actor.authority, tuple(KEEPERS))) == 2,
            "由本机关另外两名管理人员一起办理。",
            remedy="请写明系统管理员、安全管理员、安全审计员中的另外两人。",
        ),
        _has_no_other_way(officer),
    )
    row = reset_password(actor, ResetPassword(officer=officer.pk))
    facts = {"beside": Officer.known(order.beside).name, "name": officer.name}
    record(events.KEEPER_RESET, actor=actor, subject=officer, facts=facts)
    return row


def _has_no_other_way(officer: Officer) -> Verdict:
    """Only an administrator proposes a reset, only a security administrator confirms it."""
    needed = {Role.ADMINISTRATOR, Role.SECURITY} & set(officer.roles)
    code = officer.authority.code
    return Verdict.when(
        any(holding(code, (office,)) == {officer.pk} for office in needed),
        f"{officer.name}的密码可以由系统管理员提出、安全管理员确认重设。",
        remedy="请在“人员和岗位”中办理。",
    )
