"""What hangs on several rows, and what several queries find, by one statement: beside `db`, for pages that show many rows.

SQLite reads columns of any type below one another, and so in one statement what stands in many tables. PostgreSQL does
not, and is asked once for each list on which there is anything.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet

from sanzhi.kernel.db import answers, joined_row, lists_of, order_of, prefetched, selection

Joined = Mapping[str, tuple[str, ...]]
Wanted = tuple[
    Iterable[Model], Collection[str]
]  # rows, and the names of what is wanted of them; none: everything


@dataclass(frozen=True)
class _Asked:
    """A list, or the one row, that `owners` have under `name`, by the foreign key `link` of the other table."""

    name: str
    link: Any
    owners: tuple[Model, ...]
    joined: tuple[str, ...]

    @property
    def keys(self) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(row.pk for row in self.owners))

    @property
    def statement(self) -> str:
        places = ", ".join(["%s"] * len(self.keys))
        table = self.link.model
        column = f'"{table._meta.db_table}"."{self.link.column}"'
        return f"{selection(table, self.joined)} WHERE {column} IN ({places})"

    @property
    def width(self) -> int:
        tables = [
            self.link.model,
            *(self.link.model._meta.get_field(one).related_model for one in self.joined),
        ]
        return sum(len(table._meta.concrete_fields) for table in tables)

    def keep(self, found: Iterable[Model]) -> None:
        rows: dict[Any, list[Model]] = {key: [] for key in self.keys}
        for row in found:
            rows[getattr(row, self.link.attname)].append(row)
        for owner in self.owners:
            own = rows[owner.pk]
            for row in own:
                self.link.set_cached_value(row, owner)
            if self.link.one_to_one:
                self.link.remote_field.set_cached_value(owner, own[0] if own else None)
            else:
                lists_of(owner)[self.name] = tuple(own)


def bring(wanted: Iterable[Wanted], *, joined: Joined | None = None) -> tuple[Model, ...]:
    """What hangs on rows, which may be of several tables: their lists and one-to-one rows of these names, or all of them.

    As `rows_of` gives them, and brought by one query; what is known already is not asked again. Returns what was brought.
    `joined` names for a list the foreign keys whose rows come with it.
    """
    asked = [
        one
        for owners, names in wanted
        for table, rows in _by_table(owners).items()
        for one in _asked_of(table, rows, joined=joined or {})
        if one.owners and (not names or one.name in names)
    ]
    here: Any = connections[DEFAULT_DB_ALIAS]
    brought: list[Model] = []
    for one, found in zip(asked, _read_each(here, asked), strict=True):
        one.keep(found)
        brought += found
    return tuple(brought)


def only_rows(owners: Iterable[Model]) -> tuple[Model, ...]:
    """The rows that each of the owners has only one of, as far as they are known: asks nothing."""
    rows = tuple(owners)
    links = ((row, link.remote_field) for row in rows for _, link in _links(type(row)) if link.one_to_one)
    found = (link.get_cached_value(row, default=None) for row, link in links)
    return tuple(row for row in found if row is not None)


def keys_named(
    asked: Mapping[type[Model], Collection[int]], *, link: str
) -> dict[tuple[type[Model], int], int]:
    """Of these rows of several tables the key that the foreign key `link` of each holds: one query for all."""
    tables = [table for table, keys in asked.items() if keys]
    each = [
        _key_of(table, link=link, place=place, keys=len(asked[table])) for place, table in enumerate(tables)
    ]
    values = [key for table in tables for key in asked[table]]
    rows = answers(" UNION ALL ".join(each), values) if each else ()
    return {(tables[place], row): key for place, row, key in rows if key is not None}


def _key_of(table: type[Model], *, link: str, place: int, keys: int) -> str:
    own: Any = table._meta
    places = ", ".join(["%s"] * keys)
    return f'SELECT {place}, "{own.pk.column}", "{own.get_field(link).column}" FROM "{own.db_table}" WHERE "{own.pk.column}" IN ({places})'


def rows_of_each(asked: Sequence[QuerySet[Any]]) -> list[list[Any]]:
    """The rows of each query, with what it joins, in its order: one statement for all."""
    here: Any = connections[DEFAULT_DB_ALIAS]
    if here.vendor != "sqlite":
        return [list(rows) for rows in asked]
    compilers = [rows.query.get_compiler(DEFAULT_DB_ALIAS) for rows in asked]
    parts: list[tuple[str, int, Sequence[Any]]] = []
    found: list[list[Any]] = [[] for _ in asked]
    places: list[int] = []
    for place, compiler in enumerate(compilers):
        try:
            statement, values = compiler.as_sql()
        except EmptyResultSet:
            continue
        # without a LIMIT SQLite may forget the order of what stands within another query
        parts.append((f"SELECT * FROM ({statement} LIMIT -1)", len(compiler.select), values))
        places.append(place)
    for place, rows in zip(places, _below_one_another(parts), strict=True):
        found[place] = _of_query(asked[place], compilers[place], rows=rows)
    return found


def _of_query(asked: QuerySet[Any], compiler: Any, *, rows: list[list[Any]]) -> list[Any]:
    """The query's rows, made by Django as ever, from what was read already."""
    again: Any = asked.all()
    again.query.get_compiler = lambda *_, **__: compiler
    compiler.execute_sql = lambda *_, **__: [rows]
    return list(again)


def _by_table(owners: Iterable[Model]) -> dict[type[Model], list[Model]]:
    found: dict[type[Model], list[Model]] = {}
    for row in owners:
        found.setdefault(type(row), []).append(row)
    return found


@cache
def _links(table: type[Model]) -> tuple[tuple[str, Any], ...]:
    """Name and foreign key of each list that other tables keep of the row, and of each row that is its own."""
    found = (row for row in table._meta.related_objects if not row.many_to_many and row.get_accessor_name())
    return tuple((str(row.get_accessor_name()), row.field) for row in found)


def _asked_of(table: type[Model], rows: list[Model], *, joined: Joined) -> Iterator[_Asked]:
    for name, link in _links(table):
        without = tuple(row for row in rows if not _is_known(row, name, link=link))
        yield _Asked(name, link, without, joined.get(name, ()))


def _is_known(row: Model, name: str, *, link: Any) -> bool:
    if link.one_to_one:
        return bool(link.remote_field.is_cached(row))
    return name in lists_of(row) or name in prefetched(row)


def _read_each(here: Any, asked: Sequence[_Asked]) -> Iterator[list[Any]]:
    """The rows of each, in their model's order."""
    if here.vendor != "sqlite":
        filled = _which_are_filled(asked)
        for place, one in enumerate(asked):
            values = list(one.keys)
            found = answers(one.statement + order_of(one.link.model), values) if place in filled else ()
            yield [joined_row(one.link.model, joined=one.joined, values=list(row)) for row in found]
        return
    parts = [(one.statement, one.width, one.keys) for one in asked]
    for one, found in zip(asked, _below_one_another(parts), strict=True):
        yield _in_order([joined_row(one.link.model, joined=one.joined, values=row) for row in found])


def _which_are_filled(asked: Sequence[_Asked]) -> set[int]:
    each = [f"SELECT {place} WHERE EXISTS ({one.statement})" for place, one in enumerate(asked)]
    values = [key for one in asked for key in one.keys]
    return {place for (place,) in answers(" UNION ALL ".join(each), values)} if each else set()


def _in_order(rows: list[Any]) -> list[Any]:
    """As the database orders them on SQLite: what stands empty first."""
    for name in reversed(rows[0]._meta.ordering if rows else ()):
        field = str(name).removeprefix("-")
        attribute = rows[0]._meta.get_field(field).attname
        rows.sort(key=lambda row: _sorting(getattr(row, attribute)), reverse=str(name).startswith("-"))
    return rows


def _sorting(value: Any) -> tuple[bool, Any]:
    return (value is not None, value if value is not None else 0)


def _below_one_another(parts: Sequence[tuple[str, int, Sequence[Any]]]) -> list[list[list[Any]]]:
    """What each (statement, columns, values) finds on SQLite, by one statement."""
    found: list[list[list[Any]]] = [[] for _ in parts]
    if not parts:
        return found
    widest = max(width for _, width, _ in parts)
    # the first one names the columns: from a table, its types would be held to be those of all
    each = [f"SELECT {', '.join(['NULL'] * (widest + 1))} WHERE 0"]
    each += [
        f"SELECT {place}, part.*{', NULL' * (widest - width)} FROM ({statement}) part"
        for place, (statement, width, _) in enumerate(parts)
    ]
    values = [value for _, _, own in parts for value in own]
    for row in answers(" UNION ALL ".join(each), values):
        found[row[0]].append(list(row[1 : parts[row[0]][1] + 1]))
    return found
