"""Whether the database can be written to, asked without writing; whether it is whole in itself."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections

from sanzhi.kernel import db, disk_space


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


def is_without_room() -> bool:
    """Whether the disk of the database's file is full: it takes the lock, and no write. PostgreSQL's is not ours to ask."""
    here = connections[DEFAULT_DB_ALIAS]
    return here.vendor == "sqlite" and disk_space.is_full(Path(here.settings_dict["NAME"]).parent)


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


def broken_parts() -> Iterator[tuple[str, int | str, str]]:
    """(table, row or place, sentence) of what SQLite itself finds wrong: indexes without their rows, rows that name none."""
    here = connections[DEFAULT_DB_ALIAS]
    if here.vendor != "sqlite":
        return
    with here.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        for (said,) in cursor.fetchall():
            if said != "ok":
                yield "database", said, "数据库文件自身不一致。"
        cursor.execute("PRAGMA foreign_key_check")
        for table, row, named, _ in cursor.fetchall():
            yield table, row, f"所指的 {named} 中没有这一行。"
        # the searched texts have large keys by themselves
        counts = "SELECT name, seq FROM sqlite_sequence WHERE seq > %s AND name <> 'kernel_searchtext'"
        cursor.execute(counts, [1 << 62])
        for table, seq in cursor.fetchall():
            yield table, seq, "编号计数被改大，不能再写入。"
    for table, largest in db.counts_set_back():
        yield table, largest, "数据库的编号计数被删除或者改小。"
