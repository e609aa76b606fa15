"""A list as a sheet: the table that is exported, and the preview of what an imported sheet would change.

Nothing is written here. Every row of the sheet is shown as new, changed, same or wrong, or named as left out.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import count
from typing import Any

from sanzhi.catalogues.cells import PART, tier_parts
from sanzhi.catalogues.checks import citations_broken
from sanzhi.catalogues.columns import TIER_CAPTIONS, columns_of, content_of, title_column
from sanzhi.catalogues.columns import Column as ListColumn
from sanzhi.catalogues.completing import Around, Completed, completed
from sanzhi.catalogues.diff import FieldChange, fields_changed
from sanzhi.catalogues.mapping import (
    KEPT,
    NUMBERED,
    ORDINAL,
    SPLIT,
    TICK,
    Unfolded,
    fields_in,
    filled_below,
    keyed,
    recognised,
    remark_of,
    unfolded,
)
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.catalogues.noticing import notices
from sanzhi.catalogues.queries.public import public_columns
from sanzhi.catalogues.schemas import SCHEMAS, Wrong, check_row
from sanzhi.kernel.sheets.headings import plain_heading
from sanzhi.kernel.sheets.model import Sheet, letters, place
from sanzhi.kernel.sheets.tables import (
    Header,
    Leftover,
    Record,
    find_header,
    heading_parts,
    records,
    titles_above,
)
from sanzhi.kernel.sheets.writing import Column, Table
from sanzhi.kernel.verdict import Reason

TIERS = tuple(f"tiers.{position}" for position in range(len(TIER_CAPTIONS)))
TIER_ALSO = (
    ("等级", "裁量等级", "裁量阶次"),
    ("违法情节", "适用情形", "具体情形"),
    ("下限",),
    ("上限",),
    ("裁量幅度", "处罚标准", "裁量标准"),
)
CODE = {Kind.PROCEDURE: "key"}


@dataclass(frozen=True)
class PreviewRow:
    """`numbers` are rows of the sheet; `values` the whole row as it would be kept, empty while it is wrong.

    `guessed` are captions of values that a person must confirm; `has_new_code` where the sheet says none.
    """

    numbers: tuple[int, ...]
    code: str
    title: str
    state: str
    reasons: tuple[Reason, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    values: Mapping[str, Any] | None = None
    guessed: tuple[str, ...] = ()
    has_new_code: bool = False


@dataclass(frozen=True)
class Preview:
    """`missing` are (code, title) of rows that the edition has and the sheet has not; `notices` what a reader should know."""

    rows: tuple[PreviewRow, ...]
    leftovers: tuple[Leftover, ...]
    missing: tuple[tuple[str, str], ...]
    notices: tuple[str, ...] = ()

    def count(self, state: str) -> int:
        return sum(1 for row in self.rows if row.state == state)

    @property
    def values(self) -> list[dict[str, Any]]:
        """The rows that are new or changed."""
        return [
            dict(row.values)
            for row in self.rows
            if row.values is not None and row.state in {"new", "changed"}
        ]

    @property
    def unchecked(self) -> dict[str, list[str]]:
        """By code, the captions of values that were guessed."""
        written = [row for row in self.rows if row.state in {"new", "changed"}]
        return {row.code: list(row.guessed) for row in written if row.guessed}


def captions(kind: str) -> dict[str, tuple[str, ...]]:
    """The headings by which a field is recognised, our own first."""
    found = {
        column.name: (column.caption, *column.also) for column in columns_of(kind) if column.cell != "tiers"
    }
    if kind == Kind.DISCRETION:
        found |= {
            name: (caption, *also)
            for name, caption, also in zip(TIERS, TIER_CAPTIONS, TIER_ALSO, strict=True)
        }
    return found


def fields(kind: str) -> list[tuple[str, str]]:
    """(field, caption) for the choice of a column's meaning."""
    return [(name, names[0]) for name, names in captions(kind).items()]


def options(kind: str, word: str) -> list[tuple[str, str]]:
    """(word, caption) of all that a column may mean, with the special `word` that was recognised for it."""
    named = dict(fields(kind))
    found = [*fields(kind), (ORDINAL, "序号（不作编码）")]
    found += [(KEPT, "并入备注")] if remark_of(kind) else []
    if TICK in word:
        field, _, value = word.partition(TICK)
        found.append((word, f"{named.get(field, field)}：打√的是“{value}”"))
    elif SPLIT in word:
        found.append((word, f"拆开：{'、'.join(named.get(field, field) for field in fields_in(word))}"))
    return found


@lru_cache(maxsize=32)
def known_headings(kind: str) -> frozenset[str]:
    """All names under which a column of the kind is recognised, plain."""
    named = [*NUMBERED, *(caption for also in captions(kind).values() for caption in also)]
    return frozenset(map(plain_heading, named))


def header_of(kind: str, sheet: Sheet) -> Header | None:
    """The heading with the meaning of every column (see `mapping`)."""
    found = find_header(sheet, captions={**captions(kind), ORDINAL: tuple(NUMBERED)})
    if found is None:
        return None
    return replace(found, columns=recognised(kind, sheet, header=found, captions=captions(kind)))


def table_of(edition: Edition, lines: tuple[str, ...]) -> Table:
    """The edition as a table that reads back the same; a row with tiers is spread over as many lines."""
    return _table(edition, lines, chosen=columns_of(edition.kind))


def wall_table_of(edition: Edition, lines: tuple[str, ...]) -> Table:
    """For people who read it on paper: the public columns in which something stands."""
    contents = list(edition.rows.values_list("content", flat=True))
    shown = [
        column
        for column in public_columns(edition.kind)
        if any(column.write(content) not in {"", "否"} for content in contents)
    ]
    return _table(edition, lines, chosen=shown)


def _table(edition: Edition, lines: tuple[str, ...], *, chosen: Sequence[ListColumn]) -> Table:
    columns = [column for column in chosen if column.cell != "tiers"]
    rows: list[tuple[str, ...]] = []
    spread = edition.kind == Kind.DISCRETION
    for content in edition.rows.values_list("content", flat=True):
        cells = tuple(column.write(content) for column in columns)
        if not spread:
            rows.append(cells)
            continue
        # code and title lead, then the tier's own columns, then what remains
        for position, tier in enumerate(content["tiers"]):
            lead, rest = (cells[:2], cells[2:]) if position == 0 else (("", ""), ("",) * len(cells[2:]))
            rows.append((*lead, *tier_parts(tier), *rest))
    heads = [Column(column.caption, column.width) for column in columns]
    if spread:
        heads[2:2] = [
            Column(caption, width) for caption, width in zip(TIER_CAPTIONS, (10, 26, 10, 10, 26), strict=True)
        ]
    return Table(edition.title, lines, tuple(heads), tuple(rows), leading=2 if spread else 0)


def preview(edition: Edition, sheet: Sheet, *, last_heading: int, columns: Mapping[int, str]) -> Preview:
    """What the sheet would do to the edition (a few queries). `columns` says which column of the sheet is which field."""
    code_field = CODE.get(Kind(edition.kind), "code")
    keys = (code_field, title_column(edition.kind), ORDINAL)
    extract = records(
        sheet,
        last_heading=last_heading,
        columns=keyed(columns),
        keys=keys,
        known=known_headings(edition.kind),
    )
    reader = _Reader(edition, sheet, columns=columns, last_heading=last_heading)
    rows = [reader.read(record) for record in extract.records]
    rows = list(_without_doubles(rows))
    rows = list(_with_broken(edition.kind, rows, sheet=sheet.name))
    seen = {row.code for row in rows}
    missing = tuple((code, row.title) for code, row in reader.standing.items() if code not in seen)
    said = notices(
        edition.kind,
        [(row.numbers[0], row.values) for row in rows if row.values is not None],
        columns=columns,
        around=reader.around,
        text="\n".join(cell for row in sheet.rows for cell in row),
    )
    return Preview(tuple(rows), extract.leftovers, missing, (*reader.unnamed_said(), *said))


class _Reader:
    """Reads the records of a sheet one after another against the rows of the edition."""

    def __init__(
        self, edition: Edition, sheet: Sheet, *, columns: Mapping[int, str], last_heading: int
    ) -> None:
        self.kind, self.sheet, self.columns = edition.kind, sheet, columns
        self.standing = {row.code: row for row in edition.rows.all()}
        self.same_title: dict[str, list[str]] = {}
        for code, row in self.standing.items():
            self.same_title.setdefault(row.title, []).append(code)
        self.last = max((row.position for row in self.standing.values()), default=0)
        self.places = {field: column for column, word in columns.items() for field in fields_in(word)}
        rows = _heading_rows(sheet, last_heading)
        self.headings = {
            column: " ".join(heading_parts(sheet, column, rows=rows))
            for column in range(max(map(len, sheet.rows), default=0))
        }
        self.unnamed = filled_below(
            sheet, last_heading, without={column: text for column, text in self.headings.items() if text}
        )
        self.around = Around(titles_above(sheet, last_heading), tuple(self.headings.values()))
        self.doubts = {(sheet.number(row), column): doubt for row, column, doubt in sheet.doubts}

    def read(self, record: Record) -> PreviewRow:
        """The record against the row that it would replace."""
        said = unfolded(self.kind, record, columns=self.columns, headings=self.headings)
        cells = self._with_tiers(record, said.cells)
        title = cells.get(title_column(self.kind), "")
        code = cells.get(CODE.get(Kind(self.kind), "code"), "") or self._standing_code(title)
        before = self.standing[code].content if code in self.standing else None
        values, wrongs = content_of(self.kind, cells)
        done = Completed(values)
        if before is None:
            done = completed(self.kind, values, around=replace(self.around, section=record.section))
        has_new_code = before is None and not code
        if before is None:
            self.last += 1
            code = code or self._new_code()
        checked = check_row(self.kind, self._whole({**done.values}, before, code=code), number=self.last)
        wrongs = wrongs or checked.wrongs
        reasons = (*self._doubted(record, said), *(self._at(record, wrong) for wrong in wrongs))
        if reasons or checked.row is None:
            return PreviewRow(record.numbers, code, title, "wrong", reasons)
        row = checked.row
        told = PreviewRow(
            record.numbers, row.code, row.title, "new", values=row.content, guessed=done.guessed
        )
        if before is None:
            return replace(told, has_new_code=has_new_code)
        changes = fields_changed(self.kind, before, after=row.content)
        return replace(told, state="changed" if changes else "same", changes=changes)

    def unnamed_said(self) -> list[str]:
        """What becomes of the columns in which something stands below no heading."""
        kept = [column for column in self.unnamed if self.columns.get(column) == KEPT]
        left = [column for column in self.unnamed if not self.columns.get(column)]
        found = [f"{self._unnamed_places(kept)}没有表头，内容并入备注，写明原列。"] if kept else []
        return found + ([f"{self._unnamed_places(left)}没有表头也没有对应，不导入。"] if left else [])

    def _unnamed_places(self, columns: Sequence[int]) -> str:
        return "；".join(
            f"{letters(column)}列（第{'、'.join(str(self.sheet.number(row)) for row in rows[:8])}"
            f"{'等' if len(rows) > 8 else ''}行）"
            for column in columns
            for rows in (self.unnamed[column],)
        )

    def _standing_code(self, title: str) -> str:
        """The row of this title, each once: a list may name two rows alike."""
        codes = self.same_title.get(title, [])
        return codes.pop(0) if codes and title else ""

    def _new_code(self) -> str:
        """序号 is no code: the next free one, in the shape that the list wants."""
        shape = "P{:03d}" if self.kind == Kind.POWERS else "{:03d}"
        found = next(
            code for number in count(self.last) if (code := shape.format(number)) not in self.standing
        )
        self.last = max(self.last, int(found.lstrip("P")))
        return found

    def _doubted(self, record: Record, said: Unfolded) -> list[Reason]:
        """Cells that are not what they show, and cells that do not fall apart."""
        taken = [column for column, word in self.columns.items() if word and word != ORDINAL]
        doubts = [
            (number, column, self.doubts[number, column])
            for number in record.numbers
            for column in taken
            if (number, column) in self.doubts and not self._is_day(column)
        ]
        doubts += [(record.numbers[0], column, sentence.rstrip("。")) for column, sentence in said.wrongs]
        doubts += self._homeless(record)
        return [
            Reason(
                f"{place(self.sheet.name, number, column=column)}{sentence}。",
                remedy="请在原表中改好（数字和日期改成文本）后重新上传。",
            )
            for number, column, sentence in doubts
        ]

    def _homeless(self, record: Record) -> list[tuple[int, int, str]]:
        """Cells below no heading, in a list without a remark that could keep them."""
        if remark_of(self.kind):
            return []
        return [
            (self.sheet.number(row), column, "有内容，这一列却没有表头，这类清单也没有备注可以收入")
            for column, rows in self.unnamed.items()
            for row in rows
            if not self.columns.get(column) and self.sheet.number(row) in record.numbers
        ]

    def _is_day(self, column: int) -> bool:
        fields = fields_in(self.columns[column])
        return any(known.name in fields and known.cell == "day" for known in columns_of(self.kind))

    def _with_tiers(self, record: Record, said: Mapping[str, str]) -> dict[str, str]:
        cells = dict(said)
        if self.kind == Kind.DISCRETION:
            lines = [[line.get(name, "").replace("\n", " ") for name in TIERS] for line in record.lines]
            cells["tiers"] = "\n".join(PART.join(parts) for parts in lines if any(parts))
        return cells

    def _whole(
        self, values: dict[str, Any], before: Mapping[str, Any] | None, *, code: str
    ) -> dict[str, Any]:
        """A column that the sheet does not have keeps what stands; one that it has and leaves empty is emptied."""
        kept = dict(before or {})
        for column in columns_of(self.kind):
            if column.name in self.places or (column.cell == "tiers" and TIERS[0] in self.places):
                for name in (
                    ("formula", "formulas", "alternatives") if column.cell == "fine" else (column.name,)
                ):
                    kept.pop(name, None)
        return {**kept, **values, **({CODE.get(Kind(self.kind), "code"): code} if code else {})}

    def _at(self, record: Record, wrong: Wrong) -> Reason:
        column = self.places.get(
            wrong.field, self.places.get(TIERS[0], 0) if wrong.field == "tiers" else None
        )
        number = record.numbers[0]
        return wrong.at(
            place(self.sheet.name, number, column=column)
            if column is not None
            else f"表“{self.sheet.name}”第{number}行"
        )


def _heading_rows(sheet: Sheet, last: int) -> range:
    """The heading's rows: those that a merge joins with the last one, or that stand over it with several names."""
    upper = sheet.rows[last - 1] if last else ()
    return range(last - 1 if len({cell for cell in upper if cell}) > 1 else last, last + 1)


def _without_doubles(rows: list[PreviewRow]) -> Iterator[PreviewRow]:
    counts = Counter(row.code for row in rows if row.code)
    for row in rows:
        if counts[row.code] > 1:
            yield _wrong(
                row, Reason(f"第{row.numbers[0]}行：编码“{row.code}”在表中出现{counts[row.code]}次。")
            )
        else:
            yield row


def _with_broken(kind: str, rows: list[PreviewRow], *, sheet: str) -> Iterator[PreviewRow]:
    """Citations of articles that do not exist make a row wrong (2 queries for all rows)."""
    names = SCHEMAS[kind].basis_fields
    changed = [row for row in rows if row.values is not None and row.state in {"new", "changed"}]
    broken = citations_broken({row.code: row.values or {} for row in changed}, names)
    for row in rows:
        if row.code in broken and row.state in {"new", "changed"}:
            said = f"表“{sheet}”第{row.numbers[0]}行：引用的{broken[row.code]}在现行文本中不存在。"
            yield _wrong(row, Reason(said))
        else:
            yield row


def _wrong(row: PreviewRow, reason: Reason) -> PreviewRow:
    return PreviewRow(row.numbers, row.code, row.title, "wrong", (*row.reasons, reason))
