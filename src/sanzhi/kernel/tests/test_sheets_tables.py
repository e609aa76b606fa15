"""The table in a sheet: its heading in many layouts, its records, and nothing that vanishes."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sanzhi.kernel.sheets.model import Sheet
from sanzhi.kernel.sheets.tables import find_header, records

CAPTIONS = {
    "code": ("编码", "序号", "项目编码"),
    "title": ("名称", "事项名称", "项目名称"),
    "kind": ("职权类别", "类别"),
    "basis": ("实施依据", "依据"),
    "remark": ("备注",),
}


def sheet(*rows: tuple[str, ...], continued: frozenset[tuple[int, int]] = frozenset()) -> Sheet:
    return Sheet("清单", rows, 1, continued)


@pytest.mark.parametrize(
    ("found_in", "row", "columns"),
    [
        (sheet(("编码", "名称")), 0, {0: "code", 1: "title"}),
        (
            sheet(("某局清单", ""), ("2026年", ""), ("序 号", "项目\n名称（全称）")),
            2,
            {0: "code", 1: "title"},
        ),
        (sheet(("一、编码", "2.名称", "【备注】")), 0, {0: "code", 1: "title", 2: "remark"}),
        (sheet(("名称", "实施依据（具体条款）", "别的")), 0, {0: "title", 1: "basis", 2: ""}),
        (sheet(("名称", "编码", "名称")), 0, {0: "title", 1: "code", 2: ""}),
        # nearly a caption, and nothing else comes into question
        (sheet(("编码", "名称", "行政职权类别")), 0, {0: "code", 1: "title", 2: "kind"}),
        # two columns are equally near: a person has to say which
        (sheet(("编码", "名称", "行政职权类别", "职权类别一")), 0, {0: "code", 1: "title", 2: "", 3: ""}),
        # a field that is recognised exactly is not taken by a likeness
        (sheet(("编码", "类别", "行政职权类别")), 0, {0: "code", 1: "kind", 2: ""}),
    ],
)
def test_the_heading_is_found(found_in: Sheet, row: int, columns: Mapping[int, str]) -> None:
    header = find_header(found_in, captions=CAPTIONS)
    assert header is not None
    assert (header.last, header.columns) == (row, columns)


def test_a_heading_of_two_rows_is_one() -> None:
    rows = (("编码", "依据", "依据", "备注"), ("编码", "名称", "条款", "备注"), ("1", "某条例", "第四条", ""))
    merges = frozenset({(0, 2), (1, 0), (1, 3)})
    header = find_header(sheet(*rows, continued=merges), captions=CAPTIONS | {"article": ("依据条款",)})
    assert header is not None
    assert (header.row, header.last) == (0, 1)
    assert header.columns == {0: "code", 1: "title", 2: "article", 3: "remark"}
    assert header.headings[2] == "依据 条款"


def test_a_sheet_without_a_table_has_no_heading() -> None:
    assert find_header(sheet(("某局通知", ""), ("请各科室", "编码")), captions=CAPTIONS) is None


COLUMNS = {0: "code", 1: "title", 2: "basis"}
HEAD = ("编码", "名称", "依据")


@pytest.mark.parametrize(
    ("rows", "continued", "told", "left"),
    [
        ([("1", "甲", "a"), ("2", "乙", "b")], [], {(2,): "a", (3,): "b"}, []),
        # empty keys continue the row above; equal texts stand once
        ([("1", "甲", "a"), ("", "", "b"), ("", "", "a")], [], {(2, 3, 4): "a\nb"}, []),
        # so does a merged key, filled into every row of its region
        ([("1", "甲", "a"), ("1", "甲", "b")], [(2, 0), (2, 1)], {(2, 3): "a\nb"}, []),
        # equal keys without a merge are two records
        ([("1", "甲", "a"), ("1", "甲", "b")], [], {(2,): "a", (3,): "b"}, []),
        ([("", "", ""), ("1", "甲", "a")], [], {(3,): "a"}, []),
        ([("", "", "a"), ("1", "甲", "b")], [], {(3,): "b"}, [(2, "没有名称，也没有上一行可以接续")]),
        ([("1", "甲", "a"), HEAD, ("2", "乙", "b")], [], {(2,): "a", (4,): "b"}, [(3, "重复的表头")]),
        ([("1", "甲", "a"), ("注：以上", "", "")], [], {(2,): "a"}, [(3, "表尾说明或者合计")]),
        ([("1", "甲", "a"), ("合计", "1", "")], [], {(2,): "a"}, [(3, "表尾说明或者合计")]),
        ([("1", "甲", "a"), ("印", "印", "印")], [(2, 1), (2, 2)], {(2,): "a"}, [(3, "表尾说明或者合计")]),
    ],
)
def test_rows_become_records_or_are_told(
    rows: list[tuple[str, ...]],
    continued: list[tuple[int, int]],
    told: dict[tuple[int, ...], str],
    left: list[tuple[int, str]],
) -> None:
    found = records(
        sheet(HEAD, *rows, continued=frozenset(continued)),
        last_heading=0,
        columns=COLUMNS,
        keys=("code", "title"),
    )
    assert {record.numbers: record.cells["basis"] for record in found.records} == told
    assert [(row.number, row.why) for row in found.leftovers] == left


def test_the_second_page_of_a_two_row_heading_is_no_record() -> None:
    upper, lower = ("编码", "依据", "依据"), ("编码", "名称", "条款")
    rows = (upper, lower, ("1", "甲", "a"), upper, lower, ("2", "乙", "b"))
    found = records(sheet(*rows), last_heading=1, columns=COLUMNS, keys=("code", "title"))
    assert [record.numbers for record in found.records] == [(3,), (6,)]
    assert [(row.number, row.why) for row in found.leftovers] == [(4, "重复的表头"), (5, "重复的表头")]


CELL = some.sampled_from(["", "", "甲", "乙", "1", "注：说明", "合计", "编码", "名称", "丙\n丁", "3.5"])
ROWS = some.lists(some.tuples(CELL, CELL, CELL, CELL), max_size=25)
MERGED = some.frozensets(some.tuples(some.integers(1, 25), some.integers(0, 3)), max_size=12)
MAPPING = some.dictionaries(some.integers(0, 5), some.sampled_from(["", "code", "title", "basis", "remark"]))


@given(rows=ROWS, continued=MERGED, columns=MAPPING, keys=some.sets(some.sampled_from(["code", "title"])))
def test_nothing_vanishes(
    rows: list[tuple[str, ...]],
    continued: frozenset[tuple[int, int]],
    columns: dict[int, str],
    keys: set[str],
) -> None:
    whole = Sheet("清单", (("编码", "名称", "依据", "备注"), *rows), 1, continued)
    found = records(whole, last_heading=0, columns=columns, keys=sorted(keys))
    told = [number for record in found.records for number in record.numbers]
    left = [row.number for row in found.leftovers]
    assert sorted(told + left) == [
        number for number, row in enumerate(whole.rows, start=1) if number > 1 and any(row)
    ]
    texts: dict[str, list[str]] = {field: [] for field in (*columns.values(), "")}
    for record in found.records:
        for field, text in record.cells.items():
            texts[field] += text.split("\n")
        for number in record.numbers:
            for column, field in columns.items():
                if field and list(columns.values()).count(field) == 1 and column < 4:
                    assert set(whole.rows[number - 1][column].split("\n")) <= {*texts[field], ""}
