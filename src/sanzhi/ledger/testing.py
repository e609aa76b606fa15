"""For tests only: lifts the append-only locks so that a test's database can be emptied, and sets them again."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connection

_append_only = import_module("sanzhi.ledger.migrations.0002_append_only")


def set_locks() -> None:
    _append_only.set_locks(None, connection.schema_editor())


def lift_locks() -> None:
    _append_only.lift_locks(None, connection.schema_editor())


@contextmanager
def lifted() -> Iterator[None]:
    """Within the block rows of the ledger may be changed by hand, as someone with the database's password could."""
    lift_locks()
    try:
        yield
    finally:
        set_locks()
