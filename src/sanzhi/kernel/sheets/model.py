"""A workbook as texts, and where a cell stands, in words."""

import re
from dataclasses import dataclass

UNSEEN = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\u200b-\u200f\u2060\ufeff\ufffe\uffff]")
ENDS = " \t\u3000\n"


@dataclass(frozen=True)
class Sheet:
    """`rows[0]` is row `first_row` of the sheet, `rows[0][0]` its column A.

    A merged region has its first cell's text in every cell; `continued` holds the (row, column) indexes of the others.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    first_row: int = 1
    continued: frozenset[tuple[int, int]] = frozenset()

    def number(self, index: int) -> int:
        """The row's number as Excel shows it."""
        return self.first_row + index

    def place(self, index: int, column: int) -> str:
        """表“Sheet1”第5行C列."""
        return place(self.name, self.number(index), column=column)


@dataclass(frozen=True)
class Workbook:
    """`notes` tell what was left out on purpose: hidden sheets."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()


def place(sheet: str, number: int, *, column: int) -> str:
    return f"表“{sheet}”第{number}行{letters(column)}列"


def letters(column: int) -> str:
    """0 → A, 26 → AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


def clean(text: str) -> str:
    """The text without what nobody sees: controls, zero-width characters, hard spaces, spaces at the ends of lines. Breaks are kept."""
    text = UNSEEN.sub("", text).replace("\u00a0", " ").replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(line.strip(ENDS) for line in text.split("\n")).strip(ENDS)
