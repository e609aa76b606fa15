"""Row digests: what every column of a row held, so that a change made by hand in the database can be named."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from django.apps import apps
from django.db import models

from sanzhi.kernel.models import Job, Recorded
from sanzhi.ledger.canonical import plain

CHUNK = 500
AS_IT_IS = frozenset({str, int, bool, type(None)})  # not what derives from them
T = TypeVar("T")


def recorded_tables() -> list[type[Recorded]]:
    """Every table whose rows are sealed, by label."""
    found = [model for model in apps.get_models() if issubclass(model, Recorded) and not model._meta.proxy]
    return sorted(found, key=lambda model: model._meta.label_lower)


def sealed_tables() -> list[type[models.Model]]:
    """Those, and the jobs that commands have ordered."""
    return [*recorded_tables(), Job]


def model_of(table: str) -> type[models.Model]:
    """The table that has this label."""
    return apps.get_model(table)


def rows_of(table: str) -> models.QuerySet[Any]:
    """All rows of a table by its label, whatever the model's own manager hides."""
    manager: models.Manager[Any] = model_of(table)._base_manager
    return manager.all()


def spelt_row(row: models.Model) -> dict[str, Any]:
    """The row as read from the database, column by column (never from memory: databases round and reorder).

    What a column holds that nobody filled in is left out, so that a column which a later version adds does not break the
    seals of old rows: NULL where it may be NULL, else its default, of the very same type. False is not NULL, nor is 0.
    """
    values = ((column, getattr(row, name), usual()) for column, name, usual in _sealed(type(row)))
    spelt = {
        column: _spelt(value)
        for column, value, empty in values
        if type(value) is not type(empty) or value != empty
    }
    beside: tuple[str, ...] = getattr(row, "sealed_beside", ())
    return {**spelt, **{path: _spelt(_followed(row, path)) for path in beside}}


@cache
def _sealed(table: type[models.Model]) -> tuple[tuple[str, str, Callable[[], Any]], ...]:
    """The sealed columns: name, attribute, and what stands there when nobody filled it in."""
    sealed: tuple[str, ...] = getattr(table, "sealed_columns", ())
    fields = (field for field in table._meta.concrete_fields if not sealed or field.name in sealed)
    return tuple((str(field.column), field.attname, _unfilled(field)) for field in fields)


def _unfilled(field: "models.Field[Any, Any]") -> Callable[[], Any]:
    if field.has_default() and not field.null:
        return field.get_default
    is_text = isinstance(field, models.CharField | models.TextField) and not field.null
    return lambda: "" if is_text else None


def _followed(row: models.Model, path: str) -> Any:
    value: Any = row
    for name in path.split("__"):
        value = getattr(value, name)
    return value


def _spelt(value: Any) -> Any:
    if type(value) in AS_IT_IS:
        return value
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
