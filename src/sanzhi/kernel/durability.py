"""A command is answered when its commit is on the disk; commands that come together share one sync (SQLite, WAL).

SQLite lets one write at a time and has each commit wait for the disk. Here whoever comes first leads: carries out their
own command and those that others have brought meanwhile, each in a transaction of its own, syncs the write-ahead log
once, and answers. Commits stand in that log in their order, so a sync makes durable all that were before it. Refuses to
go on after a failed sync: the operating system may have dropped the pages. PostgreSQL shares its syncs by itself.
"""

import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import copy_context
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, OperationalError, connections, transaction

from sanzhi.kernel import db, write_trouble

PATIENCE = 20.0  # seconds until one's command is begun, as `timeout` in the settings
COURTESY = 0.05  # seconds that a leader's answer may wait for the commands of others: nobody notices them

Result = TypeVar("Result")
Hooks = list[Callable[[], Any]]

sync_file: Callable[[int], None] = getattr(os, "fdatasync", os.fsync)  # what SQLite itself calls


class Task(Generic[Result]):
    """A command to carry out, by whoever leads, in the context of who brought it."""

    def __init__(self, name: str, work: Callable[[], Result]) -> None:
        self.name = name
        self.leads = False
        self._work = work
        self._context = copy_context()
        self._result: Result
        self._failure: BaseException | None = None
        self._called = threading.Lock()
        self._called.acquire()

    def carry_out(self) -> None:
        try:
            self._result = self._context.run(self._work)
        except BaseException as failure:  # noqa: BLE001 - belongs to who brought it, not to who leads
            self.fail(failure)

    def fail(self, failure: BaseException) -> None:
        self._failure = self._failure or failure

    def answer(self) -> Result:
        if self._failure is not None:
            raise self._failure
        return self._result

    def call(self) -> None:
        """Let `wait` go on: the answer is there, or it is this one's turn to lead."""
        self._called.release()

    def wait(self, seconds: float = -1) -> bool:
        """False when nobody called for so long; without `seconds` wait for ever."""
        return self._called.acquire(timeout=seconds)


class GroupCommit:
    """What is carried out within `synced()` is on the disk when that has ended without OSError."""

    def __init__(self, synced: Callable[[], AbstractContextManager[None]]) -> None:
        self._synced = synced
        self._mutex = threading.Lock()
        self._led = False
        self._waiting: deque[Task[Any]] = deque()
        self._took: dict[str, float] = {}  # seconds of each command's last run
        self._failed: OSError | None = None

    def carry_out(self, task: Task[Result]) -> Result:
        """The result of `task`, or what it raised; OSError when it could not be put on the disk."""
        with self._mutex:
            if self._led:
                self._waiting.append(task)
            else:
                self._led = task.leads = True
        if not task.leads:
            self._await(task)
        if task.leads:
            self._lead(task)
        return task.answer()

    def _await(self, task: Task[Any]) -> None:
        if task.wait(PATIENCE):
            return
        with self._mutex:
            if task in self._waiting:
                self._waiting.remove(task)
                raise OperationalError("database is locked")
        task.wait()  # begun meanwhile

    def _lead(self, own: Task[Any]) -> None:
        group: list[Task[Any]] = []
        try:
            self._refuse_after_failure()
            with self._synced():
                self._carry_out_all(own, group)
            # If we stop before this, the commits stand, or go with the power; nobody was told that they stand.
        except BaseException as failure:  # noqa: BLE001 - raised by `answer`, to everyone of the group
            if isinstance(failure, OSError):
                self._failed = self._failed or failure
            for task in group or [own]:
                task.fail(failure)
        finally:
            self._give_away()
            for task in group[1:]:
                task.call()

    def _carry_out_all(self, own: Task[Any], group: list[Task[Any]]) -> None:
        end = time.monotonic() + COURTESY
        task: Task[Any] | None = own
        while task:
            group.append(task)
            begun = time.monotonic()
            task.carry_out()
            self._took[task.name] = time.monotonic() - begun
            task = self._joining(end)

    def _joining(self, end: float) -> Task[Any] | None:
        """The next who waits, if by `end` it should be done: a long import leads for itself and keeps nobody else."""
        with self._mutex:
            if self._waiting and time.monotonic() + self._took.get(self._waiting[0].name, 0) < end:
                return self._waiting.popleft()
        return None

    def _give_away(self) -> None:
        with self._mutex:
            if self._waiting:
                heir = self._waiting.popleft()
                heir.leads = True
                heir.call()
            else:
                self._led = False

    def _refuse_after_failure(self) -> None:
        """OSError for ever after one: only a new start, which reads the log from the disk, knows what stands."""
        if self._failed:
            raise OSError(self._failed.errno, "数据未能写入硬盘；请检查硬盘，然后重新启动") from self._failed


class OpenLog:
    """Syncs a file by a descriptor that stays open.

    The operating system tells a failed write-back once to each descriptor that was open then: a process that opened the
    log anew for each sync would not hear of what failed in another one, and would answer over pages that are gone.
    """

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._file: tuple[str, int] | None = None

    def sync(self, path: str) -> None:
        with self._mutex:
            if self._file is None or self._file[0] != path or not _is_at(path, self._file[1]):
                self._open(path)
            assert self._file is not None
            sync_file(self._file[1])
            if sys.platform == "win32":  # there an open file could not be taken away
                self._close()

    def _open(self, path: str) -> None:
        self._close()
        self._file = path, os.open(path, os.O_RDWR)

    def _close(self) -> None:
        if self._file is not None:
            os.close(self._file[1])
            self._file = None


def _is_at(path: str, file: int) -> bool:
    return os.path.samestat(os.stat(path), os.fstat(file))


_open_log = OpenLog()
sync_path = _open_log.sync


@contextmanager
def synced_once(sync: Callable[[str], None] = sync_path) -> Iterator[None]:
    """Commits of this thread within the block do not wait for the disk; the block's end does, once for all of them."""
    here = connections[DEFAULT_DB_ALIAS]
    here.ensure_connection()  # opens the log where there is one
    log = f"{here.settings_dict['NAME']}-wal"
    if not os.path.exists(log):
        yield  # each commit waits
        return
    db.synchronous(here, "NORMAL")
    try:
        yield
    finally:
        db.synchronous(here, "FULL")
    sync(log)


group_commit = GroupCommit(synced_once)


def durably(name: str, work: Callable[[], Result]) -> Result:
    """Do `work`, the command `name`, in a transaction that is on the disk before its `on_commit` hooks run.

    Within another transaction, in haste, and on PostgreSQL the database alone says when it is. Raises Undelivered when
    the disk is full or the database may only be read.
    """
    here = connections[DEFAULT_DB_ALIAS]
    with write_trouble.told():
        if here.vendor != "sqlite" or here.in_atomic_block or db.is_hasty():
            with transaction.atomic():
                return work()
        result, hooks = group_commit.carry_out(Task(name, lambda: _transacted(work)))
    for hook in hooks:
        hook()
    return result


def _transacted(work: Callable[[], Result]) -> tuple[Result, Hooks]:
    """The result and the hooks, which must wait for the disk: they may tell the world."""
    here = connections[DEFAULT_DB_ALIAS]  # of who leads
    with transaction.atomic():
        result = work()
        hooks: Hooks = [registered[1] for registered in here.run_on_commit]
        here.run_on_commit = []
    return result, hooks
