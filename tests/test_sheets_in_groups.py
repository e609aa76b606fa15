"""Groups in a sheet: titles over some records, and names below a group of the heading, in whichever cells they stand."""

from collections.abc import Iterable
from typing import Any

import pytest

from sanzhi.demo.cast import Bureau
from tests.test_sheets import begun, book, looked, rows
from tests.test_sheets_as_published import contents

LINES = [(number, f"{name}的检查", "对象") for number, name in enumerate("松柏杨柳", start=1)]
GROUPED = ("序号", "抽查事项", "检查对象")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("一", "市容类（2项）"), ("二", "园林类（共2项）")),
        (("（一）", "市容类"), ("（二）", "园林类")),
        (("一、", "市容类"), ("二、", "园林类")),
        (("第一类", "市容类"), ("第二类", "园林类")),
        (("一、市容类", None), ("二、园林类", None)),
        ((None, "一、市容类"), (None, "二、园林类")),
    ],
)
@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_title_of_a_group_is_no_record_in_whichever_cells_it_stands(
    bureau: Bureau, first: tuple[str | None, ...], second: tuple[str | None, ...], form: str
) -> None:
    lines = (GROUPED, first, *LINES[:2], second, *LINES[2:])
    content = book(rows(*lines)) if form == "xlsx" else as_text(lines)
    found = looked(begun(bureau, "spot_checks"), content)
    assert [row.title for row in found.rows] == [title for _, title, _ in LINES]
    assert [(left.number, left.why) for left in found.leftovers] == [(2, "分组的标题"), (5, "分组的标题")]


def test_a_title_of_a_group_may_say_beside_it_how_many(bureau: Bureau) -> None:
    head = ("序号", "抽查事项", "检查依据", "检查对象", "备注")
    lines = (head, ("一、", "市容类（2项）", None, None, "2项"), (1, "松的检查", "依据", "对象"))
    lines += (
        (2, "柏的检查", "依据", "对象"),
        ("二、", "园林类", "见附件", None, None),
        (3, "杨的检查", "依据", "对象"),
    )
    found = looked(begun(bureau, "spot_checks"), book(rows(*lines)))
    assert len(found.rows) == 3 and [left.number for left in found.leftovers] == [2, 5]


def test_a_title_of_a_group_in_a_list_of_two_columns(bureau: Bureau) -> None:
    lines = (("抽查事项", "检查对象"), ("一、市容类", None), ("松的检查", "对象"), ("柏的检查", "对象"))
    found = looked(begun(bureau, "spot_checks"), book(rows(*lines)))
    assert len(found.rows) == 2 and [left.number for left in found.leftovers] == [2]


def as_text(lines: Iterable[tuple[object, ...]]) -> bytes:
    written = (",".join("" if value is None else str(value) for value in line) for line in lines)
    return "\n".join(written).encode()


def test_a_group_in_two_cells_gives_the_category(bureau: Bureau) -> None:
    lines = (("一", "行政许可（1项）"), (1, "落叶堆场的审批"), ("二", "行政处罚（1项）"), (1, "对焚烧的处罚"))
    found = looked(begun(bureau, "powers"), book(rows(("序号", "项目名称"), *lines)))
    assert [row["category"] for row in contents(found)] == ["行政许可", "行政处罚"]


@pytest.mark.parametrize(
    "lines",
    [
        [("一", "松的检查"), ("二", "柏的检查"), ("三", "杨的检查")],
        [("一", "松的检查"), ("二", "柏的检查"), ("三", "杨的检查", "对象")],
        [("一", "松的检查", "对象"), ("二", "柏的检查"), ("三", "杨的检查", "对象")],
        [("一", "松的检查"), ("二", "柏的检查"), (3, "杨的检查")],
        [(None, "一、松的检查"), (None, "二、柏的检查"), (None, "三、杨的检查")],
    ],
)
def test_records_with_chinese_numerals_are_not_lost(bureau: Bureau, lines: list[tuple[object, ...]]) -> None:
    found = looked(begun(bureau, "spot_checks"), book(rows(GROUPED, *lines)))
    assert len(found.rows) == 3 and not found.leftovers


@pytest.mark.parametrize("below", [("名称", "类别"), ("类别", "名称")])
@pytest.mark.parametrize("is_merged", [True, False])
def test_names_below_a_group_are_heading_though_nothing_is_merged_down(
    bureau: Bureau, below: tuple[str, str], is_merged: bool
) -> None:
    matter = {"名称": "松的检查", "类别": "重点检查事项"}
    line = (1, *(matter[name] for name in below), "对象", "5%", "1次", "现场")

    def fill(made: Any, sheet: Any) -> None:
        sheet.write_row(0, 0, ["序号", "抽查事项", "", "检查对象", "比例", "频次", "方式"])
        if is_merged:
            sheet.merge_range(0, 1, 0, 2, "抽查事项")
        sheet.write_row(1, 1, below)
        sheet.write_row(2, 0, line)

    found = looked(begun(bureau, "spot_checks"), book(fill))
    (row,) = contents(found)
    assert (row["title"], row["level"]) == ("松的检查", "重点检查事项") and not found.leftovers
    assert (row["ratio"], row["frequency"], row["method"]) == ("5%", "1次", "现场")


def test_a_first_record_with_gaps_is_no_heading(bureau: Bureau) -> None:
    lines = (("抽查事项", "", "检查对象"), ("松的检查", "城南"), ("柏的检查", "城北", "对象"))
    found = looked(begun(bureau, "spot_checks"), book(rows(*lines)))
    assert [row.title for row in found.rows] == ["松的检查", "柏的检查"]
