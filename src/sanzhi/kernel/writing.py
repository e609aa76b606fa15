"""Saving a row by constant SQL: what Django works out anew at each saving is worked out once for each table.

For rows whose key the database gives out, and that are written as a whole; no signals, nobody here hears them.
"""

from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.db.models import Model


def write_row(row: Model) -> None:
    """Insert a new row and take its key; of one that stands, write every column. DatabaseError when it stands no more."""
    here: Any = connections[DEFAULT_DB_ALIAS]
    one: Any = row
    one._prepare_related_fields_for_save(
        operation_name="save"
    )  # refuses the key of what was not saved itself
    is_new = one._state.adding
    values = [field.get_db_prep_save(field.pre_save(row, is_new), here) for field in _written(type(row))]
    with transaction.mark_for_rollback_on_error(DEFAULT_DB_ALIAS), here.cursor() as cursor:
        if is_new:
            cursor.execute(_insertion(type(row)), values)
            row.pk = cursor.fetchone()[0]
        else:
            cursor.execute(_update(type(row)), [*values, row.pk])
            if cursor.rowcount != 1:
                raise DatabaseError(f"{row._meta.label} {row.pk} is gone")
    one._state.adding, one._state.db = False, DEFAULT_DB_ALIAS


@cache
def _written(table: type[Model]) -> tuple[Any, ...]:
    return tuple(field for field in table._meta.concrete_fields if not field.primary_key)


@cache
def _insertion(table: type[Model]) -> str:
    """With the key that the database has given in the answer."""
    names = ", ".join(f'"{field.column}"' for field in _written(table))
    places = ", ".join(["%s"] * len(_written(table)))
    key = _key(table)
    return f'INSERT INTO "{table._meta.db_table}" ({names}) VALUES ({places}) RETURNING "{key}"'


@cache
def _update(table: type[Model]) -> str:
    changes = ", ".join(f'"{field.column}" = %s' for field in _written(table))
    return f'UPDATE "{table._meta.db_table}" SET {changes} WHERE "{_key(table)}" = %s'


def _key(table: type[Model]) -> str:
    assert table._meta.pk is not None
    return table._meta.pk.column
