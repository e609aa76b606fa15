"""Whether the database still has the tables, locks and constraints that the migrations made, and no others.

SQLite: they are made once more in memory, and every statement is compared. PostgreSQL: that each lock is there and on.
"""

from collections.abc import Iterator
from functools import cache

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.migrations.loader import MigrationLoader

BLANK = "blank"
# SQLite's own tables by kind and name: else a trigger could take the name of one, or a like one
STATEMENTS = (
    "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    " AND NOT (type = 'table' AND name IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4'))"
)
LOCKS = (
    "SELECT t.tgname, c.relname, t.tgenabled, p.prosrc FROM pg_trigger t"
    " JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal"
)
KINDS = {"trigger": "触发器", "table": "表", "index": "索引", "view": "视图"}

Statements = dict[tuple[str, str], tuple[str, str]]


def differences() -> Iterator[tuple[str, str]]:
    """(table, sentence) of everything that stands otherwise than the migrations left it."""
    here = connections[DEFAULT_DB_ALIAS]
    if here.vendor != "sqlite":
        yield from _locks_off()
        return
    due, found = made_anew(), _statements(DEFAULT_DB_ALIAS)
    for kind, name in sorted(due.keys() | found.keys()):
        table = due.get((kind, name), found.get((kind, name), ("", "")))[0]
        caption = f"{KINDS.get(kind, kind)} {name}"
        if (kind, name) not in found:
            yield table, f"{caption}被删除。"
        elif (kind, name) not in due:
            yield table, f"{caption}不是系统建立的。"
        elif due[kind, name] != found[kind, name]:
            yield table, f"{caption}被改动。"


def unapplied() -> Iterator[str]:
    """Migrations that the database says it has not had."""
    loader = MigrationLoader(connections[DEFAULT_DB_ALIAS])
    for app, name in sorted(set(loader.graph.nodes) - set(loader.applied_migrations)):
        yield f"{app}.{name}"


def unknown() -> Iterator[str]:
    """Migrations that the database says it has had and this version does not know: one of that name would be left out."""
    loader = MigrationLoader(connections[DEFAULT_DB_ALIAS])
    for app, name in sorted(set(loader.applied_migrations) - set(loader.graph.nodes)):
        yield f"{app}.{name}"


@cache
def made_anew() -> Statements:
    """What this version's migrations make of an empty database."""
    memory = {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:", "OPTIONS": {}}
    connections.databases[BLANK] = {**connections.databases[DEFAULT_DB_ALIAS], **memory}
    try:
        call_command("migrate", database=BLANK, verbosity=0, interactive=False)
        return _statements(BLANK)
    finally:
        connections[BLANK].close()
        del connections[BLANK], connections.databases[BLANK]


def _statements(alias: str) -> Statements:
    with connections[alias].cursor() as cursor:
        cursor.execute(STATEMENTS)
        return {(kind, name): (table, sql) for kind, name, table, sql in cursor.fetchall()}


def _locks_off() -> Iterator[tuple[str, str]]:
    due = {name: table for (kind, name), (table, _) in made_anew().items() if kind == "trigger"}
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(LOCKS)
        found = {name: (table, enabled, source) for name, table, enabled, source in cursor.fetchall()}
    for name, table in sorted(due.items()):
        _, enabled, source = found.get(name, ("", "D", ""))
        if enabled != "O" or not ("RAISE EXCEPTION" in source or "INSERT INTO" in source):
            yield table, f"触发器 {name} 被删除、停用或者改动。"
