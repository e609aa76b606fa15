"""The installation's settings at its very first start."""

import errno
import os
import secrets
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured

from sanzhi.kernel import database_state
from sanzhi.kernel.testing import start
from sanzhi.project.environment import database, made_private, secret_key
from sanzhi.project.management.commands import serve

AT_ONCE = 6


def test_first_starts_at_a_time_agree_on_one_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    token = secrets.token_urlsafe
    monkeypatch.setattr(secrets, "token_urlsafe", lambda size: time.sleep(0.05) or token(size))
    keys: list[str] = []

    def start() -> None:
        keys.append(secret_key(tmp_path / "var"))

    threads = [threading.Thread(target=start) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == AT_ONCE
    assert len(set(keys)) == 1
    assert (tmp_path / "var" / "secret-key").stat().st_mode & 0o077 == 0


def test_a_key_cut_short_is_refused_and_kept(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("short", encoding="utf-8")
    with pytest.raises(ImproperlyConfigured, match="内容过短"):
        secret_key(tmp_path)
    assert (tmp_path / "secret-key").read_text(encoding="utf-8") == "short"


def test_a_key_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_bytes(bytes(range(128, 256)))
    with pytest.raises(ImproperlyConfigured, match="已损坏"):
        secret_key(tmp_path)


@pytest.mark.sqlite_only
@pytest.mark.processes
@pytest.mark.parametrize("command", ["serve", "verify", "load_catalogues /tmp"])
def test_a_database_without_its_tables_is_told(tmp_path: Path, command: str) -> None:
    here = {**os.environ, "SANZHI_VAR_DIR": str(tmp_path)}
    here.pop("SANZHI_DATABASE_URL", None)
    process = start(here, "manage.py", *command.split())
    _, errors = process.communicate(timeout=60)
    assert process.returncode and "manage.py migrate" in errors and "Traceback" not in errors


def test_a_folder_that_may_only_be_read_is_taken_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(self: Path, *_: Any, **__: Any) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(self))

    monkeypatch.setattr(Path, "chmod", read_only)
    monkeypatch.setattr(Path, "mkdir", read_only)
    made_private(tmp_path)
    with pytest.raises(ImproperlyConfigured, match="不能建立"):
        made_private(tmp_path / "missing")


def test_a_database_on_a_disk_that_takes_no_writes_is_opened_for_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "sanzhi.sqlite3"
    with closing(sqlite3.connect(place)) as made:
        made.executescript("PRAGMA journal_mode=WAL; CREATE TABLE seen (row);")
    monkeypatch.setenv("SANZHI_DATABASE_URL", f"sqlite:///{place.as_posix()}")
    assert database(tmp_path)["NAME"] == str(place)
    monkeypatch.setattr(os, "access", lambda *_: False)
    name = database(tmp_path)["NAME"]
    with closing(sqlite3.connect(name, uri=True)) as opened:
        assert opened.execute("SELECT * FROM seen").fetchall() == []
        with pytest.raises(sqlite3.OperationalError, match="readonly database"):
            opened.execute("INSERT INTO seen VALUES (1)")
    assert not database_state._takes_a_lock(name)
    with serve._alone(tmp_path):
        assert not (tmp_path / "serve.lock").exists()
    place.with_name("sanzhi.sqlite3-wal").touch()  # what was written last would not be seen
    assert database(tmp_path)["NAME"] == str(place)
