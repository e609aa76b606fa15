"""Issue a code of two halves, one for each of the two who agreed, with which a person sets a new password; the old one ends."""

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
from sanzhi.organisation.passwords import as_meant, first_half, grouped
from sanzhi.organisation.policies import may_change
from sanzhi.organisation.roles import Role

VALID = timedelta(hours=24)


class ResetPassword(Order):
    officer: int


def _objects(actor: Actor, order: ResetPassword) -> Verdict:
    return may_change(actor, Officer.known(order.officer))


def _told(order: ResetPassword) -> str:
    """Two of the same name are told apart."""
    officer = Officer.known(order.officer)
    return f"为{officer.name}（{officer.unit.name}，登录名{officer.user.username}）重设密码"


JOINT = Joint(
    proposes=(Role.ADMINISTRATOR,),
    confirms=(Role.SECURITY,),
    names=("officer",),
    tells=_told,
    concerns=lambda order: frozenset({order.officer}),
    objects=_objects,
)


@command("organisation.reset_password", title="重设密码", internal=True, joint=JOINT)
def reset_password(actor: Actor, order: ResetPassword) -> PasswordReset:
    """The row carries the second half of the code while it is in memory; the first is the proposer's to hand over."""
    require(_objects(actor, order))
    officer = Officer.locked(order.officer)
    officer.user.set_unusable_password()
    officer.user.save(update_fields=["password"])
    officer.save()  # its seal covers the sign-in
    half = grouped(secrets.token_bytes(8))
    row = PasswordReset(officer=officer, code_digest="", valid_until=clock.now() + VALID)
    row.save()
    row.code_digest = make_password(as_meant(f"{first_half(row)}{half}"))
    row.save()
    record(events.PASSWORD_RESET, actor=actor, subject=officer, facts={"name": officer.name})
    row.told_once = half
    return row
