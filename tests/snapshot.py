"""The founded bureau and the steps of a case, reached once by commands and then copied for every test.

Founding takes most of a short test's time, and a case a second more. The copy is of the rows as the commands left
them, journal included. What SQLite gives as values, PostgreSQL takes as text: a story that one worker has told serves
the other worker and the other database.
"""

import pickle
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from sanzhi.demo.cast import Bureau, found_bureau
from sanzhi.demo.deeds import Plan
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.errors import Refused
from sanzhi.organisation.models import Authority, Officer
from tests import shelf

MADE_ELSEWHERE = {
    "django_content_type",  # by Django, after each flush, with other ids
    "auth_permission",
    "ledger_waiting",  # by a trigger, for each entry
}
FOUNDED = "founded"
FAR_AWAY = 1_000_000  # no story has so many rows


@dataclass(frozen=True)
class Table:
    """The rows of a table, in the order of `columns`."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]


Rows = dict[str, Table]  # by the name of the table


@dataclass(frozen=True)
class State:
    """A case at a step: the rows that founding did not leave so, the moment, and which case it is."""

    rows: Rows
    at: datetime
    case_id: int


_begun: set[str] = set()  # told as far as one test wanted
_told: set[str] = set()  # told to the end


def founded() -> Bureau:
    """The bureau in this test's own transaction, which must be empty before."""
    _put_back(_foundation())
    return _bureau()


def walked(plan: Plan) -> Story:
    """The plan's case where the plan stops, in this test's own transaction, which must be empty before."""
    if _told_to(plan) is None:
        _tell_once(plan)
    state = _told_to(plan)
    if state is None:  # refused on its way: once more, for the test to hear
        story = Story(founded(), plan)
        story.tell()
        return story
    _put_back({**_foundation(), **state.rows})
    clock.advance(state.at - clock.now())
    story = Story(_bureau(), plan)
    story.case_id = state.case_id
    return story


class Remembering(Story):
    """Keeps the rows at every step where a plan like this one could stop."""

    def _stop(self, step: str) -> None:
        _keep(replace(self.plan, stop=step), self)
        super()._stop(step)


def _tell_once(plan: Plan) -> None:
    """As far as the plan's stop, and to its end when another stop of it is asked for; all taken back again.

    What it passed is kept, also where it is refused further on.
    """
    whole = repr(replace(plan, stop=""))
    if whole in _told:
        return
    asked = plan if whole not in _begun else replace(plan, stop="")
    _begun.add(whole)
    if not asked.stop:
        _told.add(whole)
    before = clock.now()
    with suppress(Refused), transaction.atomic():
        story = Remembering(founded(), asked)
        story.tell()
        _keep(asked, story)
        transaction.set_rollback(True)
    clock.advance(before - clock.now())


def _keep(plan: Plan, story: Story) -> None:
    before = _foundation()
    new = {name: table for name, table in _rows().items() if table != before[name]}
    _put(f"{_founder()} {plan}", State(new, clock.now(), story.case_id))


def _told_to(plan: Plan) -> State | None:
    _foundation()
    state: State | None = _get(f"{_founder()} {plan}")
    return state


@cache
def _foundation() -> Rows:
    if connection.vendor == "postgresql":
        _number_from_afar()
    if _get(FOUNDED) is None:
        with transaction.atomic():
            found_bureau()
            _put(FOUNDED, _rows())
            transaction.set_rollback(True)
    rows: Rows = _get(FOUNDED)
    return rows


def _put(key: str, what: Any) -> None:
    shelf.put(f"{connection.vendor} {key}", pickle.dumps(what))


def _get(key: str) -> Any:
    """What SQLite has told is taken first."""
    kept = shelf.get(f"sqlite {key}") or shelf.get(f"{connection.vendor} {key}")
    return pickle.loads(kept) if kept else None


@cache
def _founder() -> str:
    """Who founded the bureau on which this process tells; a story stands on the rows of its founding alone."""
    return "sqlite" if shelf.get(f"sqlite {FOUNDED}") else connection.vendor


def _number_from_afar() -> None:
    """Rows that PostgreSQL has not numbered itself keep their numbers: its own begin behind them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(c.oid, %s) FROM pg_class c WHERE c.relkind = 'S'", [FAR_AWAY])


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
            columns = tuple(column[0] for column in cursor.description)
            rows[name] = Table(columns, [_spelt(row) for row in cursor.fetchall()])
    return rows


def _spelt(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """As both databases take it in again: SQLite knows no time of day."""
    return tuple(str(value) if isinstance(value, time) else value for value in row)


def _put_back(tables: Rows) -> None:
    put = _copied if connection.vendor == "postgresql" else _inserted
    with connection.cursor() as cursor:
        for name, table in tables.items():
            if table.rows:
                put(cursor, name, table=table)


def _inserted(cursor: Any, name: str, *, table: Table) -> None:
    places = ", ".join(["%s"] * len(table.columns))
    cursor.executemany(f'INSERT INTO "{name}" ({_named(table)}) VALUES ({places})', table.rows)


def _copied(cursor: Any, name: str, *, table: Table) -> None:
    with cursor.copy(f'COPY "{name}" ({_named(table)}) FROM STDIN') as copy:
        for row in table.rows:
            copy.write_row(row)


def _named(table: Table) -> str:
    return ", ".join(f'"{column}"' for column in table.columns)
