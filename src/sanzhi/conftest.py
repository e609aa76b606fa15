"""Shared fixtures: emptying the database after a transactional test needs the ledger's locks lifted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from sanzhi.ledger.testing import lift_locks, set_locks


@pytest.fixture(autouse=True)
def _ledger_can_be_emptied(request: pytest.FixtureRequest) -> Iterator[None]:
    marker = request.node.get_closest_marker("django_db")
    wants_transaction = bool(marker and marker.kwargs.get("transaction"))
    if not (wants_transaction or {"transactional_db", "live_server"} & set(request.fixturenames)):
        yield
        return
    request.getfixturevalue("transactional_db")
    # an earlier transactional test left them lifted: its database is emptied after this fixture ends
    lift_locks()
    set_locks()
    yield
    lift_locks()


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
