"""A lock on a file that dies with its process; for work on files that only one process may do at a time."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class AlreadyLocked(Exception):
    """Another process, or another request, holds the lock."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock on `path` (made if absent); waits for it."""
    with path.open("a+b") as file:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        yield  # closing the file gives the lock back


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
