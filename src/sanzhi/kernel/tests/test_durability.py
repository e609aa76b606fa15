"""Commands that come together, without a database: each is answered after a sync that took its work, or not at all."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

import pytest
from django.db import OperationalError

from sanzhi.kernel import durability
from sanzhi.kernel.durability import GroupCommit, Task

WRITERS = 6
ROUNDS = 20
GONE = "the disk is gone"

who: ContextVar[int] = ContextVar("who")


class Disk:
    """What was written, and what a power cut would leave of it: all that the last sync took. Fails from sync `broken` on."""

    def __init__(self, *, broken: int = 10**9) -> None:
        self.written: list[str] = []
        self.kept: list[str] = []
        self.syncs = 0
        self._broken = broken

    @contextmanager
    def synced(self) -> Iterator[None]:
        yield
        self.syncs += 1
        time.sleep(0.001)  # a disk takes its time: meanwhile others come
        if self.syncs >= self._broken:
            raise OSError(5, GONE)
        self.kept = list(self.written)


def at_once(work: Callable[[int], None]) -> None:
    threads = [threading.Thread(target=work, args=(number,)) for number in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize(
    ("broken", "all_answered"),
    [
        pytest.param(10**9, True, id="whole"),
        pytest.param(1, False, id="never"),
        pytest.param(5, False, id="breaks"),
    ],
)
def test_only_what_the_disk_has_is_answered(broken: int, *, all_answered: bool) -> None:
    disk = Disk(broken=broken)
    together = GroupCommit(disk.synced)
    answered: list[str] = []
    refused: list[str] = []
    lost: list[str] = []

    def write(writer: int) -> None:
        who.set(writer)

        def work(number: int) -> str:
            line = f"<{who.get()}.{number}>"
            disk.written.append(line)
            if number % 5 == 4:
                raise ValueError(line)
            return line

        for number in range(ROUNDS):
            line = f"<{writer}.{number}>"
            try:
                told = together.carry_out(Task("write", lambda number=number: work(number)))  # type: ignore[misc]
            except ValueError as refusal:
                told = str(refusal)  # the writer's own
            except OSError:
                refused.append(line)
                continue
            assert told == line
            answered.append(line)
            if line not in disk.kept and number % 5 != 4:
                lost.append(line)

    at_once(write)
    assert lost == []
    assert len(answered) + len(refused) == WRITERS * ROUNDS
    assert len(set(disk.written)) == len(disk.written)  # each was done once
    if all_answered:
        assert refused == []
        assert disk.syncs < len(answered)  # shared
    else:
        assert disk.syncs == broken  # not tried again once it has failed


class Occupied:
    """A group commit whose leader is in the middle of a command until `go`; `later` tasks wait in other threads."""

    def __init__(self) -> None:
        self.disk = Disk()
        self.together = GroupCommit(self.disk.synced)
        self.go = threading.Event()
        self._threads = [self._begun("first", lambda: self.go.wait(10))]
        self._until(lambda: self.together._led)

    def later(self, name: str, work: Callable[[], object]) -> None:
        already = len(self.together._waiting)
        self._threads.append(self._begun(name, work))
        self._until(lambda: len(self.together._waiting) > already)

    def end(self) -> None:
        self.go.set()
        for thread in self._threads:
            thread.join()

    def _begun(self, name: str, work: Callable[[], object]) -> threading.Thread:
        thread = threading.Thread(target=lambda: self.together.carry_out(Task(name, work)))
        thread.start()
        return thread

    @staticmethod
    def _until(true: Callable[[], bool]) -> None:
        end = time.monotonic() + 10
        while not true():
            assert time.monotonic() < end
            time.sleep(0.001)


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Occupied:
    monkeypatch.setattr(durability, "COURTESY", 10.0)
    return Occupied()


def test_who_waits_is_done_by_the_leader_with_one_sync(busy: Occupied) -> None:
    doers: list[int] = []
    for name in ("second", "third"):
        busy.later(name, lambda: doers.append(threading.get_ident()))
    busy.end()
    assert len(doers) == 2
    assert (len(set(doers)), busy.disk.syncs) == (1, 1)


def test_a_command_that_took_long_leads_for_itself(busy: Occupied) -> None:
    busy.together._took["import"] = 60
    doers: list[int] = []
    busy.later("import", lambda: doers.append(threading.get_ident()))
    busy.later("quick", lambda: doers.append(threading.get_ident()))
    busy.end()
    assert (len(set(doers)), busy.disk.syncs) == (
        1,
        2,
    )  # the quick one joined the import, which came before it


def test_who_is_not_begun_in_time_is_told_and_not_done(
    busy: Occupied, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durability, "PATIENCE", 0.01)
    done: list[str] = []
    with pytest.raises(OperationalError, match="locked"):
        busy.together.carry_out(Task("late", lambda: done.append("late")))
    busy.end()
    assert done == []


def test_a_sync_that_was_interrupted_counts_for_nobody() -> None:
    began: list[str] = []

    @contextmanager
    def synced() -> Iterator[None]:
        yield
        began.append("sync")
        if len(began) == 1:
            raise KeyboardInterrupt

    together = GroupCommit(synced)
    with pytest.raises(KeyboardInterrupt):
        together.carry_out(Task("write", lambda: None))
    together.carry_out(Task("write", lambda: None))
    assert began == ["sync", "sync"]


def test_a_log_stays_open_for_its_syncs_and_is_found_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The descriptor that was open when a write-back failed in another process is the one that is told."""
    synced: list[tuple[int, int]] = []
    monkeypatch.setattr(durability, "sync_file", lambda file: synced.append((file, os.fstat(file).st_ino)))
    path, log = tmp_path / "wal", durability.OpenLog()
    path.write_bytes(b"1")
    log.sync(str(path))
    log.sync(str(path))
    assert synced[0] == synced[1]
    (tmp_path / "new").write_bytes(b"2")
    (tmp_path / "new").replace(path)
    log.sync(str(path))
    assert synced[2][1] == path.stat().st_ino != synced[0][1]
