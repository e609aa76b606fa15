"""Signing in: one answer for every name that does not fit. A try is on record, as a failure, before the password is looked at.

So tries that come in the same instant count against each other (see `patience`): each is admitted, or told to wait, by
what stands on record; only what fits is marked so afterwards. If we stop in between, it was a failure.
"""

from collections.abc import Callable
from typing import TypeVar

from django.contrib.auth import authenticate
from django.contrib.auth.models import User

from sanzhi.kernel.actor import Actor, system
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.verdict import Reason
from sanzhi.organisation.commands.record_sign_in import RecordSignIn, record_sign_in
from sanzhi.organisation.commands.settle_sign_in import SettleSignIn, settle_sign_in
from sanzhi.organisation.models import Officer, SignIn, SignInOutcome
from sanzhi.organisation.patience import Source, key_of_name
from sanzhi.organisation.queries import actor_of_officer, has_left

Result = TypeVar("Result")
WRONG = "登录名或者密码不正确。"


def guarded(name: str, source: Source, *, call: Callable[[], Result]) -> Result:
    """What asks for a secret of this name, waited for and recorded as signing in is. Raises Refused as `call` does."""
    officer = _officer_of(name)
    tried = _tried(name, source, officer=officer)
    result = call()
    _settle(tried, outcome=SignInOutcome.FITTED, officer=officer)
    return result


def signed_in(name: str, password: str, *, source: Source) -> User:
    """The user whose name and password these are, and who serves today. Raises Refused with one sentence for all."""
    officer = _officer_of(name)
    tried = _tried(name, source, officer=officer)
    user = authenticate(username=name, password=password)
    if not isinstance(user, User) or officer is None or has_left(officer):
        raise Refused((Reason(WRONG),))
    _settle(tried, outcome=SignInOutcome.ENTERED, officer=officer)
    return user


def _officer_of(name: str) -> Officer | None:
    return Officer.objects.select_related("authority").filter(user__username=name).first()


def _tried(name: str, source: Source, *, officer: Officer | None) -> SignIn:
    order = RecordSignIn(
        name_key=key_of_name(name),
        officer=officer.pk if officer else None,
        address=source.address[:64],
        device=source.device,
    )
    return record_sign_in(system(), order)


def _settle(tried: SignIn, *, outcome: SignInOutcome, officer: Officer | None) -> None:
    actor = actor_of_officer(officer) if officer else system()
    settle_sign_in(actor, SettleSignIn(sign_in=tried.pk, outcome=outcome))


def actor_at(name: str, password: str) -> Actor:
    """The actor at the command line. Raises Refused, NotVisible."""
    user = signed_in(name, password, source=Source("本机命令行"))
    officer = Officer.objects.select_related("authority").filter(user=user).first()
    if officer is None:
        raise NotVisible
    return actor_of_officer(officer)
