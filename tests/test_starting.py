"""What `serve` puts in order before the first page, and what it says when it cannot."""

import errno
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError
from pytest_django import Settings

from sanzhi.project import starting


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
