"""A lock on a file that dies with its process; for work on files that only one process may do at a time."""

import errno
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class AlreadyLocked(Exception):
    """Another process, or another request, holds the lock."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock on `path` (made if absent); waits for it. One that may only be read is held as well."""
    with _opened(path) as file:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        yield  # closing the file gives the lock back


def _opened(path: Path) -> IO[bytes]:
    try:
        return path.open("a+b")
    except OSError as failure:
        if failure.errno in {errno.EROFS, errno.EACCES} and path.exists():
            return path.open("rb")
        raise


@contextmanager
def locked_at_once(path: Path) -> Iterator[None]:
    """Hold the lock on `path`, or raise AlreadyLocked without waiting."""
    with path.open("a+b") as file:
        try:
            if sys.platform == "win32":
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as taken:
            raise AlreadyLocked(str(path)) from taken
        yield
