"""The only place for raw SQL: triggers that make a table append-only, for SQLite and PostgreSQL."""

from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def execute(schema_editor: BaseDatabaseSchemaEditor, *, sqlite: str, postgresql: str) -> None:
    """Run one statement in the dialect of the connection (used from migrations only)."""
    statement = {"sqlite": sqlite, "postgresql": postgresql}[schema_editor.connection.vendor]
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(statement)
