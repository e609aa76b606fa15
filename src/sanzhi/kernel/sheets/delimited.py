"""Reads and writes .csv: the encodings that bureaus' programs write, and the guard against formulas.

Bytes of an encoding that cannot be told, and quotes that never close, are refused with the row.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from sanzhi.kernel.sheets.limits import COLUMNS, Scan, check_sheet, refused
from sanzhi.kernel.text import clean

FORMULA = re.compile(r"'*[=+\-@\t\r]")  # with its apostrophes, so that a guard is taken off exactly once
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]")
CHINESE = re.compile("[\u4e00-\u9fff]")
DELIMITERS, TRIED = ",;\t", 50  # rows by which the delimiter is told
MOST = 1 << 20  # rows, empty ones counted (Excel has no more)
LONGEST = 131_072  # characters of a cell (Excel: 32 767)


def read_delimited(content: bytes, *, name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of a comma, semicolon or tab separated text. Raises Refused for what is no text."""
    text = _decoded(content, name)
    found = CONTROL.search(text)
    if found:
        row = text.count("\n", 0, found.start()) + 1
        raise refused(f"“{name}”第{row}行有控制字符，不是表格文件。", "可以导入.xlsx、.xls和.csv。")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[tuple[str, ...]] = []
    line, empty = 1, 0  # empty rows wait for one that says something: a million of them may end a file
    try:
        for row, cells in enumerate(reader, start=1):
            if row > MOST:
                raise refused(f"“{name}”超过{MOST}行。", "请删去多余的行，或者分成几个文件。")
            said = _said(cells, row, name=name)
            if said:
                rows += [()] * empty
                rows.append(said)
            empty = 0 if said else empty + 1
            line = reader.line_num + 1
    except csv.Error as wrong:
        sentence = f"“{name}”从第{line}行起引号不成对，或者有一格超过{LONGEST}字。"
        raise refused(sentence, "请改正后再导入。没有导入任何内容。") from wrong
    return tuple(rows)


def _said(cells: Sequence[str], row: int, *, name: str) -> tuple[str, ...]:
    """Not more cells than a sheet may have, the others being empty; none of a row that says nothing. Raises Refused."""
    if not (any(cells) and clean("".join(cells))):
        return ()
    rest = cells[COLUMNS:]
    if clean("".join(rest)):
        beyond = COLUMNS + next((place for place, cell in enumerate(rest) if cell.strip()), 0)
        check_sheet(Scan(name, (row, 0), (row, beyond)), name=name)
    check_sheet(Scan(name, (row, 0), (row, 0)), name=name)
    return tuple(_unguarded(clean(cell)) for cell in cells[:COLUMNS])


def _delimiter(text: str) -> str:
    """The one that cuts most of the first rows into equally many cells."""

    def regular(delimiter: str) -> int:
        lines = text.split("\n", TRIED)[:TRIED]
        counts = [line.count(delimiter) for line in lines if delimiter in line]
        return max((counts.count(count) * (count + 1) for count in set(counts)), default=0)

    return max(DELIMITERS, key=regular)


def _decoded(content: bytes, name: str) -> str:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return _strictly(content, "utf-16", name=name)
    if b"\0" in content[:1000]:
        # UTF-16 without a mark: delimiters and line ends have their zero always in the same one of two bytes,
        # and outnumber the likes of 一 (4E00), which have it in the other
        even, odd = content[:1000:2].count(0), content[1:1000:2].count(0)
        return _strictly(content, "utf-16-be" if even > odd else "utf-16-le", name=name)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        # 中文 before the wrong byte: it is UTF-8 and damaged there; as GB18030 it would read as nonsense
        if len(CHINESE.findall(content[: wrong.start].decode("utf-8"))) < 4:
            return _strictly(content, "gb18030", name=name)
    return _strictly(content, "utf-8", name=name)


def _strictly(content: bytes, encoding: str, *, name: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as wrong:
        row = content[: wrong.start].decode(encoding, "ignore").count("\n") + 1
        sentence = f"“{name}”第{row}行有无法识别的字符，编码不是UTF-8、UTF-16或者GB18030。"
        raise refused(sentence, "请另存为UTF-8编码的CSV或者.xlsx。") from wrong


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def guarded(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{cell}" if FORMULA.match(cell) else cell


def write_delimited(captions: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with a mark at its head, so that Excel knows it; line ends as RFC 4180 wants them."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(caption) for caption in captions])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode()
