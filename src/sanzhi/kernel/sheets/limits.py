"""What a sheet may hold before it is laid out in memory, and the sentences that refuse the rest.

The parser lays out the whole rectangle between a sheet's cells: one stray cell could take all memory, and the
server with it. So `container` and `binary` look at the places of the cells first, and `check_sheet` judges them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.sheets.model import place
from sanzhi.kernel.verdict import Reason

LARGEST = 20 << 20  # bytes of a file
TEXT = 200 << 20  # bytes of text in a workbook, shared texts counted in every cell
ROWS, COLUMNS, MERGES = 50_000, 200, 100_000
SHOWN = 5
SAVE_AS = "请用Excel或者WPS打开检查后，另存为.xlsx再导入。没有导入任何内容。"

Place = tuple[int, int]  # (row number from 1, column index from 0)


@dataclass(frozen=True)
class Scan:
    """What was seen in a sheet without reading it: every cell with a content, those with a formula or an error value."""

    title: str
    lowest: Place
    rightmost: Place
    formulas: Sequence[Place] = ()
    errors: Sequence[Place] = ()


def check_sheet(scan: Scan, *, name: str) -> None:
    """Raises Refused, naming the cells, for formulas, error values and cells out of all proportion."""
    if scan.formulas:
        sentence = f"“{name}”有公式：{_places(scan.title, scan.formulas)}。"
        raise refused(sentence, "请选中后“复制—粘贴为数值”，再保存导入。没有导入任何内容。")
    if scan.errors:
        sentence = f"“{name}”有错误值（#N/A、#REF!等）：{_places(scan.title, scan.errors)}。"
        raise refused(sentence, "请改成正确的内容或者清空，再保存导入。没有导入任何内容。")
    if scan.lowest[0] > ROWS:
        raise refused(
            f"{_at(scan.title, scan.lowest)}还有内容，超过{ROWS}行。", "请删去多余的行，或者分成几个文件。"
        )
    if scan.rightmost[1] >= COLUMNS:
        raise refused(f"{_at(scan.title, scan.rightmost)}还有内容，超过{COLUMNS}列。", "请删去多余的列。")


def _at(title: str, cell: Place) -> str:
    row, column = cell
    return place(title, row, column=column)


def _places(title: str, places: Sequence[Place]) -> str:
    said = "、".join(_at(title, one) for one in places[:SHOWN])
    return f"{said}等{len(places)}处" if len(places) > SHOWN else said


def refused(sentence: str, remedy: str = SAVE_AS) -> Refused:
    return Refused((Reason(sentence, remedy=remedy),))


def damaged(name: str) -> Refused:
    return refused(f"“{name}”已经损坏，或者不是Excel工作簿。")


def locked(name: str) -> Refused:
    return refused(f"“{name}”有打开密码。", "请去掉密码另存后导入。没有导入任何内容。")
