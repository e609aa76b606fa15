"""Row digests: what every column of a row held, so that a change made by hand in the database can be named."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.apps import apps
from django.db import models

from sanzhi.kernel.models import Recorded
from sanzhi.ledger.canonical import plain

CHUNK = 500
EMPTY: tuple[Any, ...] = (None, "", 0, [], {})  # False is 0
T = TypeVar("T")


def recorded_tables() -> list[type[Recorded]]:
    """Every table whose rows are sealed, by label."""
    found = [model for model in apps.get_models() if issubclass(model, Recorded) and not model._meta.proxy]
    return sorted(found, key=lambda model: model._meta.label_lower)


def rows_of(table: str) -> models.QuerySet[Recorded]:
    """All rows of a table by its label, whatever the model's own manager hides."""
    manager: models.Manager[Recorded] = apps.get_model(table)._base_manager
    return manager.all()


def spelt_row(row: models.Model) -> dict[str, Any]:
    """The row as read from the database, column by column (never from memory: databases round and reorder).

    Empty columns are left out, so that a column which a later version adds does not break the seals of old rows.
    """
    spelt = {str(field.column): _spelt_column(field, row) for field in row._meta.concrete_fields}
    return {column: value for column, value in spelt.items() if value not in EMPTY}


def _spelt_column(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    value = getattr(row, field.attname)
    # a float in a JSON column has no one spelling: repr is exact and the same on every machine
    return plain(_without_floats(value))


def _without_floats(value: Any) -> Any:
    match value:
        case bool():
            return value
        case float():
            return repr(value)
        case dict():
            return {key: _without_floats(item) for key, item in value.items()}
        case list() | tuple():
            return [_without_floats(item) for item in value]
    return value


def in_chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk
