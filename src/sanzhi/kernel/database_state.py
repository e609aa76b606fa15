"""Whether the database can be written to, asked without writing."""

import sqlite3
from contextlib import closing

from django.db import DEFAULT_DB_ALIAS, connections


def is_writable() -> bool:
    """False for a disk or a database that may only be read; one that is being written to counts as writable."""
    here = connections[DEFAULT_DB_ALIAS]
    with here.cursor() as cursor:
        if here.vendor != "sqlite":
            cursor.execute("SHOW transaction_read_only")
            return bool(cursor.fetchone()[0] == "off")
        cursor.execute("PRAGMA query_only")
        if cursor.fetchone()[0]:
            return False
    return _takes_a_lock(str(here.settings_dict["NAME"]))


def _takes_a_lock(name: str) -> bool:
    if name.endswith("immutable=1"):  # it would take the lock, and no write
        return False
    with closing(
        sqlite3.connect(name, timeout=0, isolation_level=None, uri=name.startswith("file:"))
    ) as probe:
        try:
            probe.execute("BEGIN IMMEDIATE")
            probe.execute("ROLLBACK")
        except sqlite3.OperationalError as failure:
            return "locked" in str(failure)
    return True
