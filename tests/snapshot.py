"""The bureau, founded once by commands: its rows as they were left, journal included, and what a story did to them.

What SQLite gives as values, PostgreSQL takes as text: what one worker has founded or told serves the other worker
and the other database.
"""

import pickle
from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from sanzhi.demo.cast import Bureau, found_bureau
from sanzhi.kernel.db import whole_table, with_rows
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
class Changes:
    """What a story did to the founded rows: the keys of those that stand no longer so, and the rows that came."""

    gone: dict[str, tuple[str, list[Any]]]  # by the name of the table: its key's column, the keys
    came: Rows


@cache
def foundation() -> Rows:
    if connection.vendor == "postgresql":
        _number_from_afar()
    if get(FOUNDED) is None:
        with transaction.atomic():
            found_bureau()
            keep(FOUNDED, all_rows())
            transaction.set_rollback(True)
    rows: Rows = get(FOUNDED)
    return rows


@cache
def founded_here() -> Rows:
    """The founded rows as this database spells them: asked first where nothing else has been told yet."""
    return all_rows()


def keep(key: str, what: Any) -> None:
    shelf.put(f"{connection.vendor} {key}", pickle.dumps(what))


def get(key: str) -> Any:
    """What SQLite has told is taken first."""
    kept = shelf.get(f"sqlite {key}") or shelf.get(f"{connection.vendor} {key}")
    return pickle.loads(kept) if kept else None


@cache
def founder() -> str:
    """Who founded the bureau on which this process tells; a story stands on the rows of its founding alone."""
    return "sqlite" if shelf.get(f"sqlite {FOUNDED}") else connection.vendor


def _number_from_afar() -> None:
    """Rows that PostgreSQL has not numbered itself keep their numbers: its own begin behind them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(c.oid, %s) FROM pg_class c WHERE c.relkind = 'S'", [FAR_AWAY])


def bureau() -> Bureau:
    officers = with_rows(whole_table(Officer), "authority", "unit", "user")
    (authority,) = whole_table(Authority)
    return Bureau(authority, {officer.user.username: officer for officer in officers})


def all_rows() -> Rows:
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


def changes(before: Rows, after: Rows) -> Changes:
    gone, came = {}, {}
    for name, table in after.items():
        stood, stands = set(before[name].rows), set(table.rows)
        if new := [row for row in table.rows if row not in stood]:
            came[name] = Table(table.columns, new)
        if lost := stood - stands:
            key = table.columns.index(_key(name))
            gone[name] = (_key(name), sorted(row[key] for row in lost))
    return Changes(gone, came)


@cache
def _keys() -> dict[str, str]:
    models = apps.get_models(include_auto_created=True)
    return {model._meta.db_table: str(model._meta.pk.column) for model in models if model._meta.pk}


def _key(table: str) -> str:
    return _keys()[table]


def bring(changed: Changes) -> None:
    """On the founded rows, what a story did to them."""
    with connection.cursor() as cursor:
        for name, (key, lost) in changed.gone.items():
            places = ", ".join(["%s"] * len(lost))
            cursor.execute(f'DELETE FROM "{name}" WHERE "{key}" IN ({places})', lost)
    put_back(changed.came)


def put_back(tables: Rows) -> None:
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
    _number_behind(cursor, name, table=table)


def _number_behind(cursor: Any, name: str, *, table: Table) -> None:
    """What another worker's server has numbered stands before what this one numbers next: the newest seal is the last."""
    key = _key(name)
    last = max(row[table.columns.index(key)] for row in table.rows)
    if not isinstance(last, int):
        return
    cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{name}"', key])
    if (sequence := cursor.fetchone()[0]) is not None:
        # never back, and not for rows that no server of PostgreSQL has numbered: its own begin far behind them
        cursor.execute(f"SELECT setval(%s, greatest(%s, last_value)) FROM {sequence}", [sequence, last])


def _named(table: Table) -> str:
    return ", ".join(f'"{column}"' for column in table.columns)
