"""Reads .xlsx and .xls into texts, after a look through them. To be run in a process of its own (see `apart`).

Formulas are refused, for their stored values may be stale; hidden sheets are not read, and a note says so.
"""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from xml.etree import ElementTree as ET

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from sanzhi.kernel.sheets.binary import check_records
from sanzhi.kernel.sheets.compound import SIGN
from sanzhi.kernel.sheets.container import repacked
from sanzhi.kernel.sheets.formats import Places, looks, shown
from sanzhi.kernel.sheets.limits import COLUMNS, ROWS, Scan, check_sheet, damaged, locked, refused
from sanzhi.kernel.sheets.model import Sheet, Workbook, place
from sanzhi.kernel.text import clean

MOST_MERGED = 500_000  # cells in all merged regions of a sheet
EXACT = 10**15  # Excel keeps 15 digits of a number and turns the others into 0
Value = str | int | float | bool | date | datetime | time | timedelta | None


def parse(content: bytes, *, name: str) -> Workbook:
    """The visible sheets of an .xlsx or .xls. Raises Refused."""
    if content.startswith(SIGN):
        check_records(content, name=name)
        return _read(content, name, places=None)
    packed = repacked(content, name=name)
    try:
        return _read(packed, name, places=looks(packed))
    except (ET.ParseError, ValueError) as wrong:
        raise damaged(name) from wrong


def _read(content: bytes, name: str, *, places: Mapping[str, Places] | None) -> Workbook:
    """`places` are the cells' formats by sheet; None where the file does not tell them (.xls)."""
    notes: list[str] = []
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            shown = [row for row in book.sheets_metadata if row.typ == SheetTypeEnum.WorkSheet]
            visible = [row.name for row in shown if row.visible == SheetVisibleEnum.Visible]
            notes += [f"隐藏的表“{row.name}”没有读取。" for row in shown if row.name not in visible]
            looked = places or {}
            sheets = tuple(
                _sheet(book.get_sheet_by_name(title), notes, formats=looked.get(title, {}))
                for title in visible
            )
    except PasswordError as wrong:
        raise locked(name) from wrong
    except (CalamineError, OSError, ValueError, OverflowError) as wrong:
        raise damaged(name) from wrong
    if not any(sheet.rows for sheet in sheets):
        raise refused(f"“{name}”没有任何内容。{''.join(notes)}")
    if places is None:
        notes.append("旧式.xls按数值读取：百分数、前导零和日期的样子请对照原表，或者另存为.xlsx后导入。")
    return Workbook(sheets, tuple(notes))


def _sheet(sheet: CalamineSheet, notes: list[str], *, formats: Places) -> Sheet:
    if sheet.total_height > ROWS or sheet.total_width > COLUMNS:
        check_sheet(Scan(sheet.name, (sheet.total_height, 0), (1, sheet.total_width - 1)), name=sheet.name)
    # from A1 on, so that row 5 and column C stay where Excel shows them
    values = sheet.to_python(skip_empty_area=False) if sheet.height else []
    notes += _cut_numbers(sheet.name, values)
    rows = [[_text(value) for value in row] for row in values]
    doubts = []
    for (row, column), code in formats.items():
        seen = shown(values[row][column], code) if row < len(values) and column < len(values[row]) else None
        if seen:
            rows[row][column] = seen.text
            doubts += [(row, column, seen.doubt)] if seen.doubt else []
    regions = [
        (top, left, min(bottom, len(rows) - 1), min(right, len(rows[0]) - 1))
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if top < len(rows) and left < len(rows[0])
    ]
    merged = sum((bottom - top + 1) * (right - left + 1) for top, left, bottom, right in regions)
    if merged > MOST_MERGED:
        raise refused(f"表“{sheet.name}”合并的单元格过多。", "请取消合并后导入。")
    continued: set[tuple[int, int]] = set()
    for top, left, bottom, right in regions:
        cells = {(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)}
        for row, column in cells - {(top, left)}:
            rows[row][column] = rows[top][left]
        continued |= cells - {(top, left)}
    return Sheet(sheet.name, tuple(map(tuple, rows)), 1, frozenset(continued), tuple(doubts))


def _cut_numbers(title: str, values: Sequence[Sequence[Value]]) -> list[str]:
    """Numbers that lost digits in Excel (identity numbers typed as numbers) are told, for nobody else will."""
    return [
        f"{place(title, number, column=column)}的数字超过15位，Excel只保留前15位，请核对后改为文本。"
        for number, row in enumerate(values, start=1)
        for column, value in enumerate(row)
        if isinstance(value, int | float) and abs(value) >= EXACT
    ]


def _text(value: Value) -> str:
    """The cell as a person reads it; dates ISO, whole numbers without .0."""
    if isinstance(value, str):
        return clean(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return f"{value:.0f}" if value.is_integer() else f"{Decimal(repr(value)):f}"
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | time):
        exact = "seconds" if value.second or value.microsecond else "minutes"
        return value.isoformat(" ", exact) if isinstance(value, datetime) else value.isoformat(exact)
    if isinstance(value, timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02}" + (f":{seconds:02}" if seconds else "")
    return value.isoformat() if isinstance(value, date) else str(value)
