"""Which column of a sheet is which field: plainly, two fields in one, one value of a field to be ticked, or kept as a remark.

A mapping is a word for each column, so that a person can see and change it: `title`; `ratio/frequency` for
抽查比例及频次; `manner=主动` below 公开方式; `+` keeps the column in 备注 under its heading; `#` is 序号, which is no code.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sanzhi.catalogues.columns import columns_of
from sanzhi.kernel.sheets.headings import plain_heading
from sanzhi.kernel.sheets.model import Sheet, letters
from sanzhi.kernel.sheets.tables import Header, Record, asides

ORDINAL, KEPT, SPLIT, TICK = "#", "+", "/", "="
REMARKS = ("note", "remark")
TICKS = frozenset("√✓✔☑■●是")
BLANKS = frozenset({"", "□", "☐", "○", "否", "×", "-", "—", "/"})
NUMBERED = ("序号", "序", "No.")
AND = re.compile(r"[及和与、/]|以及")
PARTS = re.compile(r"[，,；;\n]")


@dataclass(frozen=True)
class Unfolded:
    """The cells by field; `wrongs` are (column, sentence) of cells that do not fall apart into the fields of their heading."""

    cells: Mapping[str, str]
    wrongs: tuple[tuple[int, str], ...] = ()


@lru_cache(maxsize=32)
def remark_of(kind: str) -> str:
    """The column that keeps what no other one does; "" where a kind has none."""
    names = [column.name for column in columns_of(kind)]
    return next((name for name in REMARKS if name in names), "")


def recognised(
    kind: str, sheet: Sheet, *, header: Header, captions: Mapping[str, Sequence[str]]
) -> dict[int, str]:
    """The mapping of a sheet whose heading was found: nothing that stands in it is left without a word."""
    fields = {plain_heading(caption): name for name, also in captions.items() for caption in also}
    body = _body(sheet, header.last, known=frozenset(fields))
    found = dict(header.columns)
    used = {field for field in found.values() if field}
    for column in header.headings:
        if found.get(column) and not _is_ticked(header, body, column=column, fields=fields):
            continue
        word = _special(kind, body, header=header, column=column, fields=fields, used=used)
        filled = any(_cell(row, column) for row in body)
        found[column] = word or (KEPT if filled and remark_of(kind) else "")
        used |= set(fields_in(word))
    unnamed = filled_below(sheet, header.last, without=header.headings)
    return found | dict.fromkeys(unnamed, KEPT if remark_of(kind) else "")


def _body(sheet: Sheet, last_heading: int, *, known: frozenset[str]) -> list[tuple[str, ...]]:
    """The rows below the heading that may be records."""
    aside = asides(sheet, last_heading, known=known)
    return [row for index, row in enumerate(sheet.rows) if index > last_heading and index not in aside]


def filled_below(
    sheet: Sheet, last_heading: int, *, without: Mapping[int, str]
) -> dict[int, tuple[int, ...]]:
    """Columns `without` a heading in which something stands below it, with the indexes of those rows."""
    found: dict[int, list[int]] = {}
    for index, column in _filled(sheet, last_heading):
        if column not in without:
            found.setdefault(column, []).append(index)
    return {column: tuple(found[column]) for column in sorted(found)}


def _filled(sheet: Sheet, last_heading: int) -> Iterator[tuple[int, int]]:
    for index in range(last_heading + 1, len(sheet.rows)):
        for column, text in enumerate(sheet.rows[index]):
            if text.strip() and (index, column) not in sheet.continued:
                yield index, column


def _special(
    kind: str,
    body: Sequence[Sequence[str]],
    *,
    header: Header,
    column: int,
    fields: Mapping[str, str],
    used: set[str],
) -> str:
    upper, _, lower = header.headings[column].rpartition(" ")
    plain = plain_heading(lower)
    if _is_ticked(header, body, column=column, fields=fields):
        return f"{fields[plain_heading(upper)]}{TICK}{lower}"
    choice = choice_in(kind, plain)
    if choice and (field := fields.get(plain.removeprefix(choice).lstrip("的"), "")) and field not in used:
        return field
    both = [fields.get(part, "") for part in AND.split(plain)]
    if len(both) > 1 and all(both) and len(set(both)) == len(both) and not used & set(both):
        return SPLIT.join(both)
    return ""


def _is_ticked(
    header: Header, body: Sequence[Sequence[str]], *, column: int, fields: Mapping[str, str]
) -> bool:
    """A column below a group that is a field, with a name of its own and nothing but √ in its cells."""
    upper, _, lower = header.headings[column].rpartition(" ")
    if not fields.get(plain_heading(upper)) or plain_heading(lower) in fields:
        return False
    return all(_is_tick(_cell(row, column)) for row in body)


def choice_in(kind: str, text: str) -> str:
    """The longest value of a column with choices that the text begins with: 从轻处罚 of 从轻处罚的情形; "" for none."""
    choices = [choice for column in columns_of(kind) for choice in column.choices if text.startswith(choice)]
    return max(choices, key=len, default="")


def fields_in(word: str) -> tuple[str, ...]:
    """The fields that a word of a mapping fills."""
    if word in {"", ORDINAL, KEPT}:
        return ()
    return tuple(word.partition(TICK)[0].split(SPLIT))


def is_known(word: str, kind: str) -> bool:
    """Whether a person may choose the word."""
    names = {column.name for column in columns_of(kind)} | {f"tiers.{number}" for number in range(5)}
    return word in {"", ORDINAL, KEPT} or all(field in names for field in fields_in(word))


def keyed(columns: Mapping[int, str]) -> dict[int, str]:
    """Names for the cells of a record: two columns may go into one field."""
    return {
        column: f"{word}@{column}" if word == KEPT or SPLIT in word or TICK in word else word
        for column, word in columns.items()
        if word
    }


def unfolded(
    kind: str, record: Record, *, columns: Mapping[int, str], headings: Mapping[int, str]
) -> Unfolded:
    """The cells of a record under the fields of the list."""
    cells = {word: text for word, text in record.cells.items() if "@" not in word and word != ORDINAL}
    kept: list[str] = []
    wrongs: list[tuple[int, str]] = []
    for column, word in columns.items():
        text = record.cells.get(f"{word}@{column}", "")
        if word == KEPT and text:
            kept.append(f"{headings.get(column) or f'{letters(column)}列'}：{text}")
        elif TICK in word and text not in BLANKS:
            field, _, value = word.partition(TICK)
            cells[field] = "、".join(filter(None, (cells.get(field, ""), value)))
        elif SPLIT in word and text:
            parts = _apart(text, fields_in(word))
            wrongs += (
                [] if parts else [(column, f"“{text}”分不开，请拆成{headings.get(column, '')}各自的列。")]
            )
            cells |= parts
    remark = remark_of(kind)
    if kept and remark:
        cells[remark] = "；".join(filter(None, (cells.get(remark, ""), *kept)))
    return Unfolded(cells, tuple(wrongs))


def _apart(text: str, fields: tuple[str, ...]) -> dict[str, str]:
    """不低于45%，抽查1次 for 比例及频次, in the order of the heading; {} where there are more or fewer parts."""
    parts = [part.strip() for part in PARTS.split(text) if part.strip()]
    if len(parts) != len(fields):
        return {}
    return {field: re.sub("^(?:抽查|检查)(?=.)", "", part) for field, part in zip(fields, parts, strict=True)}


def _is_tick(text: str) -> bool:
    return text in BLANKS or set(text) <= TICKS


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""
