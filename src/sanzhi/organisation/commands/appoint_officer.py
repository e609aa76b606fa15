"""Appoint a person with a sign-in name; the offices are proposed, and another person confirms them."""

from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from pydantic import Field

from sanzhi.kernel.actor import SYSTEM_ROLE, Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import ProposeJointAct, propose_joint_act, record
from sanzhi.organisation import events
from sanzhi.organisation.models import Employment, Officer, Unit
from sanzhi.organisation.passwords import Secret, is_strong, words_around
from sanzhi.organisation.policies import is_own_name, may_administer, offices_fit
from sanzhi.organisation.roles import CAPTIONS, Role
from sanzhi.organisation.shapes import Area, Position


class AppointOfficer(Order):
    unit: int
    username: str = Field(pattern=r"^[a-z][a-z0-9_.-]{1,49}$")
    password: Secret | None = None
    name: str = Field(min_length=1, max_length=60)
    roles: list[Role] = Field(min_length=1)
    position: Position = ""
    area: Area = ""
    employment: Employment = Employment.ESTABLISHED
    qualified_on: date | None = None
    has_legal_qualification: bool = False


@command("organisation.appoint_officer", title="任命人员")
def appoint_officer(actor: Actor, order: AppointOfficer) -> Officer:
    """Offices take effect when another person has confirmed them; at the foundation there is nobody else yet."""
    unit = Unit.known(order.unit)
    require(may_administer(actor, unit.authority.code))
    require(is_own_name(order.username, unit.authority))  # first: what is taken elsewhere is not ours to tell
    users = get_user_model().objects
    require(
        Verdict.when(not users.filter(username=order.username).exists(), f"登录名{order.username}已被使用。"),
        _password_is_his(actor, order, unit=unit),
        offices_fit(order.name, order.roles, is_lawyer=order.has_legal_qualification),
    )
    given = order.password.get_secret_value() if order.password else None
    user = users.create_user(username=order.username, password=given)
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
        _propose(actor, "organisation.reset_password", fields={"officer": officer.pk})
        _propose(actor, "organisation.change_officer", fields={"officer": officer.pk, "roles": order.roles})
    return officer


def _password_is_his(actor: Actor, order: AppointOfficer, *, unit: Unit) -> Verdict:
    """Who appoints knows no password of the appointed: it is set with a reset code, of which two people have a half each."""
    if order.password is not None and actor.has(SYSTEM_ROLE):
        own = (order.username, order.name, order.position, order.area, *words_around(unit))
        return is_strong(order.password.get_secret_value(), own=own)
    return Verdict.when(
        order.password is None and not actor.has(SYSTEM_ROLE),
        "任命的人不替被任命的人设密码。",
        remedy="请不填密码；确认以后由本人用重设码设置。",
    )


def _propose(actor: Actor, act: str, *, fields: dict[str, Any]) -> None:
    propose_joint_act(actor, ProposeJointAct(act=act, fields=fields, reason="任命人员"))
