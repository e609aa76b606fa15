"""One byte range of a Range header (RFC 9110 §14); more than one is refused."""

import re
from dataclasses import dataclass

ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


@dataclass(frozen=True)
class ByteRange:
    """Both ends included."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


class Unsatisfiable(ValueError):
    """No byte of the file lies in the range, or more than one range was asked for (416)."""


def byte_range(header: str, size: int) -> ByteRange | None:
    """The range that `header` asks of a file of `size` bytes; None for the whole. Raises Unsatisfiable."""
    if not header.startswith("bytes="):
        return None  # another unit: to be ignored
    match = ONE_RANGE.fullmatch(header.strip())
    if match is None or match.group(0) == "bytes=-":
        raise Unsatisfiable(header)
    first, last = match.groups()
    if not first:
        found = ByteRange(max(0, size - int(last)), size - 1)
    else:
        found = ByteRange(int(first), min(int(last), size - 1) if last else size - 1)
    if found.first > found.last or found.first >= size:
        raise Unsatisfiable(header)
    return found
