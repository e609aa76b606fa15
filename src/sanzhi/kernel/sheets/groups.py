"""Which rows of a table are the title of a group: 一、行政许可（20项） in one cell, or 一 and 行政许可 in two.

A list may number its records with Chinese numerals too: the row is compared with the others, and what is in doubt stays a record.
"""

import re
from collections.abc import Collection, Mapping

from sanzhi.kernel.sheets.model import Sheet

NUMERAL = "[一二三四五六七八九十百]{1,5}"
SECTION = re.compile(rf"^(?:[（(]?{NUMERAL}[）)、.．]|第{NUMERAL}[类章节编](?=[\s、.：:]))\s*\S")
ORDINAL = re.compile(rf"^[（(]?{NUMERAL}[）)]?[、.．]?$|^第{NUMERAL}(?:[类章节编项批]|部分)[、.．：:]?$")
COUNTED = re.compile(r"[（(][共计]*\s*\d+\s*[项条件个][）)]$")
# how many they are, where they stand: beside a title, in whatever column
BESIDE = re.compile(r"^[（(]?[共计]*\s*\d+\s*[项条件个][）)]?$|^详?见附[件表]")
ARABIC = re.compile(r"^[（(]?\d+[）)]?[、.．]?$")


def groups(sheet: Sheet, below: Collection[int]) -> dict[int, str]:
    """Of the rows `below` the heading, those that are a group's title, each with its text."""
    filled = {index: cells for index in below if (cells := _filled(sheet, index))}
    likely = {index: cells for index, cells in filled.items() if _is_likely(cells)}
    others = [cells for index, cells in filled.items() if index not in likely]
    single = {index: cells for index, cells in likely.items() if len(cells) == 1}
    double = {index: cells for index, cells in likely.items() if len(cells) == 2}
    numbered = {_shape(cells[0]) for cells in others}
    records = [cells for cells in others if len(cells) > 2 or ARABIC.match(cells[0])]
    found = [index for index in single if _is_across(sheet, index)]
    found += _fewer(single, others)
    found += _fewer(
        {index: cells for index, cells in double.items() if _shape(cells[0]) not in numbered}, records
    )
    return {index: " ".join(likely[index]) for index in sorted(set(found))}


def _fewer(likely: Mapping[int, list[str]], records: Collection[list[str]]) -> list[int]:
    """Those that count what is below them, and the rest where they are not more than the records."""
    counted = [index for index, cells in likely.items() if COUNTED.search(cells[-1])]
    rest = [index for index in likely if index not in counted]
    return [*counted, *(rest if len(rest) <= len(records) else [])] if records else []


def _is_likely(cells: list[str]) -> bool:
    if len(cells) == 1:
        return bool(SECTION.match(cells[0]))
    return len(cells) == 2 and bool(ORDINAL.match(cells[0])) and not ARABIC.match(cells[1])


def _shape(text: str) -> str:
    """（二） and （十一） are numbered alike; "" for what is no such ordinal."""
    return re.sub(NUMERAL, "一", text) if ORDINAL.match(text) else ""


def _is_across(sheet: Sheet, index: int) -> bool:
    """One text merged over several columns is a title whatever the others are."""
    row = sheet.rows[index]
    beside = [column for column in range(1, len(row)) if row[column] and (index, column) in sheet.continued]
    return any(row[column] == row[column - 1] for column in beside)


def _filled(sheet: Sheet, index: int) -> list[str]:
    """The different texts of the row, from the left."""
    texts = list(dict.fromkeys(text for cell in sheet.rows[index] if (text := cell.strip())))
    return texts[:1] + [text for text in texts[1:] if not BESIDE.match(text)]
