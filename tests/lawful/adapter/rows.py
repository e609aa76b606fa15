"""Rows as plain objects by constant SQL: building queries and models costs more than all the rest of a reading."""

from collections.abc import Callable
from functools import cache
from types import SimpleNamespace
from typing import Any

from django.db import connection
from django.db.models import Model

Converter = Callable[..., Any]


def load(model: type[Model], where: str, *values: Any) -> list[Any]:
    """The rows of the model's table that match: objects with the model's own attribute names, and `pk`."""
    names, sql, converters = _columns(model)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} WHERE {where}", values)
        rows = cursor.fetchall()
    return [_row(names, list(row), converters=converters) for row in rows]


def _row(names: tuple[str, ...], values: list[Any], *, converters: tuple[tuple[int, Converter], ...]) -> Any:
    for at, convert in converters:
        values[at] = convert(values[at])
    return SimpleNamespace(pk=values[0], **dict(zip(names, values, strict=True)))


@cache
def _columns(model: type[Model]) -> tuple[tuple[str, ...], str, tuple[tuple[int, Converter], ...]]:
    """Attribute names, the statement, and what each column still needs to become a Python value (the key comes first)."""
    fields = sorted(model._meta.concrete_fields, key=lambda field: not field.primary_key)
    table = model._meta.db_table
    converters = []
    for at, field in enumerate(fields):
        column = field.get_col(table)
        for convert in (*connection.ops.get_db_converters(column), *column.get_db_converters(connection)):
            converters.append((at, _bound(convert, column)))
    listed = ", ".join(f'"{field.column}"' for field in fields)
    return tuple(field.attname for field in fields), f'SELECT {listed} FROM "{table}"', tuple(converters)


def _bound(convert: Converter, column: Any) -> Converter:
    return lambda value: convert(value, column, connection)
