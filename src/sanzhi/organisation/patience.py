"""How long a source waits before the next try under a name: longer and longer for whoever goes on guessing.

Nobody is locked out by others: a browser from which a person once signed in has a mark of its own and counts its own
failures only; whoever comes without one waits by name and address.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import QuerySet

from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.organisation.models import SignIn, SignInOutcome

FREE = 5  # failures that cost nothing
MANY = 20  # failures from one address, whatever the names: a spray
LONGEST = 900  # seconds
LONGEST_OF_NAME = 60  # seconds, where the failures came from elsewhere
REMEMBERED = timedelta(days=1)


@dataclass(frozen=True)
class Source:
    """Whence somebody signs in; `device` is the browser's own mark where it proved one for this very name."""

    address: str
    device: str = ""


def may_try(name_key: str, source: Source) -> Verdict:
    wait = seconds_to_wait(name_key, source)
    return Verdict.when(
        not wait,
        f"输错次数较多，请在{_spoken(wait)}后再试。",
        remedy="忘记密码的，请系统管理员重设。",
    )


def seconds_to_wait(name_key: str, source: Source) -> int:
    """How long this source waits before the next try under this name; 0 when it may try now."""
    named = _failures(SignIn.objects.filter(name_key=name_key))
    if source.device:
        mine = named.filter(device=source.device)
        return _left(mine, _delay(_since_entered(mine, name_key)))
    strange = named.filter(device="")
    here = strange.filter(address=source.address[:64])
    sprayed = _failures(SignIn.objects.filter(address=source.address[:64], device=""))
    of_name = min(LONGEST_OF_NAME, _delay(strange.count()))
    return max(
        _left(here, max(_delay(_since_entered(here, name_key)), of_name)),
        _left(sprayed, _delay(sprayed.count() - MANY + FREE)),
    )


def key_of_name(name: str) -> str:
    """A digest under the installation's key: equal names have equal keys, and none can be read back."""
    return hmac.new(
        settings.SECRET_KEY.encode(), name.strip().casefold().encode(), hashlib.sha256
    ).hexdigest()


def _failures(rows: QuerySet[SignIn]) -> QuerySet[SignIn]:
    return rows.filter(outcome=SignInOutcome.WRONG, tried_at__gte=clock.now() - REMEMBERED)


def _since_entered(failures: QuerySet[SignIn], name_key: str) -> int:
    entered = SignIn.objects.filter(name_key=name_key, outcome=SignInOutcome.ENTERED)
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
