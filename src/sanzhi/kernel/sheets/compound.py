"""Opens the streams of a compound file (the container of .xls and of encrypted .xlsx), sector by sector.

Written after [MS-CFB]. Refuses chains that run in a circle or out of the file with `Broken`.
"""

import struct
from collections.abc import Mapping, Sequence

SIGN = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER, ENTRY, FREE = 512, 128, 0xFFFFFFFA  # from FREE on, numbers are marks and not sectors
STREAM, ROOT = 2, 5


class Broken(Exception):
    """The file's own tables do not hold together."""


def streams(content: bytes) -> Mapping[str, bytes]:
    """The streams by name, whatever folder they stand in."""
    if len(content) < HEADER or not content.startswith(SIGN):
        raise Broken
    shift, small_shift = struct.unpack_from("<HH", content, 30)
    if shift not in {9, 12} or small_shift != 6:
        raise Broken
    directory, cutoff, small_table = struct.unpack_from("<I4xII", content, 48)
    sectors = _Sectors(content[1 << shift :], 1 << shift)
    table = _numbers(b"".join(map(sectors.read, _table_sectors(content, sectors))))
    found: dict[str, bytes] = {}
    small: _Sectors | None = None
    entries = sectors.chain(directory, table)
    small_next = _numbers(sectors.chain(small_table, table)) if small_table < FREE else ()
    for at in range(0, len(entries) - ENTRY + 1, ENTRY):
        length, kind = struct.unpack_from("<HB", entries, at + 64)
        start, size = struct.unpack_from("<II", entries, at + 116)
        name = entries[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        if kind == ROOT:
            small = _Sectors(sectors.chain(start, table) if size else b"", 1 << small_shift)
        elif kind == STREAM and size:
            if size < cutoff and small is None:
                raise Broken
            whole = small.chain(start, small_next) if small and size < cutoff else sectors.chain(start, table)
            found[name] = whole[:size]
    return found


def _table_sectors(content: bytes, sectors: "_Sectors") -> list[int]:
    """The sectors of the allocation table: 109 in the header, the rest in a chain of their own."""
    listed = list(struct.unpack_from("<109I", content, 76))
    (following,) = struct.unpack_from("<I", content, 68)
    seen: set[int] = set()
    while following < FREE:
        if following in seen:
            raise Broken
        seen.add(following)
        *more, following = _numbers(sectors.read(following))
        listed += more
    return [number for number in listed if number < FREE]


def _numbers(content: bytes) -> Sequence[int]:
    return struct.unpack(f"<{len(content) // 4}I", content[: len(content) // 4 * 4])


class _Sectors:
    def __init__(self, content: bytes, size: int) -> None:
        self.content, self.size = content, size

    def read(self, number: int) -> bytes:
        found = self.content[number * self.size : (number + 1) * self.size]
        if not found:
            raise Broken
        return found.ljust(self.size, b"\0")

    def chain(self, number: int, table: Sequence[int]) -> bytes:
        parts: list[bytes] = []
        while number < FREE:
            if number >= len(table) or len(parts) > len(self.content) // self.size:
                raise Broken
            parts.append(self.read(number))
            number = table[number]
        return b"".join(parts)
