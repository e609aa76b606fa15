"""Looks at an .xlsx before it is parsed: bombs, and cells that hold formulas."""

import io
import re
import zipfile
from xml.etree import ElementTree as ET

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason
from sanzhi.kernel.workbooks.model import place

UNPACKED, ENTRIES, RATIO, SMALL = 200 << 20, 2000, 200, 10 << 20
SHOWN = 5
FORMULA = re.compile(rb"<(?:\w+:)?c\b[^>]*?\br=\"([A-Z]{1,3})(\d{1,7})\"[^>]*>\s*<(?:\w+:)?f[\s>/]")
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def check_zip(content: bytes, *, name: str) -> None:
    """Raises Refused for a container that would unpack beyond all measure, or that cannot be opened."""
    try:
        entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except zipfile.BadZipFile as wrong:
        raise _refused(f"“{name}”已经损坏，不能打开。") from wrong
    unpacked = sum(entry.file_size for entry in entries)
    if (
        len(entries) > ENTRIES
        or unpacked > UNPACKED
        or (unpacked > SMALL and unpacked > RATIO * len(content))
    ):
        raise _refused(f"“{name}”解压后过大（{unpacked >> 20}MB），没有打开。")
    if any(entry.flag_bits & 1 for entry in entries):
        raise _refused(f"“{name}”有打开密码。")


def formula_cells(content: bytes) -> list[str]:
    """The first places of cells with a formula, in visible or hidden sheets; empty when there are none."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        for title, entry in _sheets(book):
            for match in FORMULA.finditer(book.read(entry)):
                found.append(place(title, int(match[2]), _index(match[1].decode())))
                if len(found) == SHOWN:
                    return [*found[:-1], f"{found[-1]}等"]
    return found


def _sheets(book: zipfile.ZipFile) -> list[tuple[str, str]]:
    """(title, entry) of the worksheets; none for a container that is no .xlsx, which the reader will refuse."""
    names = set(book.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return []
    try:
        relations = ET.fromstring(book.read("xl/_rels/workbook.xml.rels"))
        sheets = ET.fromstring(book.read("xl/workbook.xml"))
    except (ET.ParseError, zipfile.BadZipFile):
        return []
    targets = {row.get("Id"): _entry(row.get("Target", "")) for row in relations}
    found = [
        (row.get("name", ""), targets.get(row.get(RELATION), ""))
        for row in sheets.iter()
        if row.tag.endswith("}sheet")
    ]
    return [(title, entry) for title, entry in found if entry in names]


def _entry(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"


def _index(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def _refused(sentence: str) -> Refused:
    return Refused((Reason(sentence, remedy="请用Excel或者WPS打开检查后另存，再导入。没有导入任何内容。"),))
