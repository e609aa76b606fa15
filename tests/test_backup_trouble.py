"""A backup or a restoration that the disk does not take ends with one sentence, and leaves nothing that looks whole."""

import errno
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from sanzhi.project.backups import making

pytestmark = [pytest.mark.sqlite_only, pytest.mark.django_db]


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (sqlite3.OperationalError("database or disk is full"), "磁盘已满"),
        (sqlite3.OperationalError("unable to open database file"), "数据库不能读写"),
        (OSError(errno.ENOSPC, "No space left on device"), "磁盘已满"),
        (PermissionError(errno.EACCES, "Permission denied", "/backup"), "/backup 没有权限"),
    ],
)
def test_what_the_disk_does_not_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception, said: str
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise failure

    monkeypatch.setattr(making.database_copy, "copy_to", broken)
    with pytest.raises(CommandError, match=f"备份没有做成：{said}"):
        call_command("backup", str(tmp_path / "backups"))
    assert not list((tmp_path / "backups").glob("*"))


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CommandError, match=r"备份没有做成：.*不是目录"):
        call_command("backup", str(tmp_path / "file"))
    with pytest.raises(CommandError, match=r"没有完整的备份|恢复没有做成"):
        call_command("restore", str(tmp_path / "file"))


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(self: Path) -> bool:
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "exists", forbidden)
    with pytest.raises(CommandError, match=r"恢复没有做成：.*没有权限"):
        call_command("restore", str(tmp_path))
