"""Issue a code, shown once to who confirms it, with which a person sets a new password; the old one ends at once."""

import secrets
from datetime import timedelta

from django.contrib.auth.hashers import make_password

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Joint, Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Officer, PasswordReset
from sanzhi.organisation.policies import may_change
from sanzhi.organisation.roles import Role

VALID = timedelta(hours=24)
LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read as another


class ResetPassword(Order):
    officer: int


def _objects(actor: Actor, order: ResetPassword) -> Verdict:
    return may_change(actor, Officer.known(order.officer))


JOINT = Joint(
    proposes=(Role.ADMINISTRATOR,),
    confirms=(Role.SECURITY,),
    tells=lambda order: f"为{Officer.known(order.officer).name}重设密码",
    concerns=lambda order: order.officer,
    objects=_objects,
)


@command("organisation.reset_password", title="重设密码", internal=True, joint=JOINT)
def reset_password(actor: Actor, order: ResetPassword) -> PasswordReset:
    """The row carries the `code` while it is in memory, and nowhere else."""
    require(_objects(actor, order))
    officer = Officer.locked(order.officer)
    code = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    officer.user.set_unusable_password()
    officer.user.save(update_fields=["password"])
    officer.save()  # its seal covers the sign-in
    row = PasswordReset(officer=officer, code_digest=make_password(code), valid_until=clock.now() + VALID)
    row.save()
    record(events.PASSWORD_RESET, actor=actor, subject=officer, facts={"name": officer.name})
    row.code = code
    return row
