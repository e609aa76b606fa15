"""A command is answered when its commit is on the disk; neighbours in other threads share one sync (SQLite, WAL).

Commits go into the write-ahead log in their order and a sync takes all that stand there, so one that began after a
commit makes it durable. Refuses to go on after a failed sync: the operating system may have dropped the pages.
PostgreSQL does the same by itself; where there is no WAL file each commit waits alone.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, OperationalError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from sanzhi.kernel import db

PATIENCE = 20.0  # seconds for one's turn to write, as `timeout` in the settings

sync_file: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)  # what SQLite itself calls


class SharedSync:
    """Who waits while a sync is running is taken by the next one, together with all who came meanwhile."""

    def __init__(self, sync: Callable[[str], None]) -> None:
        self._sync = sync
        self._changed = threading.Condition()
        self._asked = self._synced = 0
        self._running = False
        self._failed: OSError | None = None

    def wait(self, path: str) -> None:
        """Return when everything written to `path` before this call is on the disk. OSError when it cannot be."""
        with self._changed:
            self._asked += 1
            mine = self._asked
            while self._running and self._synced < mine:
                self._changed.wait()
            self.refuse_after_failure()
            if self._synced >= mine:
                return
            self._running, taken = True, self._asked
        self._lead(path, taken=taken)

    def refuse_after_failure(self) -> None:
        """OSError for ever after one: only a new start, which reads the log from the disk, knows what stands."""
        if self._failed:
            raise OSError(self._failed.errno, "数据未能写入硬盘；请检查硬盘，然后重新启动") from self._failed

    def _lead(self, path: str, *, taken: int) -> None:
        reached = self._synced
        try:
            self._sync(path)
            reached = taken
        except OSError as failed:
            self._failed = failed
            raise
        finally:
            with self._changed:
                self._running, self._synced = False, reached
                self._changed.notify_all()


def sync_path(path: str) -> None:
    file = os.open(path, os.O_RDWR)
    try:
        sync_file(file)
    finally:
        os.close(file)


shared_sync = SharedSync(sync_path)
_turn = threading.Lock()  # SQLite lets one write at a time and has the others poll; here they queue


@contextmanager
def durable_transaction() -> Iterator[None]:
    """A transaction that is on the disk before its `on_commit` hooks run and before the block ends."""
    here = connections[DEFAULT_DB_ALIAS]
    log = _write_ahead_log(here)
    if log is None:
        with transaction.atomic():
            yield
        return
    turn = _Turn(here)

    def answer() -> None:
        turn.end()  # the next one may write while we wait
        # If we stop here, the commit stands, or goes with the power; nobody was told that it stands.
        shared_sync.wait(log)

    try:
        turn.begin()
        with transaction.atomic():
            transaction.on_commit(answer)  # the first hook: the others find the commit durable
            yield
    finally:
        turn.end()


class _Turn:
    """One thread's turn to write, with commits that keep their order but do not wait for the disk."""

    def __init__(self, here: BaseDatabaseWrapper) -> None:
        self._here = here
        self._mine = False

    def begin(self) -> None:
        if not _turn.acquire(timeout=PATIENCE):
            raise OperationalError("database is locked")
        self._mine = True
        shared_sync.refuse_after_failure()
        db.synchronous(self._here, "NORMAL")

    def end(self) -> None:
        if self._mine:
            self._mine = False
            _turn.release()
            db.synchronous(self._here, "FULL")


def _write_ahead_log(here: BaseDatabaseWrapper) -> str | None:
    """Where this connection's commits are written first; None where each commit has to wait alone."""
    if here.vendor != "sqlite" or here.in_atomic_block or db.is_hasty():
        return None
    here.ensure_connection()  # opens the log where there is one
    path = f"{here.settings_dict['NAME']}-wal"
    return path if os.path.exists(path) else None
