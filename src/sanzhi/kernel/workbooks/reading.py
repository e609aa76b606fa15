"""Reads .xlsx, .xls and .csv into texts, within limits; hostile and damaged files are refused with a sentence.

Formulas are refused, for their stored values may be stale; hidden sheets are not read, and a note says so.
"""

import io
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason
from sanzhi.kernel.workbooks.container import check_zip, formula_cells
from sanzhi.kernel.workbooks.delimited import read_delimited
from sanzhi.kernel.workbooks.model import Sheet, Workbook

LARGEST = 20 << 20
ROWS, COLUMNS = 50_000, 200
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")
SPACES = re.compile("[ \t\u00a0\u3000]+")
Value = str | int | float | bool | date | datetime | time | timedelta | None


def read_workbook(content: bytes, *, name: str) -> Workbook:
    """The visible sheets of a file called `name` as texts. Raises Refused."""
    if not content:
        raise _refused(f"“{name}”是空文件。")
    if len(content) > LARGEST:
        raise _refused(f"“{name}”超过{LARGEST >> 20}MB。", "请分成几个文件导入。")
    if content.startswith(ZIP):
        check_zip(content, name=name)
        found = formula_cells(content)
        if found:
            raise _refused(f"“{name}”有公式：{'、'.join(found)}。", "请选中后“复制—粘贴为数值”，再保存导入。")
        return _read(content, name)
    if content.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise _refused(f"“{name}”有打开密码。", "请去掉密码另存后导入。")
        return _read(content, name)
    sheet = Sheet(name, read_delimited(content, name=name))
    return Workbook((_within_limits(sheet),))


def _read(content: bytes, name: str) -> Workbook:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            shown = [row for row in book.sheets_metadata if row.typ == SheetTypeEnum.WorkSheet]
            visible = [row.name for row in shown if row.visible == SheetVisibleEnum.Visible]
            hidden = [row.name for row in shown if row.visible != SheetVisibleEnum.Visible]
            sheets = tuple(_sheet(book.get_sheet_by_name(title)) for title in visible)
    except PasswordError as wrong:
        raise _refused(f"“{name}”有打开密码。", "请去掉密码另存后导入。") from wrong
    except (CalamineError, OSError, ValueError) as wrong:
        raise _refused(
            f"“{name}”已经损坏，或者不是Excel工作簿。", "请用Excel或者WPS打开后另存为.xlsx。"
        ) from wrong
    notes = tuple(f"隐藏的表“{title}”没有读取。" for title in hidden)
    if not any(sheet.rows for sheet in sheets):
        raise _refused(f"“{name}”没有任何内容。{''.join(notes)}")
    return Workbook(sheets, notes)


def _sheet(sheet: CalamineSheet) -> Sheet:
    start = sheet.start or (0, 0)
    if sheet.height > ROWS or start[1] + sheet.width > COLUMNS:
        raise _too_large(sheet.name, sheet.height, start[1] + sheet.width)
    # the area starts at the first used cell; columns to its left are given back so that C stays C
    lead = ("",) * start[1]
    rows = [[*lead, *map(_text, row)] for row in sheet.iter_rows()] if sheet.height else []
    continued = set()
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        top, bottom = top - start[0], bottom - start[0]
        if top < 0 or top >= len(rows):
            continue
        for row in range(top, min(bottom, len(rows) - 1) + 1):
            for column in range(left, min(right, len(rows[row]) - 1) + 1):
                if (row, column) != (top, left):
                    rows[row][column] = rows[top][left]
                    continued.add((row, column))
    return Sheet(sheet.name, tuple(map(tuple, rows)), start[0] + 1, frozenset(continued))


def _within_limits(sheet: Sheet) -> Sheet:
    width = max((len(row) for row in sheet.rows), default=0)
    if len(sheet.rows) > ROWS or width > COLUMNS:
        raise _too_large(sheet.name, len(sheet.rows), width)
    return sheet


def _text(value: Value) -> str:
    """The cell as a person reads it; dates ISO, whole numbers without .0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{Decimal(repr(value)):f}"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    return clean(str(value))


def clean(text: str) -> str:
    """Without what nobody sees; line breaks are kept."""
    lines = UNSEEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(SPACES.sub(" ", line).strip() for line in lines).strip()


def _refused(sentence: str, remedy: str = "") -> Refused:
    return Refused((Reason(sentence, remedy=remedy or "没有导入任何内容。"),))


def _too_large(sheet: str, height: int, width: int) -> Refused:
    said = f"表“{sheet}”有{height}行、{width}列，超过{ROWS}行或者{COLUMNS}列。"
    return _refused(said, "请删去多余的行列，或者分成几个文件。")
