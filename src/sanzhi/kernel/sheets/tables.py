"""Finds the table in a sheet: its heading row, which column is which, its records, and all that is no record.

Nothing vanishes: every row that is not empty is in a record or among the leftovers, with the reason.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sanzhi.kernel.sheets.groups import SECTION, groups
from sanzhi.kernel.sheets.headings import LONGEST, is_near, plain_heading, squeezed, why_aside
from sanzhi.kernel.sheets.model import Sheet

SEARCHED = 30  # rows in which the heading is looked for
# what columns are called below a group that says of what: 抽查事项
NAMES = frozenset({"名称", "事项", "项目", "事项名称", "项目名称"})
SUBHEADS = NAMES | {
    "类别",
    "类型",
    "分类",
    "大类",
    "小类",
    "一级",
    "二级",
    "一级事项",
    "二级事项",
    "编码",
    "内容",
    "说明",
}
FOOTNOTE = re.compile(
    r"^(?:注|备注|说明|填表说明|填报说明|合计|总计|小计|制表人?|填报人?|填报单位|审核人?|联系人)\s*(?:[：:\d一二三四五六七八九十]|$)"
)


@dataclass(frozen=True)
class Header:
    """`row` and `last` are the indexes of the first and last heading row; `columns` maps column index → field ("" unknown)."""

    row: int
    last: int
    columns: Mapping[int, str]
    headings: Mapping[int, str]


@dataclass(frozen=True)
class Record:
    """`numbers` are the rows of the sheet that it spreads over; `lines` their cells by field, `cells` all joined.

    `section` is the row without cells that stands above it: 一、行政许可（20项）.
    """

    numbers: tuple[int, ...]
    cells: Mapping[str, str]
    lines: tuple[Mapping[str, str], ...]
    section: str = ""


@dataclass(frozen=True)
class Leftover:
    number: int
    text: str
    why: str


@dataclass(frozen=True)
class Extract:
    records: tuple[Record, ...]
    leftovers: tuple[Leftover, ...]


def find_header(sheet: Sheet, *, captions: Mapping[str, Sequence[str]]) -> Header | None:
    """The row that recognises most headings (two at least, one where there is only one); None where there is none."""
    pairs = [(caption, field) for field, also in captions.items() for caption in also][
        ::-1
    ]  # the first one wins
    known = {plain_heading(caption): field for caption, field in pairs}
    exact = {squeezed(caption): field for caption, field in pairs}
    best: Header | None = None
    for index in range(min(len(sheet.rows), SEARCHED)):
        if len(captions) > 1 and len({cell for cell in sheet.rows[index] if cell}) < 2:
            continue  # a title over the whole width
        for last in dict.fromkeys((_last_merged(sheet, index), index, index + 1)):
            found = _header(sheet, index, last=last, known=known, exact=exact)
            if found is not None and (best is None or _is_better(sheet, found, than=best, known=known)):
                best = found
    wanted = min(2, len(captions))
    return _with_near(best, captions) if best is not None and _hits(best) >= wanted else None


def _is_better(sheet: Sheet, found: Header, *, than: Header, known: Mapping[str, str]) -> bool:
    """More headings; or as many, with a row of names below the groups that would else be taken for a record."""
    if _hits(found) != _hits(than):
        return _hits(found) > _hits(than)
    lower = [cell for cell in sheet.rows[found.last] if cell]
    return (
        found.row == than.row
        and found.last == than.last + 1
        and all(plain_heading(cell) in known or plain_heading(cell) in SUBHEADS for cell in lower)
    )


def _with_near(header: Header, captions: Mapping[str, Sequence[str]]) -> Header:
    """Headings that are nearly one of the captions, where only one field and only one column come into question."""
    free = [field for field in captions if field not in header.columns.values()]
    likely: dict[int, list[str]] = {}
    for column, heading in header.headings.items():
        if not header.columns[column]:
            likely[column] = [
                field for field in free if any(is_near(heading, caption) for caption in captions[field])
            ]
    chosen = Counter(field for fields in likely.values() for field in fields)
    found = {
        column: fields[0] for column, fields in likely.items() if len(fields) == 1 and chosen[fields[0]] == 1
    }
    return replace(header, columns={**header.columns, **found})


def _hits(header: Header) -> int:
    return sum(1 for field in header.columns.values() if field)


def _header(
    sheet: Sheet, first: int, *, last: int, known: Mapping[str, str], exact: Mapping[str, str]
) -> Header | None:
    if last >= len(sheet.rows) or last < _last_merged(sheet, first):
        return None  # a merged cell of the first row that reaches down takes the rows below into the heading
    if last > _last_merged(sheet, first) and not _is_below_groups(sheet, first, second=last):
        return None
    columns: dict[int, str] = {}
    headings: dict[int, str] = {}
    taken: set[str] = set()
    width = max(len(sheet.rows[first]), len(sheet.rows[last]))
    heads = [heading_parts(sheet, column, rows=range(first, last + 1)) for column in range(width)]
    named = {parts[:-1] for parts in heads if parts and plain_heading(parts[-1]) in NAMES}
    for column, parts in enumerate(heads):
        if not parts or len(parts[-1]) > LONGEST:
            continue
        headings[column] = " ".join(parts)
        # of the columns below 抽查事项 the one called 名称 has the group's field
        is_aside = parts[:-1] in named and plain_heading(parts[-1]) not in NAMES
        field = next(
            (
                found
                for text in (parts[-1], "".join(parts), *(() if is_aside else parts[-2::-1]))
                if (found := _field(text, known, exact=exact))
            ),
            "",
        )
        columns[column] = "" if field in taken else field
        taken.add(field)
    return Header(first, last, columns, headings) if columns else None


def heading_parts(sheet: Sheet, column: int, *, rows: Sequence[int]) -> tuple[str, ...]:
    """What stands over a column, from above: 公开对象, 全社会. A group's name holds for the columns that it spans."""
    parts = []
    for row in rows:
        text = _cell(sheet, row, column=column)
        under_group = not text and row < rows[-1] and _cell(sheet, rows[-1], column=column)
        parts.append(_group_above(sheet, row, column=column) if under_group else text)
    return tuple(dict.fromkeys(filter(None, parts)))


def _group_above(sheet: Sheet, row: int, *, column: int) -> str:
    return next((text for left in range(column, -1, -1) if (text := _cell(sheet, row, column=left))), "")


def _last_merged(sheet: Sheet, first: int) -> int:
    """The last of the rows into which a merged cell of the first reaches down."""
    last = first
    while last + 1 < min(len(sheet.rows), first + 3) and any(
        _is_below(sheet, last + 1, column=column) and _cell(sheet, last + 1, column=column)
        for column in range(len(sheet.rows[last + 1]))
    ):
        last += 1
    return last


def _is_below_groups(sheet: Sheet, first: int, *, second: int) -> bool:
    """Whether a row directly below has names only where the heading leaves room: no merges, but blanks beside a group."""
    if second != first + 1:
        return False
    room = False
    for column in range(max(len(sheet.rows[first]), len(sheet.rows[second]))):
        upper, lower = _own(sheet, first, column=column), _cell(sheet, second, column=column)
        beside = bool(_own(sheet, first, column=column + 1)) or not _cell(sheet, second, column=column + 1)
        if lower and ((upper and beside) or len(lower) > 12 or lower.isdecimal()):
            return False
        room |= bool(lower) and not upper
    return room


def _own(sheet: Sheet, row: int, *, column: int) -> str:
    """The cell's own text: a group merged over its columns leaves room beside its first one."""
    return "" if (row, column) in sheet.continued else _cell(sheet, row, column=column)


def _field(text: str, known: Mapping[str, str], *, exact: Mapping[str, str]) -> str:
    return exact.get(squeezed(text)) or known.get(plain_heading(text)) or "" if text else ""


def _cell(sheet: Sheet, row: int, *, column: int) -> str:
    cells = sheet.rows[row]
    return cells[column].strip() if column < len(cells) else ""


def records(
    sheet: Sheet,
    *,
    last_heading: int,
    columns: Mapping[int, str],
    keys: Sequence[str],
    known: frozenset[str] = frozenset(),
) -> Extract:
    """The records below the heading. A row without any of the `keys`, or inside the same merged key cell as the row
    above, continues the record above. `known` are the plain headings of all fields."""
    used = {column: field for column, field in columns.items() if field}
    found: list[list[int]] = []
    leftovers: list[Leftover] = []
    aside = asides(sheet, last_heading, known=known)
    titles = groups(sheet, [at for at in range(last_heading + 1, len(sheet.rows)) if at not in aside])
    section, sections = section_above(sheet, last_heading), dict[int, str]()
    for index in range(last_heading + 1, len(sheet.rows)):
        filled = [cell for cell in sheet.rows[index] if cell]
        if not filled:
            continue
        sections[index], why = section, ""
        if index in titles:
            section, why = titles[index], "分组的标题"
        elif index in aside or _is_footnote(sheet, index, filled=filled, used=used, keys=keys):
            why = aside.get(index, "表尾说明或者合计")
        elif _continues(sheet, index, used=used, keys=keys):
            if found:
                found[-1].append(index)
            else:
                why = "没有名称，也没有上一行可以接续"
        elif not any(_cell(sheet, index, column=column) for column in used):
            why = "只有未对应的列有内容"
        else:
            found.append([index])
        leftovers += [Leftover(sheet.number(index), _short(filled), why)] if why else []
    return Extract(
        tuple(replace(_record(sheet, rows, used=used), section=sections[rows[0]]) for rows in found),
        tuple(leftovers),
    )


def asides(sheet: Sheet, last_heading: int, *, known: frozenset[str]) -> dict[int, str]:
    """The rows below the heading that repeat it, number its columns or say how to fill them in, each with the reason."""
    heading = sheet.rows[max(last_heading - 1, 0) : last_heading + 1]
    own = {plain_heading(cell) for row in heading if len(set(row) - {""}) > 1 for cell in row if cell}
    below = range(last_heading + 1, len(sheet.rows))
    return {index: why for index in below if (why := why_aside(sheet.rows[index], own=own, known=known))}


def titles_above(sheet: Sheet, last_heading: int) -> tuple[str, ...]:
    """The rows over the heading that hold one text: the title of the list, the name of its first section."""
    above = [{cell for cell in row if cell} for row in sheet.rows[:last_heading]]
    return tuple(text for texts in above if len(texts) == 1 for text in texts)


def section_above(sheet: Sheet, last_heading: int) -> str:
    return next((text for text in titles_above(sheet, last_heading)[::-1] if SECTION.match(text)), "")


def _is_footnote(
    sheet: Sheet, index: int, *, filled: Sequence[str], used: Mapping[int, str], keys: Sequence[str]
) -> bool:
    distinct = set(filled)
    if FOOTNOTE.match(filled[0]) and len(distinct) <= 2:
        return True
    # one text across the whole width, merged or alone in the first cell, with nothing below it
    spread = len(distinct) == 1 and len(used) > 2 and (index, len(sheet.rows[index]) - 1) in sheet.continued
    return spread and any((index, column) in sheet.continued for column in used)


def _continues(sheet: Sheet, index: int, *, used: Mapping[int, str], keys: Sequence[str]) -> bool:
    of_keys = [column for column, field in used.items() if field in keys]
    texts = [
        _cell(sheet, index, column=column) for column in of_keys if not _is_below(sheet, index, column=column)
    ]
    return bool(of_keys) and not any(texts)


def _is_below(sheet: Sheet, index: int, *, column: int) -> bool:
    """Whether the cell repeats the one above it because both lie in one merge."""
    return (
        (index, column) in sheet.continued
        and index > 0
        and _cell(sheet, index, column=column) == _cell(sheet, index - 1, column=column)
    )


def _record(sheet: Sheet, rows: Sequence[int], *, used: Mapping[int, str]) -> Record:
    lines = [
        {
            field: ""
            if position and _is_below(sheet, index, column=column)
            else _cell(sheet, index, column=column)
            for column, field in used.items()
        }
        for position, index in enumerate(rows)
    ]
    cells: dict[str, str] = {}
    for field in used.values():
        texts = dict.fromkeys(line[field] for line in lines if line[field])
        cells[field] = "\n".join(texts)
    return Record(tuple(sheet.number(index) for index in rows), cells, tuple(lines))


def _short(filled: Sequence[str]) -> str:
    text = " ".join(dict.fromkeys(filled)).replace("\n", " ")
    return text if len(text) <= 80 else f"{text[:79]}…"
