"""A list as a sheet: the table that is exported, and the preview of what an imported sheet would change.

Nothing is written here. Every row of the sheet is shown as new, changed, same or wrong, or named as left out.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sanzhi.catalogues.cells import PART, tier_parts
from sanzhi.catalogues.checks import citations_broken
from sanzhi.catalogues.columns import TIER_CAPTIONS, columns_of, content_of, title_column
from sanzhi.catalogues.columns import Column as ListColumn
from sanzhi.catalogues.diff import FieldChange, fields_changed
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.catalogues.queries.public import public_columns
from sanzhi.catalogues.schemas import SCHEMAS, Wrong, check_row
from sanzhi.kernel.sheets.model import Sheet, place
from sanzhi.kernel.sheets.tables import Header, Leftover, Record, find_header, records
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
    """`numbers` are rows of the sheet; `values` the whole row as it would be kept, empty while it is wrong."""

    numbers: tuple[int, ...]
    code: str
    title: str
    state: str
    reasons: tuple[Reason, ...] = ()
    changes: tuple[FieldChange, ...] = ()
    values: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Preview:
    """`missing` are (code, title) of rows that the edition has and the sheet has not."""

    rows: tuple[PreviewRow, ...]
    leftovers: tuple[Leftover, ...]
    missing: tuple[tuple[str, str], ...]

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


def header_of(kind: str, sheet: Sheet) -> Header | None:
    return find_header(sheet, captions=captions(kind))


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
    """What the sheet would do to the edition (3 queries). `columns` says which column of the sheet is which field."""
    code_field = CODE.get(Kind(edition.kind), "code")
    keys = (code_field, title_column(edition.kind))
    extract = records(sheet, last_heading=last_heading, columns=columns, keys=keys)
    standing = {row.code: row for row in edition.rows.all()}
    by_title = {row.title: code for code, row in standing.items()}
    reader = _Reader(
        edition, sheet, columns=columns, last=max((row.position for row in standing.values()), default=0)
    )
    rows = []
    for record in extract.records:
        said = record.cells.get(code_field, "") or by_title.get(record.cells.get(keys[1], ""), "")
        rows.append(reader.read(record, said, before=standing[said].content if said in standing else None))
    rows = list(_without_doubles(rows))
    rows = list(_with_broken(edition.kind, rows, sheet=sheet.name))
    seen = {row.code for row in rows}
    missing = tuple((code, row.title) for code, row in standing.items() if code not in seen)
    return Preview(tuple(rows), extract.leftovers, missing)


class _Reader:
    def __init__(self, edition: Edition, sheet: Sheet, *, columns: Mapping[int, str], last: int) -> None:
        self.kind, self.sheet, self.last = edition.kind, sheet, last
        self.places = {field: column for column, field in columns.items() if field}

    def read(self, record: Record, code: str, *, before: Mapping[str, Any] | None) -> PreviewRow:
        """The record against the row that it would replace."""
        title = record.cells.get(title_column(self.kind), "")
        values, wrongs = content_of(self.kind, self._cells(record))
        if before is None:
            self.last += 1
        checked = check_row(self.kind, self._whole(values, before, code=code), number=self.last)
        wrongs = wrongs or checked.wrongs
        if wrongs or checked.row is None:
            reasons = tuple(self._at(record, wrong) for wrong in wrongs)
            return PreviewRow(record.numbers, code, title, "wrong", reasons)
        row = checked.row
        if before is None:
            return PreviewRow(record.numbers, row.code, row.title, "new", values=row.content)
        changes = fields_changed(self.kind, before, after=row.content)
        state = "changed" if changes else "same"
        return PreviewRow(record.numbers, row.code, row.title, state, changes=changes, values=row.content)

    def _cells(self, record: Record) -> dict[str, str]:
        cells = dict(record.cells)
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
