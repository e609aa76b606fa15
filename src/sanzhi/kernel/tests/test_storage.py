"""Content-addressed files: once, whole, or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sanzhi.kernel import disk_space
from sanzhi.kernel.storage import DiskStore, read_in_chunks


def test_same_bytes_are_stored_once(tmp_path: Path) -> None:
    store = DiskStore(tmp_path)
    first, second = store.put([b"ab", b"c"]), store.put([b"abc"])
    assert first == second and first.size == 3
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [store.path(first.sha256)]
    assert b"".join(read_in_chunks(store.open(first.sha256), start=1, length=1)) == b"b"


def test_a_stream_that_breaks_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        DiskStore(tmp_path).put(broken())
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


@pytest.mark.parametrize("name", ["../../etc/passwd", "A" * 64, "ab"])
def test_only_hashes_are_names(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        DiskStore(tmp_path).path(name)


def test_what_rests_is_discarded_and_what_came_again_is_not(tmp_path: Path) -> None:
    kept = DiskStore(tmp_path)
    sha256 = kept.put([b"photo"]).sha256
    os.utime(kept.path(sha256), (0, 0))
    kept.put([b"photo"])  # somebody is about to name it
    assert not kept.discard(sha256, older_than=60) and kept.has(sha256)
    os.utime(kept.path(sha256), (0, 0))
    assert kept.discard(sha256, older_than=60) and not kept.has(sha256)
    assert kept.discard(sha256, older_than=60)


def test_room_is_left_for_those_who_work(tmp_path: Path) -> None:
    assert disk_space.spares(tmp_path / "not" / "there", 1)
    assert not disk_space.spares(tmp_path, 1 << 60)
