"""Whether each value stands in the database as the system writes it, and not in another spelling of the same value.

SQLite has no dates and keeps any value in any column: `2026-9-7` is read as that day, and compared as a text. For
`manage.py verify`. PostgreSQL's columns have types: there it cannot happen.
"""

import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models

CHUNK = 500
TEXT, WHOLE = "typeof({0}) = 'text'", "typeof({0}) = 'integer'"


def _moment(function: str, length: int) -> str:
    """To the second, and a fraction of six digits unless it is nought."""
    whole, rest = f"substr({{0}}, 1, {length})", f"substr({{0}}, {length + 1})"
    fraction = f"{rest} GLOB '.[0-9][0-9][0-9][0-9][0-9][0-9]' AND {rest} <> '.000000'"
    return f"{TEXT} AND {whole} = {function}({whole}, '+0 days') AND ({rest} = '' OR {fraction})"


# SQLite's functions say again what they have understood: only the one spelling is equal to that. Without a modifier they
# repeat 30 February, which they have not looked up.
SPELT = {
    "BooleanField": f"{WHOLE} AND {{0}} IN (0, 1)",
    "CharField": TEXT,
    "DateField": f"{TEXT} AND {{0}} = date({{0}}, '+0 days')",
    "DateTimeField": _moment("datetime", 19),
    "DecimalField": "typeof({0}) IN ('integer', 'real') AND {0} = round({0}, {places})",
    "JSONField": TEXT,
    "TextField": TEXT,
    "TimeField": _moment("time", 8),
}


def misspelt() -> Iterator[tuple[str, Any]]:
    """(table's label, row's key) of every row with a value that the system would have written otherwise."""
    if connection.vendor != "sqlite":
        return
    for model in sorted(apps.get_models(include_auto_created=True), key=lambda each: each._meta.label_lower):
        if not model._meta.proxy:
            found = {*_wrong_by_sql(model), *_wrong_json(model)}
            yield from ((model._meta.label_lower, key) for key in sorted(found))


def _wrong_by_sql(model: type[models.Model]) -> Iterator[Any]:
    wrong = " OR ".join(_wrong(field) for field in model._meta.concrete_fields)
    yield from (key for (key,) in _rows(model, "", where=wrong))


def _wrong(field: "models.Field[Any, Any]") -> str:
    kind = field.target_field if isinstance(field, models.ForeignKey) else field
    column, places = f'"{field.column}"', getattr(kind, "decimal_places", 0)
    spelt = SPELT.get(kind.get_internal_type(), WHOLE).format(column, places=places)
    # what SQLite's functions do not understand is NULL to them, and neither right nor wrong
    return f"({column} IS NOT NULL AND ({spelt}) IS NOT TRUE)"


def _wrong_json(model: type[models.Model]) -> Iterator[Any]:
    """A name given twice is one thing to Python and another to SQLite."""
    fields = [field for field in model._meta.concrete_fields if isinstance(field, models.JSONField)]
    columns = "".join(f', "{field.column}"' for field in fields)
    for key, *texts in _rows(model, columns) if fields else ():
        if not all(text is None or _is_spelt_json(text) for text in texts):
            yield key


def _is_spelt_json(text: str) -> bool:
    try:
        return json.dumps(json.loads(text)) == text
    except ValueError:
        return False


def _rows(model: type[models.Model], columns: str, *, where: str = "TRUE") -> Iterator[Any]:
    assert model._meta.pk is not None
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT "{model._meta.pk.column}"{columns} FROM "{model._meta.db_table}" WHERE {where}'
        )
        while rows := cursor.fetchmany(CHUNK):
            yield from rows
