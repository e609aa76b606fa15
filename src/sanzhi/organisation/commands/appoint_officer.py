"""Appoint a person with a sign-in name; the offices are proposed, and another person confirms them."""

from datetime import date

from django.contrib.auth import get_user_model
from pydantic import Field

from sanzhi.kernel.actor import SYSTEM_ROLE, Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import ProposeJointAct, propose_joint_act, record
from sanzhi.organisation import events
from sanzhi.organisation.models import Employment, Officer, Unit
from sanzhi.organisation.passwords import Secret, is_strong
from sanzhi.organisation.policies import may_administer, offices_fit
from sanzhi.organisation.roles import CAPTIONS, Role


class AppointOfficer(Order):
    unit: int
    username: str = Field(pattern=r"^[a-z][a-z0-9_.-]{1,29}$")
    password: Secret
    name: str = Field(min_length=1, max_length=60)
    roles: list[Role] = Field(min_length=1)
    position: str = ""
    area: str = ""
    employment: Employment = Employment.ESTABLISHED
    qualified_on: date | None = None
    has_legal_qualification: bool = False


@command("organisation.appoint_officer", title="任命人员")
def appoint_officer(actor: Actor, order: AppointOfficer) -> Officer:
    """Offices take effect when another person has confirmed them; at the foundation there is nobody else yet."""
    unit = Unit.known(order.unit)
    require(may_administer(actor, unit.authority.code))
    users = get_user_model().objects
    require(
        Verdict.when(not users.filter(username=order.username).exists(), f"登录名{order.username}已被使用。"),
        is_strong(order.password.get_secret_value(), own=(order.username, order.name, unit.name)),
        offices_fit(order.name, order.roles, is_lawyer=order.has_legal_qualification),
    )
    user = users.create_user(username=order.username, password=order.password.get_secret_value())
    is_founding = actor.has(SYSTEM_ROLE)
    officer = Officer(
        authority=unit.authority,
        unit=unit,
        user=user,
        roles=sorted(order.roles) if is_founding else [],
        **order.model_dump(exclude={"unit", "username", "password", "roles"}),
    )
    officer.save()
    captions = "、".join(CAPTIONS[role] for role in order.roles)
    record(events.OFFICER_APPOINTED, actor=actor, subject=officer, facts={"roles": captions})
    if not is_founding:
        _propose_offices(actor, officer, roles=order.roles)
    return officer


def _propose_offices(actor: Actor, officer: Officer, *, roles: list[Role]) -> None:
    fields = {"officer": officer.pk, "roles": roles}
    order = ProposeJointAct(act="organisation.change_officer", fields=fields, reason="任命人员")
    propose_joint_act(actor, order)
