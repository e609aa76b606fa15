"""Sharing a sync, without a database: what was written before one asked is in what the sync took, or nobody is answered."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sanzhi.kernel.durability import SharedSync

WRITERS = 6
ROUNDS = 20


class Disk:
    """A file and what a power cut would leave of it: the bytes that the last sync took. Fails from sync `broken` on."""

    def __init__(self, path: Path, *, broken: int) -> None:
        self.path = path
        self.kept = ""
        self.syncs = 0
        self._broken = broken

    def sync(self, path: str) -> None:
        self.syncs += 1
        taken = Path(path).read_text(encoding="utf-8")
        time.sleep(0.001)  # a disk takes its time: meanwhile others write and come to wait
        if self.syncs >= self._broken:
            raise OSError(5, "the disk is gone")
        self.kept = taken


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
def test_only_what_the_disk_has_is_answered(tmp_path: Path, broken: int, *, all_answered: bool) -> None:
    disk = Disk(tmp_path / "log", broken=broken)
    shared = SharedSync(disk.sync)
    answered: list[str] = []
    refused: list[str] = []
    lost: list[str] = []

    def write(writer: int) -> None:
        for number in range(ROUNDS):
            line = f"<{writer}.{number}>"
            with disk.path.open("a", encoding="utf-8") as file:
                file.write(line)
            try:
                shared.wait(str(disk.path))
            except OSError:
                refused.append(line)
            else:
                answered.append(line)
                if line not in disk.kept:
                    lost.append(line)

    at_once(write)
    assert lost == []
    assert len(answered) + len(refused) == WRITERS * ROUNDS
    assert (refused == []) is all_answered
    if all_answered:
        assert disk.syncs < len(answered)  # shared
    else:
        assert disk.syncs == broken  # not tried again once it has failed


def test_a_sync_that_was_interrupted_counts_for_nobody() -> None:
    began: list[str] = []

    def sync(path: str) -> None:
        began.append(path)
        if len(began) == 1:
            raise KeyboardInterrupt

    shared = SharedSync(sync)
    with pytest.raises(KeyboardInterrupt):
        shared.wait("log")
    shared.wait("log")
    assert began == ["log", "log"]
