"""Reads .xlsx, .xls and .csv into texts, within limits; hostile and damaged files are refused with a sentence.

Formulas are refused, for their stored values may be stale; hidden sheets are not read, and a note says so.
"""

import re

from sanzhi.kernel.sheets.apart import parse_apart
from sanzhi.kernel.sheets.compound import SIGN
from sanzhi.kernel.sheets.delimited import read_delimited
from sanzhi.kernel.sheets.limits import LARGEST as LARGEST
from sanzhi.kernel.sheets.limits import locked, refused
from sanzhi.kernel.sheets.model import Sheet, Workbook

ZIP, LOCKED = b"PK\x03\x04", "EncryptedPackage".encode("utf-16-le")
MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table|head|meta|style)", re.I)


def read_workbook(content: bytes, *, name: str) -> Workbook:
    """The visible sheets of a file called `name` as texts. What it is, its first bytes say. Raises Refused."""
    if not content:
        raise refused(f"“{name}”是空文件。")
    if len(content) > LARGEST:
        raise refused(f"“{name}”超过{LARGEST >> 20}MB。", "请分成几个文件导入。")
    if content.startswith(SIGN) and LOCKED in content:
        raise locked(name)
    if content.startswith((ZIP, SIGN)):
        return parse_apart(content, name=name)
    if content.startswith(b"%PDF") or MARKUP.match(content):
        kind = "PDF" if content.startswith(b"%PDF") else "网页"
        raise refused(f"“{name}”其实是{kind}，不是表格文件。")
    return _of_text(read_delimited(content, name=name), name)


def _of_text(rows: tuple[tuple[str, ...], ...], name: str) -> Workbook:
    if not rows:
        raise refused(f"“{name}”没有任何内容。")
    wrong_name = name.lower().endswith((".xlsx", ".xls"))
    notes = (f"“{name}”不是Excel工作簿，按文本（CSV）读取。",) if wrong_name else ()
    return Workbook((Sheet(name, rows),), notes)
