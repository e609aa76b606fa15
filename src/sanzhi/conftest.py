"""Shared fixtures: no test needs built assets or touches the installation's files."""

from pathlib import Path

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _unhashed_static_files(settings: Settings) -> None:
    """Pages render without `collectstatic` having run."""
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": plain}


@pytest.fixture(autouse=True)
def _own_folders(settings: Settings, tmp_path: Path) -> None:
    """No test writes into the installation's ledger or files."""
    settings.SANZHI_LEDGER_DIR = tmp_path / "ledger"
    settings.SANZHI_STORAGE_ROOT = tmp_path / "files"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir(exist_ok=True)
