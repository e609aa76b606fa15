"""Looks through the records of an .xls before it is parsed: password, formulas, error values, cells at absurd places.

Written after [MS-XLS], for BIFF5 and BIFF8. Refuses a file whose records do not hold together.
"""

import struct
from collections.abc import Iterator

from sanzhi.kernel.sheets.compound import Broken, streams
from sanzhi.kernel.sheets.limits import Place, Scan, check_sheet, damaged, locked

OPENING, END, PASSWORD, SHEET = 0x0809, 0x000A, 0x002F, 0x0085
FORMULA, ERROR, SEVERAL = 0x0006, 0x0205, 0x00BD
SINGLE = {FORMULA, ERROR, 0x0203, 0x0204, 0x027E, 0x00D6, 0x00FD}  # and NUMBER LABEL RK RSTRING LABELSST
BIFF8 = 0x0600


def check_records(content: bytes, *, name: str) -> None:
    """Raises Refused for what may not be parsed. Hidden sheets are measured too, for the parser lays them out."""
    try:
        found = streams(content)
        if {"EncryptedPackage", "EncryptionInfo"} & set(found):
            raise locked(name)
        book = found.get("Workbook") or found.get("Book")
        if book is None:
            raise damaged(name)
        for title, at, shown in _sheets(book, name):
            scan = _scan(book, at, title=title)
            check_sheet(scan if shown else Scan(title, scan.lowest, scan.rightmost), name=name)
    except (Broken, struct.error) as wrong:
        raise damaged(name) from wrong


def _records(book: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """The records from `at` to the end of this part; parts inside it (charts) are passed over."""
    depth = 0
    while True:
        kind, length = struct.unpack_from("<HH", book, at)
        body = book[at + 4 : at + 4 + length]
        if len(body) < length:
            raise Broken
        depth += (kind == OPENING) - (kind == END)
        if depth <= 0:
            return
        if depth == 1:
            yield kind, body
        at += 4 + length


def _sheets(book: bytes, name: str) -> list[tuple[str, int, bool]]:
    """(title, offset, shown) of the worksheets."""
    found, version = [], BIFF8
    for kind, body in _records(book, 0):
        if kind == OPENING:
            (version,) = struct.unpack_from("<H", body)
        elif kind == PASSWORD:
            raise locked(name)
        elif kind == SHEET:
            at, state, sort, length = struct.unpack_from("<IBBB", body)
            wide = version == BIFF8 and bool(body[7] & 1)
            raw = body[8:] if version == BIFF8 else body[7:]
            title = (
                raw[: 2 * length].decode("utf-16-le", "replace")
                if wide
                else raw[:length].decode("gb18030", "replace")
            )
            if sort == 0:
                found.append((title, at, state & 3 == 0))
    return found


def _scan(book: bytes, at: int, *, title: str) -> Scan:
    lowest, rightmost = (1, 0), (1, 0)
    formulas: list[Place] = []
    errors: list[Place] = []
    for kind, body in _records(book, at):
        if kind not in SINGLE and kind != SEVERAL:
            continue
        row, column = struct.unpack_from("<HH", body)
        here = (row + 1, column)
        if kind == SEVERAL:
            here = (row + 1, struct.unpack_from("<H", body, len(body) - 2)[0])
        elif kind == FORMULA:
            formulas.append(here)
        elif kind == ERROR and struct.unpack_from("<HHHBB", body)[4]:
            errors.append(here)
        lowest = max(lowest, here)
        rightmost = here if here[1] > rightmost[1] else rightmost
    return Scan(title, lowest, rightmost, formulas, errors)
