"""Which lists of a row are empty, known from the query that loaded it: one question instead of twenty."""

from functools import cache
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from sanzhi.cases.models import Case, Decision, Proceeding
from sanzhi.kernel.db import is_named_by, keep_empty, row_by

Row = TypeVar("Row", bound=Model)


@cache
def _lists(model: type[Model]) -> tuple[tuple[str, Any], ...]:
    """Name and foreign key of each list that other tables keep of the row."""
    found = (row for row in model._meta.related_objects if row.one_to_many and row.get_accessor_name())
    return tuple((str(row.get_accessor_name()), row.field) for row in found)


def marked(rows: QuerySet[Row], *owners: str) -> QuerySet[Row]:
    """The rows with a mark for each list, their own and those of their `owners`: whether there is anything on it."""
    marks = _marks(rows.model, owner="")
    for owner in owners:
        table: Any = rows.model._meta.get_field(owner).related_model
        marks |= _marks(table, owner=f"{owner}_")
    annotated: QuerySet[Row] = rows.annotate(**marks)
    return annotated


def _marks(model: type[Model], *, owner: str) -> dict[str, RawSQL]:
    return {f"has_{owner}{name}": is_named_by(link) for name, link in _lists(model)}


def without_empty(row: Row, *owners: str) -> Row:
    """The row that `marked` loaded; for its empty lists the database is not asked again."""
    _settle(row, marks=row, owner="")
    for owner in owners:
        if (owned := getattr(row, owner, None)) is not None:
            _settle(owned, marks=row, owner=f"{owner}_")
    return row


def _settle(row: Model, *, marks: Model, owner: str) -> None:
    names = (name for name, _ in _lists(type(row)) if not getattr(marks, f"has_{owner}{name}"))
    keep_empty(row, names)


def with_decision(proceeding: Proceeding) -> Proceeding:
    """The proceeding with its decision; of one that is not decided it is known that it has none, and nobody asks."""
    row = row_by(Decision, proceeding.pk, link="proceeding") if proceeding.decided_on else None
    link: Any = Decision._meta.get_field("proceeding")
    link.remote_field.set_cached_value(proceeding, row)
    if row is not None:
        link.set_cached_value(row, proceeding)
    return proceeding


def narrowed(cases: QuerySet[Case], text: str) -> QuerySet[Case]:
    """Cases whose number, cause or party contains `text`."""
    if not text:
        return cases
    hit = Q(number__icontains=text) | Q(proceedings__cause__icontains=text) | Q(parties__name__icontains=text)
    return cases.filter(hit).distinct()
