"""The bureau's figures on the workbench, in one query each; exact because the tables are a county's."""

from dataclasses import dataclass

from django.db.models import Count, Q

from sanzhi.cases.models import Proceeding
from sanzhi.disclosure.models import Release, State
from sanzhi.disclosure.queries import is_to_withdraw
from sanzhi.kernel import clock


@dataclass(frozen=True)
class Figures:
    open_cases: int
    filed_this_month: int
    decided_this_month: int
    waiting_releases: int
    late_releases: int
    late_withdrawals: int


def of(authority: str) -> Figures:
    today = clock.today()
    first = today.replace(day=1)
    cases = Proceeding.objects.filter(case__authority__code=authority, main=None).aggregate(
        open=Count("pk", filter=Q(closed_on=None)),
        filed=Count("pk", filter=Q(filed_on__gte=first)),
        decided=Count("pk", filter=Q(decided_on__gte=first)),
    )
    waiting = Q(state__in=[State.WAITING, State.SUBMITTED], publication=None)
    releases = Release.objects.filter(decision__proceeding__case__authority__code=authority).aggregate(
        waiting=Count("pk", filter=waiting),
        late=Count("pk", filter=waiting & Q(due_on__lt=today, first_public_on=None)),
        withdrawals=Count("pk", filter=is_to_withdraw() & Q(withdraw_by_on__lt=today)),
    )
    return Figures(
        cases["open"],
        cases["filed"],
        cases["decided"],
        releases["waiting"],
        releases["late"],
        releases["withdrawals"],
    )
