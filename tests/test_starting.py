"""What `serve` puts in order before the first page, and what it says when it cannot."""

import errno
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError
from pytest_django import Settings

from sanzhi.project import collected, starting


def test_files_that_cannot_be_collected(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(*_: Any, **__: Any) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    settings.STATIC_ROOT = tmp_path
    monkeypatch.setattr(starting, "call_command", read_only)
    with pytest.raises(CommandError, match="不能启动"):
        starting.collect_files()
    (tmp_path / starting.MANIFEST).touch()
    starting.collect_files()


def found() -> list[str]:
    return [f"{finding.row}：{finding.sentence}" for finding in collected.static_findings()]


def test_what_is_served_is_what_the_program_brings(settings: Settings, tmp_path: Path) -> None:
    assert found() == []  # no start yet
    starting.collect_files()
    assert found() == []
    root = Path(settings.STATIC_ROOT)
    script = root / "ui" / "screen.js"
    whole = script.read_bytes()
    script.write_bytes(whole + b"//")
    assert found() == ["ui/screen.js：内容被改动。"]
    script.unlink()
    assert found() == ["ui/screen.js：文件缺失。"]
    (tmp_path / "screen.js").write_bytes(whole)
    script.symlink_to(tmp_path / "screen.js")
    assert found() == ["ui/screen.js：内容被改动。"]
    script.unlink()
    script.write_bytes(whole)
    (root / "ui" / "spoil.js").touch()
    (root / "spoil").symlink_to(tmp_path)
    assert found() == [f"{name}：不是本系统的文件：被绕过系统放入。" for name in ("spoil", "ui/spoil.js")]


def test_what_was_collected_is_its_owners_only(settings: Settings) -> None:
    written = {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}  # as in the settings
    settings.STORAGES = {**settings.STORAGES, "staticfiles": written}
    root = Path(settings.STATIC_ROOT)
    starting.collect_files()
    kept = list(root.rglob("*"))
    assert any(path.name == starting.MANIFEST for path in kept) and any(path.suffix == ".gz" for path in kept)
    for path in kept:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_where_nothing_can_be_collected_nothing_is_called_right(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    starting.collect_files()

    def full(*_: Any, **__: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    collected._due.cache_clear()
    monkeypatch.setattr(collected, "call_command", full)
    assert found() == ["全部：临时目录写不进（No space left on device），没有核对。"]
