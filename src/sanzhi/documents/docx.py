"""An editable DOCX copy with the same values. The PDF is the instrument; this copy proves nothing.

The template is drawn from the form's fields once per form; values go in through docxtpl with autoescape on.
"""

import io
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from docx import Document as new_document
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Row
from docxtpl import DocxTemplate

from sanzhi.documents.display import mark_unprintable, shown_values, unprintable_in
from sanzhi.documents.form_model import Field, Form
from sanzhi.law.days import chinese_date


def render_docx(form: Form, values: Mapping[str, Any], *, number: str, issued_on: date | None) -> bytes:
    """The copy as DOCX bytes."""
    shown = shown_values(form, values)
    sheet = {
        "v": mark_unprintable(shown, frozenset(unprintable_in(shown))),
        "number": number,
        "title": form.title(values),
        "issued_on": chinese_date(issued_on) if issued_on else "",
    }
    template = DocxTemplate(io.BytesIO(_template(form)))
    template.render(sheet, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


@lru_cache(maxsize=128)
def _template(form: Form) -> bytes:
    document = new_document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "FangSong", Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "FangSong")
    if not form.is_of_party:
        _line(document, "{{ v.authority_name }}", size=14)
    _line(document, "{{ title }}", size=20)
    if form.is_of_party:
        document.add_paragraph("{{ v.authority_name }}：")
    if form.word:
        document.add_paragraph("{{ number }}").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _blanks(document, [field for field in form.fields if not field.is_list])
    for field in form.fields:
        if field.is_list:
            _list(document, field)
    for signer in form.signers:
        document.add_paragraph(f"{signer.caption}：")
    if not form.is_of_party:
        document.add_paragraph("{{ v.authority_name }}\n{{ issued_on }}").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph("本件为可编辑副本，以正式文书（PDF）为准。")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _line(document: Document, text: str, *, size: int) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).font.size = Pt(size)


def _blanks(document: Document, fields: list[Field]) -> None:
    table = document.add_table(rows=0, cols=2, style="Table Grid")
    for field in fields:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = field.label, f"{{{{ v['{field.name}'] }}}}"
        cells[0].width, cells[1].width = Mm(40), Mm(116)


def _mark(row: _Row, word: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(word))


def _list(document: Document, field: Field) -> None:
    """A table whose head stands again on each page, and whose rows are not torn in two."""
    document.add_paragraph(field.label)
    table = document.add_table(rows=1, cols=len(field.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, field.columns, strict=True):
        cell.text = column.label
        cell.paragraphs[0].runs[0].bold = True
    _mark(table.rows[0], "w:tblHeader")
    table.add_row().cells[0].text = f"{{%tr for row in v['{field.name}'] %}}"
    filled = table.add_row()
    _mark(filled, "w:cantSplit")
    for cell, column in zip(filled.cells, field.columns, strict=True):
        cell.text = f"{{{{ row['{column.name}'] }}}}"
    table.add_row().cells[0].text = "{%tr endfor %}"
