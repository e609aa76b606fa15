"""For tests only: lifts the append-only locks so that a test's database can be emptied, and sets them again."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from django.db import connection

from sanzhi.ledger.log_files import log_folder
from sanzhi.ledger.note import ED25519, SigningKey

KEY = SigningKey._of("localhost:8000/ledger", algorithm=ED25519, secret=bytes(range(32)))

_append_only = import_module("sanzhi.ledger.migrations.0002_append_only")


def put_key() -> None:
    """The key under which the rows were stamped that a test finds in its database, into its own ledger folder."""
    place = log_folder().root / "key"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(f"{KEY.private_line()}\n", encoding="utf-8")


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
