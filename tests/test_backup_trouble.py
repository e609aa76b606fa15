"""A backup or a restoration that the disk does not take ends with one sentence, and leaves nothing that looks whole."""

import errno
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from sanzhi.ledger.log_files import log_folder
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


def test_many_files_that_were_not_copied_are_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = "[Errno 28] No space left on device: '/log/tile' -> '/backup/tile'"

    def broken(*_: Any, **__: Any) -> None:
        raise shutil.Error([("/log/tile", "/backup/tile", said)] * 300)

    monkeypatch.setattr(making, "copy_log", broken)
    with pytest.raises(CommandError) as told:
        call_command("backup", str(tmp_path / "backups"))
    assert str(told.value) == (
        "备份没有做成：/backup/tile 磁盘已满，请清理磁盘或者换一个地方（这样没有复制成的共300件）。"
    )


def test_a_log_that_may_only_be_read_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = Path(settings.SANZHI_LEDGER_DIR)
    log_folder().public.mkdir(parents=True, exist_ok=True)
    open_of, access = Path.open, os.access

    def only_read(self: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if self.is_relative_to(root) and set(mode) & set("wa+"):
            raise OSError(errno.EROFS, "Read-only file system", str(self))
        return open_of(self, mode, *rest, **more)

    def may(path: Any, mode: int) -> bool:
        return not (Path(path).is_relative_to(root) and mode == os.W_OK) and access(path, mode)

    monkeypatch.setattr(Path, "open", only_read)
    monkeypatch.setattr(os, "access", may)
    for is_locked_before in (False, True):
        if is_locked_before:
            os.close(os.open(root / "lock", os.O_CREAT))
        else:
            (root / "lock").unlink(missing_ok=True)
        making.copy_log(log_folder(), tmp_path / f"{is_locked_before}")
        assert (tmp_path / f"{is_locked_before}" / "log").is_dir()


def test_a_folder_without_a_database_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making.database_copy, "is_empty", lambda: True)
    with pytest.raises(CommandError, match="里没有建好的数据库"):
        call_command("backup", str(tmp_path / "backups"), "--keys", str(tmp_path / "keys"))
    assert not (tmp_path / "backups").exists() and not (tmp_path / "keys").exists()
