"""The scene of every recordings test: its own store, the clock at 15:00 on the day of the inspection."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from sanzhi.kernel import clock
from sanzhi.recordings.tests.scene import NOW, Scene, open_scene


@pytest.fixture
def scene(db: None, settings: Settings, tmp_path: Path) -> Iterator[Scene]:
    settings.SANZHI_STORAGE_ROOT = tmp_path / "files"
    settings.SANZHI_LEDGER_DIR = tmp_path / "ledger"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with clock.moved(NOW):
        yield open_scene()
