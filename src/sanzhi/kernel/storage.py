"""Content-addressed files: named by their SHA-256, hashed while they arrive, never rewritten, never guessed.

If we stop in the middle of a write, a temporary file remains and no content: the name appears only by an
atomic rename after the bytes are on disk.
"""

import hashlib
import os
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from sanzhi.kernel.errors import Undelivered

CHUNK = 1 << 20
GONE = (
    "原件在存储中缺失或者读不出来，现在不能查看、下载。请告诉系统管理员：运行 manage.py verify 会列出缺失的文件，"
    "从备份放回后即可查看。"
)


@dataclass(frozen=True)
class Stored:
    """`sha256` is 64 hexadecimal digits, `size` bytes."""

    sha256: str
    size: int


@contextmanager
def _disk_trouble_told() -> Iterator[None]:
    try:
        yield
    except OSError as failure:
        raise Undelivered(f"存储写入失败：{failure.strerror}。请检查磁盘空间后重试。") from failure


class DiskStore:
    """The store on a local disk: `root/ab/cd/abcd….`"""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, sha256: str) -> Path:
        if len(sha256) != 64 or not set(sha256) <= set("0123456789abcdef"):
            raise ValueError("not a SHA-256 in lower-case hexadecimal")
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def put(self, chunks: Iterable[bytes]) -> Stored:
        """Store what `chunks` yields. A source that breaks raises its own error and leaves nothing."""
        with _disk_trouble_told():
            self.root.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.root, prefix="arriving-")
        digest, size = hashlib.sha256(), 0
        try:
            with os.fdopen(handle, "wb") as file:
                for chunk in chunks:
                    digest.update(chunk)
                    size += len(chunk)
                    with _disk_trouble_told():
                        file.write(chunk)
                with _disk_trouble_told():
                    file.flush()
                    os.fsync(file.fileno())
            with _disk_trouble_told():
                self._settle(Path(name), digest.hexdigest())
        finally:
            Path(name).unlink(missing_ok=True)
        return Stored(digest.hexdigest(), size)

    def adopt(self, path: Path, *, sha256: str) -> Stored:
        """Take over a complete file on the same disk, of which the caller knows the hash: rename it into place."""
        with _disk_trouble_told():
            with path.open("rb+") as file:
                os.fsync(file.fileno())
                size = os.fstat(file.fileno()).st_size
            self._settle(path, sha256)
        return Stored(sha256, size)

    def _settle(self, temporary: Path, sha256: str) -> None:
        target = self.path(sha256)
        if target.exists():
            target.touch()  # the same bytes are there already: stored once, and wanted anew (`discard`)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        os.replace(temporary, target)
        target.chmod(0o400)
        directory = os.open(target.parent, os.O_RDONLY) if os.name == "posix" else None
        if directory is not None:
            os.fsync(directory)
            os.close(directory)

    def discard(self, sha256: str, *, older_than: float) -> bool:
        """Erase a file that no row names any more, unless it came in, again too, within so many seconds: whoever sent it
        may be about to name it. False: not yet. If we stop before, it is there; after, it is gone."""
        path = self.path(sha256)
        if not path.exists():
            return True
        if time.time() - path.stat().st_mtime < older_than:
            return False
        with _disk_trouble_told():
            path.unlink()
        return True

    def all(self) -> Iterator[str]:
        """The SHA-256 of every file that is kept, in their order."""
        pattern = "/".join(["[0-9a-f]" * 2, "[0-9a-f]" * 2, "[0-9a-f]" * 64])
        return iter(sorted(path.name for path in self.root.glob(pattern)))

    def is_whole(self, sha256: str) -> bool:
        """Whether the file is there and still holds what its name says."""
        try:
            with self.path(sha256).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except OSError:
            return False

    def open(self, sha256: str) -> BinaryIO:
        """Undelivered when the file is gone or cannot be read."""
        try:
            return self.path(sha256).open("rb")
        except OSError as failure:
            raise Undelivered(GONE) from failure

    def has(self, sha256: str) -> bool:
        return self.path(sha256).exists()

    def size(self, sha256: str) -> int:
        return self.path(sha256).stat().st_size


def store() -> DiskStore:
    """The store that SANZHI_STORAGE_URL names."""
    return _store_at(settings.SANZHI_STORAGE_ROOT)


@cache
def _store_at(root: str | Path) -> DiskStore:
    return DiskStore(Path(root))


def read_in_chunks(file: BinaryIO, *, start: int = 0, length: int | None = None) -> Iterator[bytes]:
    """The bytes from `start`, at most `length`, in pieces; closes the file at the end."""
    with file:
        file.seek(start)
        left = length
        while left is None or left > 0:
            chunk = file.read(CHUNK if left is None else min(CHUNK, left))
            if not chunk:
                return
            if left is not None:
                left -= len(chunk)
            yield chunk
