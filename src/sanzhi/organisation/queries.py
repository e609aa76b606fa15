"""All reads of the organisation."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import count

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Q, QuerySet
from django.utils import timezone

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.db import row_by, rows_of, whole_table
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.unchanged import while_unchanged
from sanzhi.law.days import Calendar
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.ledger.models import JointAct
from sanzhi.ledger.queries import Settling, page_of, settling
from sanzhi.organisation.models import (
    Authority,
    CalendarDay,
    CalendarYear,
    Certificate,
    Look,
    Officer,
    PasswordReset,
    SignIn,
    Unit,
)
from sanzhi.organisation.passwords import first_half
from sanzhi.organisation.policies import is_valid_on
from sanzhi.organisation.roles import KEEPERS

US = re.compile("[本我](?:机关|局|队|中队|大队|单位|委|办)")
REMARK = re.compile("[（(][^（()）]*[)）]$")


def actor_of_user(user: AbstractBaseUser | AnonymousUser) -> Actor:
    """The actor behind a signed-in user. Raises NotVisible for anyone who is not a serving officer."""
    officer = getattr(user, "officer", None) if user.is_authenticated else None
    if officer is None or has_left(officer):
        raise NotVisible
    return actor_of_officer(officer)


def actor_of_officer(officer: Officer) -> Actor:
    return Actor(
        key=key_of(officer.pk),
        name=officer.name,
        authority=officer.authority.code,
        roles=frozenset(officer.roles),
        officer_id=officer.pk,
        unit_id=officer.unit_id,
    )


def key_of(officer: int) -> str:
    """The actor's key of the officer, as entries name it."""
    return f"officer:{officer}"


def has_left(officer: Officer) -> bool:
    """From the day of leaving on; a day that is still to come changes nothing yet."""
    return officer.left_on is not None and officer.left_on <= clock.today()


def roles_of_key(key: str) -> frozenset[str]:
    """The offices that this officer, by the key that entries name, holds today."""
    kind, _, pk = key.partition(":")
    found = serving().filter(pk=int(pk)).first() if kind == "officer" and pk.isdigit() else None
    return frozenset(found.roles) if found is not None else frozenset()


def holding(code: str, offices: tuple[str, ...]) -> frozenset[int]:
    """Who of the authority serves today in one of these offices."""
    rows = serving().filter(authority__code=code)
    return frozenset(row.pk for row in rows if set(offices).intersection(row.roles))


def serving() -> QuerySet[Officer]:
    """Who serves today, in every authority."""
    return Officer.objects.filter(Q(left_on=None) | Q(left_on__gt=clock.today()))


def authority(code: str) -> Authority:
    found = row_by(Authority, code, link="code")
    if found is None:
        raise NotVisible
    return found


@dataclass(frozen=True)
class Holder:
    """Somebody who serves today, with the offices he holds."""

    pk: int
    name: str
    unit: int
    offices: frozenset[str]


def holders(code: str) -> tuple[Holder, ...]:
    """Who serves today in the authority; asked again only when something changed."""
    return while_unchanged(("holders", code), ask=lambda: _holders_now(code))


def _holders_now(code: str) -> tuple[Holder, ...]:
    rows = serving().filter(authority__code=code).order_by("pk").values_list("pk", "name", "unit", "roles")
    return tuple(Holder(pk, name, unit, frozenset(roles)) for pk, name, unit, roles in rows)


def names_of_staff(code: str) -> set[str]:
    """Who serves in the authority."""
    return set(serving().filter(authority__code=code).values_list("name", flat=True))


def officers_of(code: str) -> QuerySet[Officer]:
    """Serving officers of the authority with unit and certificates (2 queries)."""
    return (
        serving()
        .filter(authority__code=code)
        .select_related("unit", "authority")
        .prefetch_related("certificates")
    )


def who_work_on_cases(code: str) -> list[Officer]:
    """Serving officers who may have any part in a case: who keeps the machine has none."""
    return [row for row in officers_of(code) if not KEEPERS.intersection(row.roles)]


def looks_at(subject: str) -> QuerySet[Look]:
    """Who looked at what this key names, the newest first."""
    return Look.objects.filter(subject=subject).select_related("officer__unit")


def looks_of(code: str, *, name: str = "") -> QuerySet[Look]:
    """Everything that was looked at in the authority, the newest first, of people whose names contain `name`."""
    rows = Look.objects.filter(authority=code).select_related("officer__unit")
    return rows.filter(officer__name__contains=name) if name else rows


def sign_ins_of(code: str, *, name: str = "") -> QuerySet[SignIn]:
    """The tries to sign in under names of the authority, the newest first."""
    rows = SignIn.objects.filter(officer__authority__code=code).select_related("officer")
    return rows.filter(officer__name__contains=name) if name else rows


def units_of(code: str) -> QuerySet[Unit]:
    return Unit.objects.filter(authority__code=code).order_by("id")


@dataclass(frozen=True)
class JointActShown:
    """A joint act beside what this reader may do with it."""

    row: JointAct
    may: Settling
    half: str = ""
    page: str = ""


def shown_joint_acts(actor: Actor, rows: Iterable[JointAct]) -> list[JointActShown]:
    return [JointActShown(row, settling(actor, row), _half_for(actor, row), page_of(row)) for row in rows]


def _half_for(actor: Actor, row: JointAct) -> str:
    """The proposer's half of a reset code that still waits for its owner."""
    if row.act != "organisation.reset_password" or row.proposed_by != actor.key or not row.is_confirmed:
        return ""
    waits = PasswordReset.objects.filter(
        officer=row.fields["officer"], used_at=None, valid_until__gte=clock.now()
    )
    found = waits.order_by("-id").first()
    return first_half(found) if found is not None else ""


def names_us(text: str, *, authority: Authority) -> bool:
    """Whether a text that should name another body names the authority itself, one of its units, or just us."""
    plain = "".join(text.split())
    units = Unit.objects.filter(authority=authority)
    parts = (row.name in plain if row.is_squad else row.name == plain for row in units)
    return bool(US.search(plain)) or without_remark(authority.name) in plain or any(parts)


def without_remark(name: str) -> str:
    """The name of a body without what stands behind it in brackets."""
    return REMARK.sub("", "".join(name.split()))


def certificate_on(officer: Officer, day: date) -> Certificate | None:
    """The certificate that was valid on `day`, or None."""
    return next((row for row in rows_of(officer.certificates) if is_valid_on(row, day)), None)


@dataclass(frozen=True)
class RosterRow:
    """What the public may know of an officer, and nothing else (F11-12)."""

    name: str
    certificate: str
    unit: str
    area: str
    valid_until: date
    is_valid: bool


def public_roster(code: str, *, on: date) -> tuple[RosterRow, ...]:
    """The officers who hold a certificate: the one that is valid on the day `on`, else that which ran longest."""
    rows = []
    for officer in (row for row in officers_of(code) if row.roles):
        valid = certificate_on(officer, on)
        for certificate in [valid] if valid else rows_of(officer.certificates)[:1]:
            rows.append(
                RosterRow(
                    officer.name,
                    certificate.number,
                    officer.unit.name,
                    officer.area,
                    certificate.valid_until,
                    valid is not None,
                )
            )
    return tuple(rows)


def calendar() -> Calendar:
    """The official working calendar; years that were not entered count as estimated.

    At most one query: the calendar itself is read again only when a year was entered since (each entry changes a row).
    """
    return while_unchanged("calendar", ask=_calendar_now)


@dataclass(frozen=True)
class KnownYear:
    """A year whose notice was entered; `off` and `worked` count the days on which it departs from the plain week."""

    year: int
    source: str
    off: int
    worked: int
    entered_on: date


def calendar_years() -> tuple[KnownYear, ...]:
    """The newest first."""
    days = calendar()
    return tuple(
        KnownYear(
            row.year,
            row.source,
            sum(day.year == row.year for day in days.holidays),
            sum(day.year == row.year for day in days.workdays),
            timezone.localtime(row.entered_at).date(),
        )
        for row in sorted(whole_table(CalendarYear), key=lambda row: -row.year)
    )


def year_to_enter() -> int:
    """The first one, from this year on, whose notice is not known."""
    return next(year for year in count(clock.today().year) if year not in calendar().published)


def year_missed() -> int | None:
    """The year whose notice ought to have been entered by today: it is out in November, as a rule."""
    year, today = year_to_enter(), clock.today()
    since = due(rule("calendar_entry", today), date(year, 1, 1), calendar=calendar()).on
    return year if today >= since else None


def _calendar_now() -> Calendar:
    return _calendar(frozenset((row.year, row.entered_at) for row in whole_table(CalendarYear)))


@lru_cache(maxsize=4)
def _calendar(marks: frozenset[tuple[int, datetime]]) -> Calendar:
    days = list(CalendarDay.objects.values_list("day", "is_working"))
    return Calendar(
        holidays=frozenset(day for day, working in days if not working),
        workdays=frozenset(day for day, working in days if working),
        published=frozenset(year for year, _ in marks),
    )
