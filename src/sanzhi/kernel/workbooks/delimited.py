"""Reads and writes .csv: the encodings that bureaus' programs write, and the guard against formulas."""

import csv
import io
from collections.abc import Iterable, Sequence

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason

GUARDED = ("=", "+", "-", "@", "\t")
ENCODINGS = ("utf-8-sig", "gb18030")


def read_delimited(content: bytes, *, name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a comma, semicolon or tab separated text. Raises Refused for what is no text."""
    text = _decoded(content, name)
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        rows = tuple(
            tuple(_unguarded(cell.strip()) for cell in row)
            for row in csv.reader(io.StringIO(text), delimiter=delimiter)
        )
    except csv.Error as wrong:
        raise Refused((Reason(f"“{name}”不是完整的CSV文件：有一格过长或者引号不成对。"),)) from wrong
    return rows


def _decoded(content: bytes, name: str) -> str:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _try(content, "utf-16", name)
    for encoding in ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    return _try(content, "utf-8", name)


def _try(content: bytes, encoding: str, name: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as wrong:
        line = content[: wrong.start].count(b"\n") + 1
        sentence = f"“{name}”第{line}行有无法识别的字符，编码不是UTF-8、UTF-16或者GB18030。"
        raise Refused((Reason(sentence, remedy="请另存为UTF-8编码的CSV或者.xlsx。"),)) from wrong
    if "\0" in text:
        raise Refused((Reason(f"“{name}”不是表格文件。", remedy="可以导入.xlsx、.xls和.csv。"),))
    return text


def _unguarded(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:2] in GUARDED else cell


def guarded(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{cell}" if cell.startswith(GUARDED) else cell


def write_delimited(captions: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a mark at its head, so that Excel knows it; line ends as RFC 4180 wants them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(caption) for caption in captions])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode()
