"""What every test of the tree shares: the bureau and its stories, and the ear for refusals."""

import gc
import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.db.backends.signals import connection_created
from django.test import TransactionTestCase

from sanzhi.kernel import schema
from sanzhi.ledger.testing import lifted

EMPTYING = "_fixture_teardown"

pytest_plugins = ("tests.refusals.plugin", "tests.stories", "tests.fees", "tests.licences")


def pytest_configure() -> None:
    """Papers of the tests lead to an address of nobody, in processes that they start as well. The collector does not go through the whole house each time: a tenth of the time of a run."""
    settings.SANZHI_PUBLIC_URL = os.environ["SANZHI_PUBLIC_URL"] = "http://zhifa.example.gov.cn"
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    # no test cuts the power of the machine, and what a killed process wrote is there without waiting for the disk
    os.fsync = lambda _: None
    connection_created.connect(_reverse_what_is_unordered)


def _reverse_what_is_unordered(connection: Any, **_: Any) -> None:
    """PostgreSQL owes no order to who asks for none; SQLite then gives the last row first, so that a test sees it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA reverse_unordered_selects = ON")


@pytest.fixture(scope="session")
def fresh_schema(django_db_blocker: Any) -> None:
    """What verification compares the database with, made before a test forbids every second database."""
    with django_db_blocker.unblock():
        schema.made_anew()


@pytest.fixture(autouse=True, scope="session")
def _ledger_can_be_emptied() -> Iterator[None]:
    """A transactional test's database is emptied after it; the locks stand again before the next test begins."""
    empty = getattr(TransactionTestCase, EMPTYING)

    def without_locks(self: TransactionTestCase) -> None:
        with lifted():
            empty(self)
        if (
            connection.vendor == "sqlite"
        ):  # to a copy the counts of emptied tables are rows that somebody took out
            with connection.cursor() as cursor:
                cursor.execute(
                    "DELETE FROM sqlite_sequence WHERE name IN ('ledger_entry', 'ledger_rowseal')"
                    " AND NOT EXISTS (SELECT 1 FROM ledger_entry)"
                )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, EMPTYING, without_locks)
        yield
