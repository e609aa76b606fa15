"""The place for raw SQL, beside `writing`: append-only triggers, rows read by constant SQL, when SQLite waits for the disk."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from itertools import islice
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import BooleanField, IntegerField, Manager, Model, QuerySet, Value
from django.db.models.base import ModelState
from django.db.models.expressions import RawSQL

RowT = TypeVar("RowT", bound=Model)

LARGEST = 1 << 63  # no key reaches it
MISSING_SHOWN = 20

_hasty: ContextVar[bool] = ContextVar("hasty", default=False)


def execute(schema_editor: BaseDatabaseSchemaEditor, *, sqlite: str, postgresql: str) -> None:
    """Run one statement in the dialect of the connection (used from migrations only)."""
    statement = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(statement)


def rows_by_key(table: type[RowT], keys: Sequence[Any]) -> dict[Any, RowT]:
    """The rows that have these keys, as the database holds them now; without building a query, which costs more."""
    assert table._meta.pk is not None
    places = ", ".join(["%s"] * len(keys))
    return {
        row.pk: row for row in _read(table, f'WHERE "{table._meta.pk.column}" IN ({places})', values=keys)
    }


def locked_row(table: type[RowT], key: int) -> RowT | None:
    """The row of this key, locked until the transaction ends; None where there is none, or can be none."""
    if not 0 < key < LARGEST:
        return None
    assert table._meta.pk is not None
    lock = " FOR UPDATE" if connections[DEFAULT_DB_ALIAS].vendor == "postgresql" else ""
    return next(_read(table, f'WHERE "{table._meta.pk.column}" = %s{lock}', values=[key]), None)


def row_by(table: type[RowT], key: int | str, *, link: str) -> RowT | None:
    """The one row whose field or foreign key `link` is `key`; None where there is none, or can be none."""
    return next(iter(rows_by(table, key, link=link)), None)


def rows_by(table: type[RowT], key: int | str, *, link: str) -> tuple[RowT, ...]:
    """All such rows in their model's order, as the database holds them now, without building a query."""
    return rows_where(table, **{link: key})


def rows_where(table: type[RowT], **held: int | str | None) -> tuple[RowT, ...]:
    """The rows whose fields hold these values, foreign keys those of their rows: as `filter` says it, by constant SQL."""
    values = [value for value in held.values() if value is not None]
    if any(isinstance(value, int) and abs(value) >= LARGEST for value in values):
        return ()
    empty = frozenset(name for name, value in held.items() if value is None)
    return tuple(_read(table, _condition(table, tuple(held), empty=empty), values=values))


def numbered(table: type[Model]) -> int | None:
    """The last key that SQLite gave out in a table; no rollback leaves a gap below it. On PostgreSQL one does: None."""
    here = connections[DEFAULT_DB_ALIAS]
    if here.vendor != "sqlite":
        return None
    with here.cursor() as cursor:
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table._meta.db_table])
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def missing_numbers(table: type[Model]) -> Iterator[int]:
    """Keys that were given out in a small table from which nothing is ever deleted, and that are gone. Nothing on PostgreSQL."""
    if (given := numbered(table)) is None:
        return
    # read after the count: a row that is put in meanwhile is no gap
    there = set(table._default_manager.values_list("pk", flat=True))
    last = max((given, *there))
    yield from islice((key for key in range(1, last + 1) if key not in there), MISSING_SHOWN)


def counts_set_back() -> Iterator[tuple[str, int]]:
    """(table, its largest key) where SQLite's own count of keys is gone or smaller: a key would be given out twice."""
    here = connections[DEFAULT_DB_ALIAS]
    if here.vendor != "sqlite":
        return
    with here.cursor() as cursor:
        cursor.execute(
            "SELECT m.name, s.seq FROM sqlite_master m LEFT JOIN sqlite_sequence s ON s.name = m.name"
            " WHERE m.type = 'table' AND m.sql LIKE '%%AUTOINCREMENT%%' ORDER BY m.name"
        )
        for table, seq in cursor.fetchall():
            cursor.execute(f"SELECT MAX(rowid) FROM {here.ops.quote_name(table)}")
            largest = cursor.fetchone()[0] or 0
            if largest > (seq or 0):
                yield table, largest


def one_at_a_time(name: str) -> None:
    """Until the transaction ends no other that asks for this name goes on (SQLite's IMMEDIATE lets one write anyway)."""
    here = connections[DEFAULT_DB_ALIAS]
    if here.vendor == "postgresql":
        with here.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [name])


def whole_table(table: type[RowT]) -> tuple[RowT, ...]:
    """Every row of a small table, without building a query."""
    return tuple(_read(table, "", values=[]))


def which_have_rows(asked: Sequence[QuerySet[Any]]) -> list[int]:
    """The places in `asked` of those that find anything, in order: one query for all."""
    each = [
        rows.order_by().values_list(Value(place, IntegerField()), flat=True)
        for place, rows in enumerate(asked)
    ]
    return (
        sorted(set(each[0].union(*each[1:]))) if each else []
    )  # of one that is left, a union takes no doubles out


def with_rows(rows: Iterable[RowT], *links: str) -> tuple[RowT, ...]:
    """The rows, each with the rows that its foreign keys `links` name: one constant query for each table they name."""
    found = tuple(rows)
    fields: Any = [found[0]._meta.get_field(name) for name in links] if found else []
    for table in dict.fromkeys(field.related_model for field in fields):
        _bring([field for field in fields if field.related_model is table], found)
    return found


def _bring(links: list[Any], rows: tuple[Model, ...]) -> None:
    """`links` name rows of one table."""
    without = [(row, link) for link in links for row in rows if not link.is_cached(row)]
    keys = {getattr(row, link.attname) for row, link in without} - {None}
    named = rows_by_key(links[0].related_model, sorted(keys)) if keys else {}
    for row, link in without:
        link.set_cached_value(row, named.get(getattr(row, link.attname)))


def keep_rows(rows: Iterable[RowT], link: str, *, known: Iterable[Model]) -> tuple[RowT, ...]:
    """The rows, each with the one of the `known` that its foreign key `link` names: asks nothing."""
    found = tuple(rows)
    field: Any = found[0]._meta.get_field(link) if found else None
    without = [row for row in found if not field.is_cached(row)]
    by_key = {row.pk: row for row in known} if without else {}
    for row in without:
        if (named := by_key.get(getattr(row, field.attname))) is not None:
            field.set_cached_value(row, named)
    return found


def rows_of(owned: Manager[RowT], *, joined: tuple[str, ...] = ()) -> tuple[RowT, ...]:
    """The rows on an owner's list (`rows_of(case.evidence)`), in their model's order: asked once for each loaded owner.

    What `prefetch_related` has brought is not asked again; otherwise by constant SQL, because building a query for
    one list costs five times as much as reading it. The same query brings the rows that the foreign keys `joined` name.
    """
    here: Any = owned  # Django's manager of one owner's rows
    name = here.field.remote_field.get_accessor_name()
    return list_of(here.instance, name, joined=joined)


def list_of(owner: Model, name: str, *, joined: tuple[str, ...] = ()) -> tuple[Any, ...]:
    """As `rows_of(owner.name)`, without Django's manager: for lists that a command looks at a hundred times."""
    if name in prefetched(owner):
        rows = tuple(getattr(owner, name).all())
    else:
        lists = lists_of(owner)
        if name not in lists:
            with_lists([owner], name, joined=joined)
        rows = lists[name]
    return with_rows(rows, *joined) if joined else rows  # what was loaded without them has them now


def keep_list(owned: Manager[RowT], rows: Iterable[RowT]) -> None:
    """An owner's list as another query has brought it, whole and in its order: `rows_of` does not ask again."""
    here: Any = owned
    lists_of(here.instance)[here.field.remote_field.get_accessor_name()] = tuple(rows)


def is_named_by(link: Any) -> RawSQL:
    """Whether any row names the asked one by the foreign key `link`: as Exists says it, for a tenth of its building.

    The table of the asked row must stand under its own name in the query: once, and not joined to itself.
    """
    table, owner = link.model._meta.db_table, link.related_model._meta
    same = f'listed."{link.column}" = "{owner.db_table}"."{owner.pk.column}"'
    return RawSQL(f'EXISTS (SELECT 1 FROM "{table}" listed WHERE {same})', (), BooleanField())


def keep_empty(owner: Model, names: Iterable[str]) -> None:
    """Lists of which it is known that nothing is on them, as if `prefetch_related` had brought them."""
    here: Any = owner
    empty = {name: getattr(type(owner), name).rel.related_model._default_manager.none() for name in names}
    here._prefetched_objects_cache = {**prefetched(owner), **empty}


def asked_once(owner: Model, name: str, *, ask: Callable[[], Iterable[RowT]]) -> tuple[RowT, ...]:
    """What a query brings for a loaded owner, under a name of its own: as with its lists, another loading asks anew."""
    lists = lists_of(owner)
    if name not in lists:
        lists[name] = tuple(ask())
    return lists[name]


def with_lists(owners: Iterable[RowT], name: str, *, joined: tuple[str, ...] = ()) -> tuple[RowT, ...]:
    """The owners, each with its list `name` as `rows_of` gives it: one query for all."""
    found = tuple(owners)
    without = [owner for owner in found if name not in lists_of(owner) and name not in prefetched(owner)]
    if without:
        link: Any = getattr(type(without[0]), name).rel.field
        keyed = [(owner.pk, owner) for owner in without]
        lists: dict[Any, list[Any]] = {pk: [] for pk, _ in keyed}
        for row in _read(link.model, _lists_by(link, len(lists)), values=list(lists), joined=joined):
            lists[getattr(row, link.attname)].append(row)
        for pk, owner in keyed:
            for row in lists[pk]:
                link.set_cached_value(row, owner)
            lists_of(owner)[name] = tuple(lists[pk])
    return found


def prefetched(owner: Model) -> Mapping[str, Any]:
    names: Mapping[str, Any] = getattr(owner, "_prefetched_objects_cache", {})
    return names


def lists_of(owner: Model) -> dict[str, tuple[Any, ...]]:
    lists: dict[str, tuple[Any, ...]] = owner.__dict__.setdefault("_lists_of", {})
    return lists


@cache
def _lists_by(link: Any, owners: int) -> str:
    table = link.model
    places = ", ".join(["%s"] * owners)
    return f'WHERE "{table._meta.db_table}"."{link.column}" IN ({places}){order_of(table)}'


@cache
def _condition(table: type[Model], names: tuple[str, ...], *, empty: frozenset[str]) -> str:
    fields: list[Any] = [table._meta.get_field(name) for name in names]
    held = (
        f'"{table._meta.db_table}"."{field.column}" {"IS NULL" if field.name in empty else "= %s"}'
        for field in fields
    )
    return f"WHERE {' AND '.join(held)}{order_of(table)}"


@cache
def order_of(table: type[Model]) -> str:
    """In what order the table is listed."""
    order = [_sorting(table, name) for name in map(str, table._meta.ordering or ())]
    return f" ORDER BY {', '.join(order)}" if order else ""


def _read(
    table: type[RowT], where: str, *, values: Sequence[Any], joined: tuple[str, ...] = ()
) -> Iterator[RowT]:
    """The rows of a table by constant SQL: what Django's raw query works out at each reading is worked out once."""
    for row in answers(f"{selection(table, joined)} {where}", values):
        yield joined_row(table, joined=joined, values=list(row))


def joined_row(table: type[RowT], *, joined: tuple[str, ...], values: list[Any]) -> RowT:
    """The row whose columns these are, followed by those of the rows that its foreign keys `joined` name."""
    here: Any = connections[DEFAULT_DB_ALIAS]
    end = len(table._meta.concrete_fields)
    one = built(here, table, values=values[:end])
    for name in joined:
        link: Any = table._meta.get_field(name)
        begin, end = end, end + len(link.related_model._meta.concrete_fields)
        there = link.related_model if getattr(one, link.attname) is not None else None
        link.set_cached_value(one, there and built(here, there, values=values[begin:end]))
    return one


def answers(statement: str, values: Sequence[Any]) -> Sequence[Sequence[Any]]:
    """What the database says to one constant statement, as plain rows: to a question, or to a write that returns something.

    On SQLite past Django's cursor, which costs more than the question itself, as long as nobody counts the questions.
    """
    here: Any = connections[DEFAULT_DB_ALIAS]
    if here.vendor != "sqlite" or here.execute_wrappers or here.force_debug_cursor:
        with here.cursor() as cursor:
            cursor.execute(statement, values)
            found: Sequence[Sequence[Any]] = cursor.fetchall()
            return found
    if here.connection is None:
        here.ensure_connection()
    here.validate_no_broken_transaction()
    with here.wrap_database_errors:
        found = here.connection.execute(statement.replace("%s", "?"), values).fetchall()
        return found


def built(here: Any, table: type[RowT], *, values: list[Any]) -> RowT:
    for place, column, functions in _converters(table, here.vendor):
        for function in functions:
            values[place] = function(values[place], column, here)
    row = table.__new__(table)  # as from_db, without the signals that nobody here hears
    row.__dict__ = {"_state": _stored(), **dict(zip(_attributes(table), values, strict=True))}
    return row


def _stored() -> ModelState:
    state = ModelState()
    state.adding, state.db = False, DEFAULT_DB_ALIAS
    return state


@cache
def _attributes(table: type[Model]) -> list[str]:
    return [field.attname for field in table._meta.concrete_fields]


@cache
def selection(table: type[Model], joined: tuple[str, ...]) -> str:
    """The beginning of the statement: all columns of the table, and of those that its foreign keys `joined` name."""
    name, columns, join = table._meta.db_table, _columns(table), ""
    for one in joined:
        link: Any = table._meta.get_field(one)
        other = link.related_model._meta
        columns += f", {_columns(link.related_model)}"
        join += f' LEFT JOIN "{other.db_table}" ON "{other.db_table}"."{other.pk.column}" = "{name}"."{link.column}"'
    return f'SELECT {columns} FROM "{name}"{join}'


def _columns(table: type[Model]) -> str:
    return ", ".join(f'"{table._meta.db_table}"."{field.column}"' for field in table._meta.concrete_fields)


@cache
def _converters(table: type[Model], vendor: str) -> list[tuple[int, Any, list[Any]]]:
    """Which columns come from this kind of database in another shape than their fields have, and what turns them."""
    here = connections[DEFAULT_DB_ALIAS]
    assert here.vendor == vendor
    columns = [field.get_col(table._meta.db_table) for field in table._meta.concrete_fields]
    found = [
        (place, column, [*here.ops.get_db_converters(column), *column.get_db_converters(here)])
        for place, column in enumerate(columns)
    ]
    return [row for row in found if row[2]]


def _sorting(table: type[Model], name: str) -> str:
    field: Any = table._meta.get_field(name.removeprefix("-"))
    return f'"{table._meta.db_table}"."{field.column}"{" DESC" if name.startswith("-") else ""}'


@contextmanager
def in_haste() -> Iterator[None]:
    """Within the block SQLite does not wait for the disk, and the collector seldom looks for cycles.

    Only for data that can be built again from nothing.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    try:
        with _not_waiting():
            yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


@contextmanager
def _not_waiting() -> Iterator[None]:
    if connection.vendor != "sqlite":
        yield
        return
    mark = _hasty.set(True)
    synchronous(connections[DEFAULT_DB_ALIAS], "OFF")
    try:
        yield
    finally:
        _hasty.reset(mark)
        synchronous(connections[DEFAULT_DB_ALIAS], "FULL")


def is_hasty() -> bool:
    return _hasty.get()


def synchronous(here: BaseDatabaseWrapper, level: str) -> None:
    """OFF, NORMAL or FULL, for this SQLite connection, between transactions. Past Django's cursor: commands call it twice."""
    here.ensure_connection()
    here.connection.execute(f"PRAGMA synchronous={level}")
