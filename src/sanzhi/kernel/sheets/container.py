"""Looks through an .xlsx before it is parsed, and packs anew only what was looked at: visible sheets and their texts.

Macros, links, hidden sheets and pictures never reach the parser; bombs, DTDs, formulas and error values are refused.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from sanzhi.kernel.sheets.limits import MERGES, TEXT, Place, Scan, check_sheet, damaged, locked, refused

UNPACKED, ENTRIES, RATIO, SMALL = 200 << 20, 2000, 200, 10 << 20
BOOK, LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
KEPT = re.compile(r"\[Content_Types\]\.xml|_rels/\.rels|xl/_rels/workbook\.xml\.rels|xl/[^/]+\.xml")
# cells and rows without content: a million of them are common, and the parser need not see them
EMPTY = re.compile(
    rb"(?:(?:<(?:\w+:)?(?:c|row)(?:\s[^<>]*)?/>|<(?:\w+:)?c(?:\s[^<>]*)?></(?:\w+:)?c>)\s*){1,50}"
)
CELL = re.compile(rb"<(?:\w+:)?c((?:\s[^<>]*)?)(?<!/)>(?:\s*<(?:\w+:)?(f|v|is)\b[^<>]*>([^<>]{0,12}))?")
PLACE = re.compile(rb'\sr="([A-Z]{1,3})([1-9]\d{0,6})"')
ITEM = re.compile(rb"<(?:\w+:)?si(?=[\s/>])")
UNREADABLE = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)
FOREIGN = {
    "word/document.xml": "Word文档",
    "ppt/presentation.xml": "演示文稿",
    "xl/workbook.bin": ".xlsb工作簿",
    "content.xml": "OpenDocument文件",
}


def repacked(content: bytes, *, name: str) -> bytes:
    """The same workbook with nothing in it but what may be parsed. Raises Refused."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            _check_sizes(book, len(content), name=name)
            return _packed(book, name)
    except UNREADABLE as wrong:
        raise damaged(name) from wrong


def _check_sizes(book: zipfile.ZipFile, packed: int, *, name: str) -> None:
    entries = book.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > ENTRIES or unpacked > UNPACKED or (unpacked > SMALL and unpacked > RATIO * packed):
        raise refused(f"“{name}”解压后过大（{unpacked >> 20}MB），没有打开。")
    if any(entry.flag_bits & 1 for entry in entries):
        raise locked(name)
    names = set(book.namelist())
    if not {BOOK, LINKS} <= names:
        kind = next((kind for entry, kind in FOREIGN.items() if entry in names), "")
        raise refused(f"“{name}”是{kind}，不是.xlsx、.xls或者.csv。") if kind else damaged(name)


def _packed(book: zipfile.ZipFile, name: str) -> bytes:
    parts = {entry: _xml(book, entry, name=name) for entry in book.namelist() if KEPT.fullmatch(entry)}
    texts = next((xml for entry, xml in parts.items() if entry.lower() == "xl/sharedstrings.xml"), b"")
    lengths = [len(text) for text in ITEM.split(texts)[1:]]
    total = 0
    for title, entry in _visible(parts, set(book.namelist()), name=name):
        parts[entry] = EMPTY.sub(b"", _xml(book, entry, name=name))
        total += _check_cells(parts[entry], lengths, title=title, name=name)
        if total > TEXT:
            raise refused(f"“{name}”的表“{title}”文字过多，没有打开。", "请分成几个文件导入。")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as safe:
        for entry, xml in parts.items():
            safe.writestr(entry, xml)
    return out.getvalue()


def visible_sheets(book: zipfile.ZipFile) -> list[tuple[str, str]]:
    """(title, entry) of the sheets of a workbook that was looked through."""
    parts = {entry: book.read(entry) for entry in (BOOK, LINKS)}
    return _visible(parts, set(book.namelist()), name="")


def _xml(book: zipfile.ZipFile, entry: str, *, name: str) -> bytes:
    # the length told in the container is what is read, whatever follows; the check sum must then agree
    xml = book.read(entry)
    if b"<!DOCTYPE" in xml or b"\0" in xml[:64]:
        raise damaged(name)
    return xml


def _visible(parts: dict[str, bytes], entries: set[str], *, name: str) -> list[tuple[str, str]]:
    """(title, entry) of the sheets that a person sees."""
    try:
        links, sheets = ET.fromstring(parts[LINKS]), ET.fromstring(parts[BOOK])
    except (ET.ParseError, LookupError, ValueError) as wrong:
        raise damaged(name) from wrong
    targets = {row.get("Id", ""): row.get("Target", "") for row in links}
    found = []
    for row in sheets.iter():
        link = next((value for key, value in row.attrib.items() if key.endswith("}id")), "")
        target = targets.get(link, "")
        entry = target[1:] if target.startswith("/") else f"xl/{target}"
        if row.tag.endswith("}sheet") and row.get("state", "visible") == "visible" and entry in entries:
            found.append((row.get("name", ""), entry))
    return found


def _check_cells(xml: bytes, lengths: Sequence[int], *, title: str, name: str) -> int:
    """Raises Refused for what the sheet may not hold; returns the bytes of its shared texts."""
    lowest, rightmost, total = (1, 0), (1, 0), 0
    formulas: list[Place] = []
    errors: list[Place] = []
    columns: dict[bytes, int] = {}
    for attributes, kind, text in CELL.findall(xml):
        told = PLACE.search(attributes)
        if told is None:
            raise refused(f"“{name}”的表“{title}”有单元格没有写明行列。")
        letters = told[1]
        column = (
            columns[letters] if letters in columns else columns.setdefault(letters, column_index(letters))
        )
        here = (int(told[2]), column)
        lowest = max(lowest, here)
        rightmost = here if column > rightmost[1] else rightmost
        if kind == b"f":
            formulas.append(here)
        elif b't="e"' in attributes:
            errors.append(here)
        elif b't="s"' in attributes:
            total += _length(lengths, text, name=name)
    check_sheet(Scan(title, lowest, rightmost, formulas, errors), name=name)
    if xml.count(b"mergeCell ") > MERGES:
        raise refused(f"“{name}”的表“{title}”合并的单元格过多。", "请取消合并后导入。")
    return total


def _length(lengths: Sequence[int], text: bytes, *, name: str) -> int:
    try:
        return lengths[int(text)]
    except (ValueError, IndexError) as wrong:
        raise damaged(name) from wrong


def column_index(letters: bytes) -> int:
    """0 for A, 26 for AA."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
