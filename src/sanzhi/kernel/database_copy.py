"""The whole database, copied while it is worked with, opened beside the real one, and put into an empty place.

SQLite by its online backup, one moment's state; PostgreSQL by its own pg_dump and pg_restore.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections

from sanzhi.kernel.errors import Undelivered

COPY = "copy"  # the alias under which a copy is opened


def is_sqlite() -> bool:
    return connections[DEFAULT_DB_ALIAS].vendor == "sqlite"


def is_empty() -> bool:
    """Whether nothing was ever put into the database; a file of SQLite may be missing."""
    here = connections[DEFAULT_DB_ALIAS]
    if is_sqlite() and not _is_there(str(here.settings_dict["NAME"])):
        return True
    return not here.introspection.table_names()


def _is_there(name: str) -> bool:
    place = Path(name)
    return not place.is_absolute() or (place.exists() and place.stat().st_size > 0)


def copy_to(target: Path) -> None:
    """Copy the database as it is at one moment into the file `target`; others go on writing meanwhile."""
    here = connections[DEFAULT_DB_ALIAS]
    if not is_sqlite():
        _postgres("pg_dump", "--format=custom", "--no-owner", f"--file={target}")
        return
    here.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        here.connection.backup(copy)  # all pages in one go: one snapshot, and nobody waits
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    descriptor = os.open(target, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


def put_back(source: Path) -> None:
    """Put the copy into the empty database that the settings name."""
    here = connections[DEFAULT_DB_ALIAS]
    if not is_sqlite():
        _postgres("pg_restore", "--no-owner", "--exit-on-error", "--dbname={name}", str(source))
        return
    here.close()
    place = Path(here.settings_dict["NAME"])
    place.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(source)) as copy, closing(sqlite3.connect(place)) as target:
        copy.backup(target)


@contextmanager
def opened(source: Path) -> Iterator[str]:
    """The alias under which the rows of a copy can be read; SQLite only. Undelivered when the file is damaged."""
    connections.databases[COPY] = {
        **connections.databases[DEFAULT_DB_ALIAS],
        "NAME": str(source),
        "OPTIONS": {},
    }
    try:
        with connections[COPY].cursor() as cursor:
            cursor.execute("PRAGMA quick_check")
            if [row[0] for row in cursor.fetchall()] != ["ok"]:
                raise Undelivered(f"数据库备份 {source} 损坏。")
        yield COPY
    finally:
        connections[COPY].close()
        del connections[COPY], connections.databases[COPY]


def _postgres(program: str, *arguments: str) -> None:
    settings = connections[DEFAULT_DB_ALIAS].settings_dict
    found = shutil.which(program)
    if found is None:
        raise Undelivered(
            f"没有找到 {program}，不能备份或者恢复 PostgreSQL 数据库。请安装 PostgreSQL 的客户端程序后再试。"
        )
    surroundings = {
        **os.environ,
        "LC_ALL": "C",
        "PGDATABASE": settings["NAME"],
        "PGUSER": settings["USER"],
        "PGPASSWORD": settings["PASSWORD"],
        "PGHOST": settings["HOST"],
        "PGPORT": settings["PORT"],
    }
    line = [found, *(part.format(name=settings["NAME"]) for part in arguments)]
    named = {key: value for key, value in surroundings.items() if value}
    done = subprocess.run(line, env=named, check=False, capture_output=True, text=True)
    if done.returncode and "version" in done.stderr:
        raise Undelivered(
            f"{program} 比数据库服务器或者备份旧，不能备份或者恢复。请安装与服务器同一版本或者更新的 PostgreSQL 客户端程序后再试。"
        )
    if done.returncode:
        raise Undelivered(f"{program} 没有完成：{done.stderr.strip()[-500:]}")
