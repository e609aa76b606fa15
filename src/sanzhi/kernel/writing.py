"""Rows written by constant SQL: what Django works out anew at each saving is worked out once for each table.

For rows whose key the database gives out, and that are written as a whole; no signals, nobody here hears them.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

from sanzhi.kernel.db import answers


def write_row(row: Model) -> None:
    """Insert a new row and take its key; of one that stands, write every column. DatabaseError when it stands no more."""
    here: Any = connections[DEFAULT_DB_ALIAS]
    one: Any = row
    one._prepare_related_fields_for_save(
        operation_name="save"
    )  # refuses the key of what was not saved itself
    table, is_new = type(row), one._state.adding
    values = [field.get_db_prep_save(field.pre_save(row, is_new), here) for field in _written(table)]
    with transaction.mark_for_rollback_on_error(DEFAULT_DB_ALIAS):
        if is_new:
            row.pk = answers(_insertion(table, _columns(table)) + _returning(table), values)[0][0]
        elif not answers(_update(table) + _returning(table), [*values, row.pk]):
            raise DatabaseError(f"{row._meta.label} {row.pk} is gone")
    one._state.adding, one._state.db = False, DEFAULT_DB_ALIAS


def insert_row(table: type[Model], row: Sequence[Any], *, columns: tuple[str, ...]) -> int:
    """Insert one row without building it as an object; returns its key. `row` stands in the order of `columns`."""
    values = _adapted(row, connections[DEFAULT_DB_ALIAS])
    return int(answers(_insertion(table, columns) + _returning(table), values)[0][0])


def insert_rows(table: type[Model], rows: Iterable[Sequence[Any]], *, columns: tuple[str, ...]) -> None:
    """Insert rows by one prepared statement, in their order."""
    here = connections[DEFAULT_DB_ALIAS]
    with here.cursor() as cursor:
        cursor.executemany(_insertion(table, columns), [_adapted(row, here) for row in rows])


@cache
def _written(table: type[Model]) -> tuple[Any, ...]:
    return tuple(field for field in table._meta.concrete_fields if not field.primary_key)


@cache
def _columns(table: type[Model]) -> tuple[str, ...]:
    return tuple(field.column for field in _written(table))


@cache
def _insertion(table: type[Model], columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    places = ", ".join(["%s"] * len(columns))
    return f'INSERT INTO "{table._meta.db_table}" ({names}) VALUES ({places})'


@cache
def _returning(table: type[Model]) -> str:
    return f' RETURNING "{_key(table)}"'


@cache
def _update(table: type[Model]) -> str:
    changes = ", ".join(f'"{field.column}" = %s' for field in _written(table))
    return f'UPDATE "{table._meta.db_table}" SET {changes} WHERE "{_key(table)}" = %s'


def _key(table: type[Model]) -> str:
    assert table._meta.pk is not None
    return str(table._meta.pk.column)


def _adapted(row: Sequence[Any], here: BaseDatabaseWrapper) -> list[Any]:
    values = list(row)
    for place, value in enumerate(values):
        if isinstance(value, datetime):
            values[place] = here.ops.adapt_datetimefield_value(value)
        elif isinstance(value, dict):
            values[place] = here.ops.adapt_json_value(value, None)
    return values
