"""How long somebody waits who guesses, and how many applications one address may begin.

As at the sign-in (`organisation.patience`): longer and longer, by number and by address; nobody is locked out for good.
"""

from datetime import timedelta

from django.db.models import QuerySet

from sanzhi.applications.models import Application, Attempt
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict

FREE = 5  # failures that cost nothing
MANY = 20  # failures from one address, whatever the numbers
LONGEST = 900  # seconds
LONGEST_OF_NUMBER = 60  # seconds, where the failures came from elsewhere
REMEMBERED = timedelta(days=1)
AT_ONCE = 500  # old tries that one command forgets
BEGUN_AN_HOUR = 20  # from one address; a hall with its own network helps many


def may_attempt(number_key: str, address_key: str) -> Verdict:
    wait = seconds_to_wait(number_key, address_key)
    return Verdict.when(
        not wait,
        f"输错次数较多，请在{_spoken(wait)}后再试。",
        remedy="查询码遗失的，请带身份证明到窗口查询。",
    )


def seconds_to_wait(number_key: str, address_key: str) -> int:
    since = clock.now() - REMEMBERED
    failures = Attempt.objects.filter(fitted=False, tried_at__gte=since)
    of_number = failures.filter(number_key=number_key)
    sprayed = failures.filter(address_key=address_key)
    here = _since_fitted(of_number.filter(address_key=address_key), number_key, address_key=address_key)
    return max(
        _left(here.first(), _delay(here.count())),
        _left(of_number.first(), min(LONGEST_OF_NUMBER, _delay(of_number.count()))),
        _left(sprayed.first(), _delay(sprayed.count() - MANY + FREE)),
    )


def may_begin_from(address_key: str) -> Verdict:
    since = clock.now() - timedelta(hours=1)
    begun = Application.objects.filter(begun_from=address_key, created_at__gte=since).count()
    return Verdict.when(
        begun < BEGUN_AN_HOUR,
        "这个网络一小时内开始的申请太多。",
        remedy="请过一会儿再试，或者到窗口申请。",
    )


def _since_fitted(rows: QuerySet[Attempt], number_key: str, *, address_key: str) -> QuerySet[Attempt]:
    """Who has proved the code here begins anew."""
    fitted = Attempt.objects.filter(number_key=number_key, address_key=address_key, fitted=True).first()
    return rows.filter(tried_at__gt=fitted.tried_at) if fitted else rows


def _delay(failures: int) -> int:
    return 0 if failures < FREE else min(LONGEST, 5 * 2 ** min(failures - FREE, 12))


def _left(last: Attempt | None, delay: int) -> int:
    if last is None or not delay:
        return 0
    return max(0, delay - int((clock.now() - last.tried_at).total_seconds()))


def _spoken(seconds: int) -> str:
    return f"{seconds}秒" if seconds < 60 else f"{(seconds + 59) // 60}分钟"
