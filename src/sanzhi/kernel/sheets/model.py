"""A workbook as texts, and where a cell stands, in words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sheet:
    """`rows[0]` is row `first_row` of the sheet, `rows[0][0]` its column A.

    A merged region has its first cell's text in every cell; `continued` holds the (row, column) indexes of the others.
    `doubts` are (row, column, sentence) of cells that are not what they show.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    first_row: int = 1
    continued: frozenset[tuple[int, int]] = frozenset()
    doubts: tuple[tuple[int, int, str], ...] = ()

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
