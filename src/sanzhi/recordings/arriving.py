"""Where the bytes of an upload wait until they are complete: one file each, beside the store, on the same disk.

The file's length *is* the offset: nothing else keeps it, so nothing can disagree. If we stop in the middle of a
write, the bytes that reached the disk stay, and the client asks for the offset and goes on.
"""

import hashlib
import os
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Protocol

from sanzhi.kernel.file_lock import locked_at_once
from sanzhi.kernel.storage import CHUNK, store
from sanzhi.recordings.media import HEAD


class Source(Protocol):
    """Whatever gives bytes piece by piece: a request, a file."""

    def read(self, size: int, /) -> bytes: ...


class WrongOffset(Exception):
    """The client believes that another number of bytes has arrived."""


class WrongChecksum(Exception):
    """The piece is not what its checksum says; it was taken back."""


class TooLong(Exception):
    """More bytes came than were announced; they were taken back."""


def place_of(token: str) -> Path:
    folder = store().root / "arriving"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / token


def arrived(token: str) -> int:
    """How many bytes of the upload have arrived."""
    path = place_of(token)
    return path.stat().st_size if path.exists() else 0


def head_of(token: str) -> bytes:
    with place_of(token).open("rb") as file:
        return file.read(HEAD)


def append(token: str, source: Source, *, offset: int, size: int, checksum: tuple[str, bytes] | None) -> int:
    """Append the bytes of `source` behind `offset`; returns the new offset. Constant memory.

    Raises WrongOffset, WrongChecksum, TooLong, or kernel.file_lock.AlreadyLocked when another request is writing.
    """
    with locked_at_once(place_of(f"{token}.lock")), place_of(token).open("ab") as file:
        if file.tell() != offset:
            raise WrongOffset
        try:
            _copy(source, file, room=size - offset, checksum=checksum)
        except (WrongChecksum, TooLong, OSError) as broken:
            # a piece that was cut off stays and is continued; unless a checksum stood for the whole of it
            if checksum or isinstance(broken, TooLong):
                file.truncate(offset)
            raise
        finally:
            file.flush()
            os.fsync(file.fileno())
        return file.tell()


def _copy(source: Source, file: BinaryIO, *, room: int, checksum: tuple[str, bytes] | None) -> None:
    digest = hashlib.new(checksum[0] if checksum else "sha256")
    while chunk := source.read(min(CHUNK, room + 1)):
        room -= len(chunk)
        if room < 0:
            raise TooLong
        digest.update(chunk)
        file.write(chunk)
    if checksum and digest.digest() != checksum[1]:
        raise WrongChecksum


State = tuple[int, int, int]


def state_of(token: str) -> State:
    """What no longer is the same when anything was written to the file."""
    found = place_of(token).stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def digest_of(token: str) -> str:
    """The SHA-256 of what has arrived, in hexadecimal. Seconds for a large file, and nothing when it is asked again."""
    return _digest(place_of(token), state_of(token))


@lru_cache(maxsize=64)
def _digest(path: Path, state: State) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def forget(token: str) -> None:
    """Remove what has arrived, and the lock."""
    place_of(token).unlink(missing_ok=True)
    place_of(f"{token}.lock").unlink(missing_ok=True)
