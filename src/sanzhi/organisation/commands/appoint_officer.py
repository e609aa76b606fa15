"""Appoint a person with a sign-in name and roles."""

from datetime import date

from django.contrib.auth import get_user_model
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from pydantic import Field, SecretStr

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Employment, Officer, Unit
from sanzhi.organisation.policies import may_administer
from sanzhi.organisation.roles import CAPTIONS, Role


class AppointOfficer(Order):
    unit: int
    username: str = Field(pattern=r"^[a-z][a-z0-9_.-]{1,29}$")
    password: SecretStr
    name: str = Field(min_length=1, max_length=60)
    roles: list[Role] = Field(min_length=1)
    position: str = ""
    area: str = ""
    employment: Employment = Employment.ESTABLISHED
    qualified_on: date | None = None
    has_legal_qualification: bool = False


@command("organisation.appoint_officer", title="任命人员")
def appoint_officer(actor: Actor, order: AppointOfficer) -> Officer:
    unit = Unit.known(order.unit)
    users = get_user_model().objects
    require(
        may_administer(actor),
        Verdict.when(not users.filter(username=order.username).exists(), f"登录名{order.username}已被使用。"),
        _strong_enough(order.password.get_secret_value()),
        _roles_fit(order),
    )
    user = users.create_user(username=order.username, password=order.password.get_secret_value())
    officer = Officer(
        authority=unit.authority,
        unit=unit,
        user=user,
        roles=sorted(order.roles),
        **order.model_dump(exclude={"unit", "username", "password", "roles"}),
    )
    officer.save()
    captions = "、".join(CAPTIONS[role] for role in order.roles)
    record(events.OFFICER_APPOINTED, actor=actor, subject=officer, facts={"roles": captions})
    return officer


def _strong_enough(password: str) -> Verdict:
    try:
        validate_password(password)
    except ValidationError as weak:
        return Verdict.no("密码过于简单：" + "；".join(weak.messages))
    return Verdict.yes()


def _roles_fit(order: AppointOfficer) -> Verdict:
    # 行政处罚法 §58: 初次从事法制审核的人员应当通过国家统一法律职业资格考试
    return Verdict.when(
        Role.LEGAL_REVIEWER not in order.roles or order.has_legal_qualification,
        f"{order.name}没有法律职业资格，不得担任法制审核人员。",
        citation="行政处罚法第五十八条",
    )
