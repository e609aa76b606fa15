"""Signing in: one answer for every name that does not fit, and longer and longer waits for whoever goes on guessing.

Nobody is locked out by others: a browser from which a person once signed in has a mark of its own and counts its own
failures only; whoever comes without one waits by name and address.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.db.models import QuerySet

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor, system
from sanzhi.kernel.errors import NotVisible, Refused
from sanzhi.kernel.verdict import Reason
from sanzhi.organisation.commands.record_sign_in import RecordSignIn, record_sign_in
from sanzhi.organisation.models import Officer, SignIn, SignInOutcome
from sanzhi.organisation.queries import actor_of_officer, has_left

FREE = 5  # failures that cost nothing
MANY = 20  # failures from one address, whatever the names: a spray
LONGEST = 900  # seconds
LONGEST_OF_NAME = 60  # seconds, where the failures came from elsewhere
REMEMBERED = timedelta(days=1)
Result = TypeVar("Result")
WRONG = "登录名或者密码不正确。"


@dataclass(frozen=True)
class Source:
    """Whence somebody signs in; `device` is the browser's own mark where it proved one for this very name."""

    address: str
    device: str = ""


def guarded(name: str, source: Source, *, call: Callable[[], Result]) -> Result:
    """What asks for a secret of this name, waited for and recorded as signing in is. Raises Refused as `call` does."""
    _demand_patience(name, source)
    try:
        return call()
    except Refused:
        _record(name, source, outcome=SignInOutcome.WRONG, officer=_officer_of(name), actor=system())
        raise


def signed_in(name: str, password: str, *, source: Source) -> User:
    """The user whose name and password these are, and who serves today. Raises Refused with one sentence for all."""
    _demand_patience(name, source)
    user, officer = authenticate(username=name, password=password), _officer_of(name)
    if not isinstance(user, User) or officer is None or has_left(officer):
        _record(name, source, outcome=SignInOutcome.WRONG, officer=officer, actor=system())
        raise Refused((Reason(WRONG),))
    _record(name, source, outcome=SignInOutcome.ENTERED, officer=officer, actor=actor_of_officer(officer))
    return user


def _demand_patience(name: str, source: Source) -> None:
    wait = seconds_to_wait(name, source)
    if wait:
        raise Refused(
            (Reason(f"输错次数较多，请在{_spoken(wait)}后再试。", "", "忘记密码的，请系统管理员重设。"),)
        )


def _officer_of(name: str) -> Officer | None:
    return Officer.objects.select_related("authority").filter(user__username=name).first()


def _record(
    name: str, source: Source, *, outcome: SignInOutcome, officer: Officer | None, actor: Actor
) -> None:
    order = RecordSignIn(
        name_key=key_of_name(name),
        officer=officer.pk if officer else None,
        address=source.address[:64],
        device=source.device,
        outcome=outcome,
    )
    record_sign_in(actor, order)


def actor_at(name: str, password: str) -> Actor:
    """The actor at the command line. Raises Refused, NotVisible."""
    user = signed_in(name, password, source=Source("本机命令行"))
    officer = Officer.objects.select_related("authority").filter(user=user).first()
    if officer is None:
        raise NotVisible
    return actor_of_officer(officer)


def seconds_to_wait(name: str, source: Source) -> int:
    """How long this source waits before the next try under this name; 0 when it may try now."""
    named = _failures(SignIn.objects.filter(name_key=key_of_name(name)))
    if source.device:
        mine = named.filter(device=source.device)
        return _left(mine, _delay(_since_entered(mine, name)))
    strange = named.filter(device="")
    here = strange.filter(address=source.address[:64])
    sprayed = _failures(SignIn.objects.filter(address=source.address[:64], device=""))
    of_name = min(LONGEST_OF_NAME, _delay(strange.count()))
    return max(
        _left(here, max(_delay(_since_entered(here, name)), of_name)),
        _left(sprayed, _delay(sprayed.count() - MANY + FREE)),
    )


def key_of_name(name: str) -> str:
    """A digest under the installation's key: equal names have equal keys, and none can be read back."""
    return hmac.new(
        settings.SECRET_KEY.encode(), name.strip().casefold().encode(), hashlib.sha256
    ).hexdigest()


def _failures(rows: QuerySet[SignIn]) -> QuerySet[SignIn]:
    return rows.filter(outcome=SignInOutcome.WRONG, tried_at__gte=clock.now() - REMEMBERED)


def _since_entered(failures: QuerySet[SignIn], name: str) -> int:
    entered = SignIn.objects.filter(name_key=key_of_name(name), outcome=SignInOutcome.ENTERED)
    last: datetime | None = entered.values_list("tried_at", flat=True).first()
    return (failures.filter(tried_at__gt=last) if last else failures).count()


def _delay(failures: int) -> int:
    return 0 if failures < FREE else min(LONGEST, 5 * 2 ** min(failures - FREE, 12))


def _left(failures: QuerySet[SignIn], delay: int) -> int:
    last = failures.values_list("tried_at", flat=True).first()
    if last is None or not delay:
        return 0
    return max(0, delay - int((clock.now() - last).total_seconds()))


def _spoken(seconds: int) -> str:
    return f"{seconds}秒" if seconds < 60 else f"{(seconds + 59) // 60}分钟"
