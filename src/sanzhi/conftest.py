"""Shared fixtures: no test needs built assets, or touches the installation's files, or leaves the ledger unlocked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import TransactionTestCase
from pytest_django import Settings

from sanzhi.ledger.testing import lifted

EMPTYING = "_fixture_teardown"


@pytest.fixture(autouse=True, scope="session")
def _ledger_can_be_emptied() -> Iterator[None]:
    """A transactional test's database is emptied after it; the locks stand again before the next test begins."""
    empty = getattr(TransactionTestCase, EMPTYING)

    def without_locks(self: TransactionTestCase) -> None:
        with lifted():
            empty(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, EMPTYING, without_locks)
        yield


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
