"""The only place for raw SQL: triggers that make a table append-only, for SQLite and PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def execute(schema_editor: BaseDatabaseSchemaEditor, *, sqlite: str, postgresql: str) -> None:
    """Run one statement in the dialect of the connection (used from migrations only)."""
    statement = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(statement)


@contextmanager
def in_haste() -> Iterator[None]:
    """Within the block SQLite does not wait for the disk. Only for data that can be built again from nothing."""
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=FULL")
