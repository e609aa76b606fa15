"""Row digests: what every column of a row held, so that a change made by hand in the database can be named."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

from django.apps import apps
from django.db import models

from sanzhi.kernel.models import Job, Recorded
from sanzhi.ledger.canonical import plain

CHUNK = 500
T = TypeVar("T")


def recorded_tables() -> list[type[Recorded]]:
    """Every table whose rows are sealed, by label."""
    found = [model for model in apps.get_models() if issubclass(model, Recorded) and not model._meta.proxy]
    return sorted(found, key=lambda model: model._meta.label_lower)


def sealed_tables() -> list[type[models.Model]]:
    """Those, and the jobs that commands have ordered."""
    return [*recorded_tables(), Job]


def rows_of(table: str) -> models.QuerySet[Any]:
    """All rows of a table by its label, whatever the model's own manager hides."""
    manager: models.Manager[Any] = apps.get_model(table)._base_manager
    return manager.all()


def spelt_row(row: models.Model) -> dict[str, Any]:
    """The row as read from the database, column by column (never from memory: databases round and reorder).

    What a column holds that nobody filled in is left out, so that a column which a later version adds does not break the
    seals of old rows: NULL where it may be NULL, else its default, of the very same type. False is not NULL, nor is 0.
    """
    fields = [field for field in row._meta.concrete_fields if _is_sealed(row, field)]
    spelt = {
        str(field.column): _spelt(getattr(row, field.attname))
        for field in fields
        if _is_filled_in(field, row)
    }
    beside: tuple[str, ...] = getattr(row, "sealed_beside", ())
    return {**spelt, **{path: _spelt(_followed(row, path)) for path in beside}}


def _is_sealed(row: models.Model, field: "models.Field[Any, Any]") -> bool:
    sealed: tuple[str, ...] = getattr(row, "sealed_columns", ())
    return not sealed or field.name in sealed


def _is_filled_in(field: "models.Field[Any, Any]", row: models.Model) -> bool:
    value = getattr(row, field.attname)
    if field.null or field.has_default():
        usual = None if field.null else field.get_default()
    else:
        usual = "" if isinstance(field, models.CharField | models.TextField) else None
    return type(value) is not type(usual) or value != usual


def _followed(row: models.Model, path: str) -> Any:
    value: Any = row
    for name in path.split("__"):
        value = getattr(value, name)
    return value


def _spelt(value: Any) -> Any:
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
