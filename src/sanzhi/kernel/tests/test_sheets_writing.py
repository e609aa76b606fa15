"""Lists written out: what is written reads back, and no cell becomes a formula or is lost."""

import csv
import io
import zipfile
from datetime import UTC, datetime

import docx
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.sheets import writing
from sanzhi.kernel.sheets.delimited import read_delimited, write_delimited
from sanzhi.kernel.sheets.reading import read_workbook
from sanzhi.kernel.sheets.writing import Column, Table
from sanzhi.kernel.text import clean

STAMP = datetime(2026, 11, 23, tzinfo=UTC)
COLUMNS = (Column("编码", 4), Column("名称", 8), Column("依据", 20))
HOSTILE = (
    "=1+1",
    "+86",
    "-5",
    "@甲",
    "'=1",
    "''-",
    "'",
    "a,b;c\td",
    '"引"',
    "行\n行",
    "http://a.invalid",
    "00012",
    "1/2",
)


def table(*rows: tuple[str, ...], leading: int = 0) -> Table:
    return Table("某局清单：[2026]/第1版", ("第1版", "2026年11月23日"), COLUMNS, rows, leading=leading)


def body(written: bytes, name: str) -> tuple[tuple[str, ...], ...]:
    (sheet,) = read_workbook(written, name=name).sheets
    return sheet.rows[sheet.rows.index(tuple(column.caption for column in COLUMNS)) + 1 :]


@pytest.mark.parametrize("cell", HOSTILE)
def test_a_hostile_cell_reads_back_as_it_was(cell: str) -> None:
    rows = (("1", cell, "甲"), ("2", "乙", cell))
    assert body(writing.csv(table(*rows)), "清单.csv") == rows
    assert body(writing.xlsx(table(*rows)), "清单.xlsx") == rows


TEXT = some.text(
    some.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | some.sampled_from("=+-@'\",;\n中"),
    max_size=12,
).map(clean)


@given(some.lists(some.tuples(TEXT, TEXT, TEXT), max_size=6))
@settings(max_examples=200)
def test_any_text_survives_a_csv(rows: list[tuple[str, ...]]) -> None:
    written = write_delimited(["编码", "名称", "依据"], rows)
    said = [row if any(row) else () for row in rows]
    while said and not said[-1]:
        said.pop()
    assert list(read_delimited(written, name="清单.csv")[1:]) == said
    plainly = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in plainly for cell in row)


@given(some.lists(some.tuples(some.just("1"), TEXT, TEXT), min_size=1, max_size=4))
@settings(max_examples=15)
def test_any_text_survives_a_workbook(rows: list[tuple[str, ...]]) -> None:
    assert list(body(writing.xlsx(table(*rows)), "清单.xlsx")) == rows


GROUPS = (("1", "甲", "a"), ("", "", "b"), ("2", "乙", "c"))


def test_rows_that_share_their_leading_cells_are_merged() -> None:
    assert table(*GROUPS, leading=2).spans() == [(0, 1), (2, 2)] and table(*GROUPS).spans() == [
        (0, 0),
        (1, 1),
        (2, 2),
    ]
    (sheet,) = read_workbook(writing.xlsx(table(*GROUPS, leading=2)), name="清单.xlsx").sheets
    assert sheet.rows[-3:] == (("1", "甲", "a"), ("1", "甲", "b"), ("2", "乙", "c"))
    assert {(len(sheet.rows) - 2, 0), (len(sheet.rows) - 2, 1)} <= sheet.continued
    grid = docx.Document(io.BytesIO(writing.docx(table(*GROUPS, leading=2)))).tables[0]
    assert [[cell.text for cell in row.cells] for row in grid.rows] == [
        ["编码", "名称", "依据"],
        *[["1", "甲", "a"], ["1", "甲", "b"], ["2", "乙", "c"]],
    ]


@pytest.mark.parametrize("rows", [(), GROUPS])
def test_every_form_is_made_of_an_empty_list_too(rows: tuple[tuple[str, ...], ...]) -> None:
    made = table(*rows, leading=2)
    with zipfile.ZipFile(io.BytesIO(writing.xlsx(made))) as book:
        page, names = (book.read(f"xl/{part}").decode() for part in ("worksheets/sheet1.xml", "workbook.xml"))
    assert 'paperSize="8"' in page and 'orientation="landscape"' in page and "ySplit" in page
    assert "Print_Titles" in names
    assert b"w:tblHeader" in zipfile.ZipFile(io.BytesIO(writing.docx(made))).read("word/document.xml")
    assert len(pypdfium2.PdfDocument(writing.pdf(made, stamp=STAMP))) == 1
    assert body(writing.csv(made), "清单.csv") == rows


def pages(made: Table) -> list[str]:
    book = pypdfium2.PdfDocument(writing.pdf(made, stamp=STAMP))
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in book]


def test_a_long_list_on_the_wall_repeats_its_heading_and_counts_its_pages() -> None:
    found = pages(table(*((str(number), "甲", "长" * (4000 if number == 3 else 9)) for number in range(120))))
    assert len(found) > 2 and all("编码名称依据" in text for text in found)
    assert f"第2页，共{len(found)}页" in found[1]
    assert sum(text.count("长") for text in found) == 4000 + 119 * 9


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("长" * 32_768, "第1行“名称”有32768字，超过32767字"),
        ("甲\U00013000", "现有字体没有字符“\U00013000”（U+13000）"),
    ],
)
def test_what_a_form_cannot_hold_is_refused(cell: str, words: str) -> None:
    made = table(("1", cell, "甲"))
    with pytest.raises(Refused) as no:
        writing.pdf(made, stamp=STAMP)
    assert words in str(no.value)
    assert body(writing.csv(made), "清单.csv") == made.rows


def test_a_workbook_refuses_the_cell_that_it_would_leave_out() -> None:
    whole, long = table(("1", "长" * 32_767, "甲")), table(("1", "长" * 32_768, "甲"))
    assert body(writing.xlsx(whole), "清单.xlsx") == whole.rows
    with pytest.raises(Refused, match="第1行“名称”有32768字"):
        writing.xlsx(long)
