"""Makes small .xls files for the tests, record by record: nobody keeps a library that writes them."""

import struct
from collections.abc import Sequence

NONE, FREE, LAST, TABLE = 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def text(row: int, column: int, *, index: int) -> bytes:
    """The shared text number `index` in a cell."""
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, index))


def number(row: int, column: int, *, value: float) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def formula(row: int, column: int, *, value: float) -> bytes:
    tokens = bytes([0x1E, 1, 0])  # the whole number 1
    return record(0x0006, struct.pack("<HHHdHIH", row, column, 0, value, 0, 0, len(tokens)) + tokens)


def error(row: int, column: int) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, 0x2A, 1))  # #N/A


def merged(top: int, bottom: int, *, left: int, right: int) -> bytes:
    return record(0x00E5, struct.pack("<HHHHH", 1, top, bottom, left, right))


def stream(*cells: bytes, texts: Sequence[str] = (), locked: bytes = b"", hidden: bytes = b"") -> bytes:
    """A workbook stream: the sheet 清单 with `cells`; with `hidden` cells also a hidden sheet 藏."""
    opening = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)
    inner = struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0)
    coded = b"".join(struct.pack("<HB", len(one), 1) + one.encode("utf-16-le") for one in texts)
    shared = record(0x00FC, struct.pack("<II", len(texts), len(texts)) + coded)
    sheets = [("清单", 0, b"".join(cells))] + ([("藏", 1, hidden)] if hidden else [])
    bodies = [record(0x0809, inner) + cells + record(0x000A) for _, _, cells in sheets]
    names = [title.encode("utf-16-le") for title, _, _ in sheets]
    listed = sum(4 + 8 + len(name) for name in names)
    head = record(0x0809, opening) + locked
    at = len(head) + listed + len(shared) + len(record(0x000A))
    for (title, state, _), name, body in zip(sheets, names, bodies, strict=True):
        head += record(0x0085, struct.pack("<IBBBB", at, state, 0, len(title), 1) + name)
        at += len(body)
    return head + shared + record(0x000A) + b"".join(bodies)


def compound(content: bytes, *, name: str = "Workbook") -> bytes:
    """The one stream in a compound file of version 3; short ones are filled up, as Excel does."""
    content = content.ljust(4096, b"\0")
    sectors = -(-len(content) // 512)
    chain = [TABLE, LAST, *range(3, sectors + 2), LAST]  # the table, the directory, the stream
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    if len(table) > 512:
        raise ValueError("one sector of table must do")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(24, b"\0") + struct.pack(
        "<HHHHH", 0x3E, 3, 0xFFFE, 9, 6
    )
    header += b"\0" * 10 + struct.pack("<IIIIIIIII", 1, 1, 0, 4096, LAST, 0, LAST, 0, 0)
    header += struct.pack("<108I", *[NONE] * 108)
    folder = (
        _entry("Root Entry", 5, start=LAST, size=0)
        + _entry(name, 2, start=2, size=len(content))
        + _entry("", 0, start=0, size=0) * 2
    )
    return header + table + folder + content.ljust(sectors * 512, b"\0")


def _entry(name: str, kind: int, *, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le")
    child = 1 if kind == 5 else NONE
    links = struct.pack("<BBIII", kind, 1, NONE, NONE, child) + b"\0" * 36
    return (
        raw.ljust(64, b"\0")
        + struct.pack("<H", len(raw) + 2 if raw else 0)
        + links
        + struct.pack("<III", start, size, 0)
    )
