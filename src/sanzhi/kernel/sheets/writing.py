"""Writes a table as .xlsx, .csv, .docx and as a PDF for the wall; no cell is ever taken for a formula."""

import io
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import typst
import xlsxwriter
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.sheets.delimited import write_delimited
from sanzhi.kernel.typesetting import PRESSES, lacking_glyphs, site_fonts, unassigned
from sanzhi.kernel.verdict import Reason

LAYOUT = Path(__file__).with_name("table.typ")
BEIJING = timezone(timedelta(hours=8))
FANGSONG, HEITI = "仿宋", "黑体"
PRINTED = 1000  # rows of a PDF
LONGEST = 32_767  # characters that a cell of .xlsx and a text of PDF/A-3a may have
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")  # what XML cannot carry


@dataclass(frozen=True)
class Column:
    """`width` in characters of a Chinese font."""

    caption: str
    width: int


@dataclass(frozen=True)
class Table:
    """`lines` stand under the title (edition, day, reviewer). In a row whose first `leading` cells are empty, these
    belong to the row above: they are merged where the format can."""

    title: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    leading: int = 0

    def spans(self) -> list[tuple[int, int]]:
        """(first, last) index of each run of rows that share their leading cells."""
        starts = [
            index
            for index, row in enumerate(self.rows)
            if not self.leading or any(row[: self.leading]) or not index
        ]
        if not starts:
            return []
        return list(zip(starts, [start - 1 for start in starts[1:]] + [len(self.rows) - 1], strict=True))


def check_lengths(table: Table) -> None:
    """Raises Refused, naming row and column. The .xlsx writer would leave such a cell out without a word."""
    reasons = tuple(
        Reason(
            f"第{number}行“{column.caption}”有{len(text)}字，超过{LONGEST}字。",
            remedy="请缩短，或者导出.csv。",
        )
        for number, row in enumerate(table.rows, start=1)
        for column, text in zip(table.columns, row, strict=True)
        if len(text) > LONGEST
    )
    if reasons:
        raise Refused(reasons)


def csv(table: Table) -> bytes:
    return write_delimited([column.caption for column in table.columns], table.rows)


def xlsx(table: Table) -> bytes:
    """A sheet that prints on A3 across, its heading row repeated on every page."""
    check_lengths(table)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(_sheet_name(table.title))
    wide = len(table.columns) - 1
    title = book.add_format({"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"})
    small = book.add_format({"align": "center", "font_color": "#4a5666"})
    heading = book.add_format(
        {
            "bold": True,
            "border": 1,
            "bg_color": "#eaf1fa",
            "text_wrap": True,
            "align": "center",
            "valign": "vcenter",
        }
    )
    cell = book.add_format({"border": 1, "text_wrap": True, "valign": "top"})
    _across(sheet, 0, wide=wide, text=table.title, form=title)
    for row, line in enumerate(table.lines, start=1):
        _across(sheet, row, wide=wide, text=line, form=small)
    top = len(table.lines) + 1
    for column, spec in enumerate(table.columns):
        sheet.set_column(column, column, spec.width * 1.6)
        sheet.write_string(top, column, spec.caption, heading)
    _write_rows(sheet, table, top=top + 1, cell=cell)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    sheet.set_landscape()
    sheet.set_paper(8)  # A3
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    book.close()
    return out.getvalue()


def _write_rows(sheet: xlsxwriter.worksheet.Worksheet, table: Table, *, top: int, cell: object) -> None:
    for first, last in table.spans():
        for index in range(first, last + 1):
            for column, text in enumerate(table.rows[index]):
                if column >= table.leading or first == last:
                    sheet.write_string(top + index, column, text, cell)
        if first != last:
            for column in range(table.leading):
                sheet.merge_range(top + first, column, top + last, column, table.rows[first][column], cell)


def _across(sheet: xlsxwriter.worksheet.Worksheet, row: int, *, wide: int, text: str, form: object) -> None:
    if wide:
        sheet.merge_range(row, 0, row, wide, text, form)
    else:
        sheet.write_string(row, 0, text, form)


def _sheet_name(title: str) -> str:
    return "".join(char for char in title if char not in "[]:*?/\\'")[-31:] or "清单"


def docx(table: Table) -> bytes:
    """A document to be sent for review: A4 across, heading row repeated, fonts of official papers."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    _paragraph(document.add_paragraph(), table.title, size=18, font=HEITI)
    for line in table.lines:
        _paragraph(document.add_paragraph(), line, size=10.5, font=FANGSONG)
    grid = document.add_table(rows=1 + len(table.rows), cols=len(table.columns), style="Table Grid")
    header = grid.rows[0]
    header._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    matrix = [row.cells for row in grid.rows]
    for column, spec in enumerate(table.columns):
        _paragraph(matrix[0][column].paragraphs[0], spec.caption, size=9, font=HEITI)
    for index, row in enumerate(table.rows, start=1):
        for column, text in enumerate(row):
            _paragraph(matrix[index][column].paragraphs[0], text, size=9, font=FANGSONG)
    for first, last in table.spans():
        for column in range(table.leading if first != last else 0):
            merged = matrix[first + 1][column].merge(matrix[last + 1][column])
            for extra in merged.paragraphs[1:]:
                extra._p.getparent().remove(extra._p)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paragraph(paragraph: object, text: str, *, size: float, font: str) -> None:
    run = paragraph.add_run(CONTROL.sub("", text))  # type: ignore[attr-defined]
    run.font.size, run.font.name = Pt(size), font
    run._element.rPr.rFonts.set(qn("w:eastAsia"), font)


def pdf(table: Table, *, stamp: datetime) -> bytes:
    """PDF/A-3a and UA-1, A3 across. Raises Refused naming the characters that no font has, and for a list too long to print.

    Typesetting holds the whole table: some 500 MB for 1,000 rows; ten times as many would take the server with them.
    """
    if len(table.rows) > PRINTED:
        said = f"清单有{len(table.rows)}行，超过{PRINTED}行，不能印成一份PDF。"
        raise Refused((Reason(said, remedy="请导出.xlsx，用Excel打印。"),))
    check_lengths(table)
    content = {
        "title": table.title,
        "lines": table.lines,
        "columns": [[column.caption, column.width] for column in table.columns],
        "rows": table.rows,
        "spans": table.spans(),
        "leading": table.leading,
    }
    said = json.dumps(content, ensure_ascii=False)
    if private := unassigned(said):  # PDF/A forbids them, also where a font has a picture for them
        raise _without_glyphs(private)
    try:
        with PRESSES:
            made = typst.compile(
                LAYOUT,
                root=LAYOUT.parent,
                font_paths=site_fonts(),
                sys_inputs={"table": said},
                format="pdf",
                pdf_standards=["a-3a", "ua-1"],
                timestamp=stamp.astimezone(BEIJING),
            )
    except typst.TypstError as failure:
        if lacking := lacking_glyphs(failure):
            raise _without_glyphs(lacking) from failure
        raise
    return bytes(made)


def _without_glyphs(lacking: Iterable[str]) -> Refused:
    found = sorted(lacking)
    told = "、".join(f"“{char if char.isprintable() else ' '}”（U+{ord(char):04X}）" for char in found[:10])
    more = f"等{len(found)}个" if len(found) > 10 else ""
    return Refused(
        (Reason(f"现有字体没有字符{told}{more}。", remedy="请改正该字，安装含该字的字体，或者导出.xlsx。"),)
    )
