"""What `serve` puts in order before the first page, and what it says when it cannot."""

import errno
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError
from django.templatetags.static import static
from pytest_django import Settings

from sanzhi.kernel import disk_space
from sanzhi.project import collected, starting

COLLECTED = {"BACKEND": "sanzhi.project.page_files.PageFiles"}  # as in the settings


@pytest.mark.parametrize("number", [errno.EROFS, errno.ENOSPC])
def test_where_nothing_is_collected_the_programs_own_files_serve(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def not_taken(*_: Any, **__: Any) -> None:
        raise OSError(number, "No")

    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STATIC_ROOT.mkdir()
    half = settings.STATIC_ROOT / "half.css"
    half.touch()
    monkeypatch.setattr(starting, "call_command", not_taken)
    starting.collect_files()
    assert half.exists() == (number == errno.EROFS)  # half of what had room is not served
    settings.STORAGES = {**settings.STORAGES, "staticfiles": COLLECTED}
    assert static("ui/mark.svg") == "/static/ui/mark.svg"


def test_files_that_cannot_be_collected(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(starting, "call_command", broken)
    with pytest.raises(CommandError, match="不能启动"):
        starting.collect_files()


def test_on_a_full_disk_nothing_is_cleared_away(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Path(settings.STATIC_ROOT) / "kept.css"
    kept.touch()
    (kept.parent / starting.MANIFEST).touch()
    monkeypatch.setattr(disk_space, "LEAST", 1 << 62)
    starting.collect_files()
    assert kept.exists()
    monkeypatch.undo()
    starting.collect_files()
    assert not kept.exists()


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
    settings.STORAGES = {**settings.STORAGES, "staticfiles": COLLECTED}
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
