"""The founded bureau and the steps of a case, reached once by commands and then copied for every test.

Founding takes most of a short test's time, and a case a second more. The copy is of the rows as the commands left
them, journal included; ids and seals stay the same, because every test begins on the same empty tables.
"""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from sanzhi.demo.cast import Bureau, found_bureau
from sanzhi.demo.deeds import Plan
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.errors import Refused
from sanzhi.organisation.models import Authority, Officer

MADE_ELSEWHERE = {
    "django_content_type",  # by Django, after each flush, with other ids
    "auth_permission",
    "ledger_waiting",  # by a trigger, for each entry
}
Rows = dict[str, list[tuple[Any, ...]]]  # by table


@dataclass(frozen=True)
class State:
    """A case at a step: all rows, the moment, and which case it is."""

    rows: Rows
    at: datetime
    case_id: int


_founded: list[Rows] = []
_walked: dict[str, State] = {}
_begun: set[str] = set()  # told as far as one test wanted
_told: set[str] = set()  # told to the end


def founded() -> Bureau:
    """The bureau in this test's own transaction."""
    if not _founded:
        bureau = found_bureau()
        _founded.append(_rows())
        return bureau
    _put_back(_founded[0])
    return _bureau()


def walked(plan: Plan) -> Story:
    """The plan's case where the plan stops, in this test's own transaction, which must be empty before."""
    _tell_once(plan)
    if repr(plan) not in _walked:
        story = Story(founded(), plan)
        story.tell()
        _walked[repr(plan)] = State(_rows(), clock.now(), story.case_id)
        return story
    state = _walked[repr(plan)]
    _put_back(state.rows)
    clock.advance(state.at - clock.now())
    story = Story(_bureau(), plan)
    story.case_id = state.case_id
    return story


class Remembering(Story):
    """Keeps the rows at every step where a plan like this one could stop."""

    def _stop(self, step: str) -> None:
        here = replace(self.plan, stop=step)
        _walked[repr(here)] = State(_rows(), clock.now(), self.case_id)
        super()._stop(step)


def _tell_once(plan: Plan) -> None:
    """As far as the plan's stop, and to its end when another stop of it is asked for; all taken back again.

    What it passed is remembered, also where it is refused further on.
    """
    whole = repr(replace(plan, stop=""))
    if repr(plan) in _walked or whole in _told:
        return
    asked = plan if whole not in _begun else replace(plan, stop="")
    _begun.add(whole)
    if not asked.stop:
        _told.add(whole)
    before = clock.now()
    with suppress(Refused), transaction.atomic():
        story = Remembering(founded(), asked)
        story.tell()
        _walked[repr(asked)] = State(_rows(), clock.now(), story.case_id)
        transaction.set_rollback(True)
    clock.advance(before - clock.now())


def _bureau() -> Bureau:
    officers = Officer.objects.select_related("authority", "unit", "user")
    return Bureau(Authority.objects.get(), {officer.user.username: officer for officer in officers})


def _rows() -> Rows:
    rows: Rows = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            name = model._meta.db_table
            if name in MADE_ELSEWHERE:
                continue
            cursor.execute(f'SELECT * FROM "{name}"')
            rows[name] = cursor.fetchall()
    return rows


def _put_back(tables: Rows) -> None:
    put = _copied if connection.vendor == "postgresql" else _inserted
    with connection.cursor() as cursor:
        for name, rows in tables.items():
            if rows:
                put(cursor, name, rows=rows)


def _inserted(cursor: Any, table: str, *, rows: list[tuple[Any, ...]]) -> None:
    plain = [[str(value) if isinstance(value, time) else value for value in row] for row in rows]
    cursor.executemany(f'INSERT INTO "{table}" VALUES ({", ".join(["%s"] * len(rows[0]))})', plain)


def _copied(cursor: Any, table: str, *, rows: list[tuple[Any, ...]]) -> None:
    with cursor.copy(f'COPY "{table}" FROM STDIN') as copy:
        for row in rows:
            copy.write_row(row)
