"""What is kept until something changes is never older than the last commit, whoever made it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connections, transaction

from sanzhi.kernel import clock
from sanzhi.kernel.models import ClockWatch
from sanzhi.kernel.unchanged import MOST, while_unchanged

pytestmark = [pytest.mark.sqlite_only, pytest.mark.django_db(transaction=True)]
ROW = "INSERT INTO kernel_clockwatch (seen_at) VALUES ('2026-01-01')"


def rows() -> int:
    return while_unchanged("rows", ask=asked)


def asked() -> int:
    asked.times += 1  # type: ignore[attr-defined]
    return ClockWatch.objects.count()


@pytest.fixture(autouse=True)
def _counted() -> Iterator[None]:
    asked.times = 0  # type: ignore[attr-defined]
    yield
    connections["default"].close()


def times() -> int:
    return int(asked.times)  # type: ignore[attr-defined]


def test_it_is_asked_once_until_anybody_writes() -> None:
    assert (rows(), rows(), times()) == (0, 0, 1)
    ClockWatch.objects.create(seen_at=clock.now())
    assert (rows(), rows(), times()) == (1, 1, 2)
    with transaction.atomic():
        ClockWatch.objects.create(seen_at=clock.now())
        assert (rows(), rows(), times()) == (2, 2, 4)
        transaction.set_rollback(True)
    assert rows() == 1


def test_another_day_asks_anew() -> None:
    rows()
    with clock.moved(clock.now() + timedelta(days=1)):
        rows()
    assert times() == 2


def test_the_oldest_answer_goes() -> None:
    rows()
    for key in range(MOST):
        while_unchanged(key, ask=lambda: 0)
    rows()
    assert times() == 2


def test_what_another_connection_commits_is_seen(tmp_path: Path) -> None:
    here = connections["default"]
    with closing(sqlite3.connect(tmp_path / "base", isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("CREATE TABLE kernel_clockwatch (id integer PRIMARY KEY, seen_at, jumped_to)")
        here.ensure_connection()
        own, here.connection = here.connection, sqlite3.connect(tmp_path / "base", isolation_level=None)
        try:
            raw = here.connection

            def ask() -> int:
                return int(raw.execute("SELECT count(*) FROM kernel_clockwatch").fetchone()[0])

            assert while_unchanged("rows", ask=ask) == 0
            base.execute(ROW)
            assert while_unchanged("rows", ask=ask) == 1
            raw.close()
        finally:
            here.connection = own
