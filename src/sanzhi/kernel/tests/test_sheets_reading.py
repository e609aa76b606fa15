"""Workbooks as bureaus send them: every cell where Excel shows it, every hostile file refused with its place."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

import pytest
import xlsxwriter

from sanzhi.kernel.errors import Refused
from sanzhi.kernel.sheets import apart
from sanzhi.kernel.sheets.formats import shown
from sanzhi.kernel.sheets.model import Workbook
from sanzhi.kernel.sheets.reading import read_workbook
from sanzhi.kernel.tests import binary_books as xls

SHEET, TEXTS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"


def book(fill: Callable[[Any, Any], object]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False}) as made:
        fill(made, made.add_worksheet("清单"))
    return out.getvalue()


def plain(made: Any, sheet: Any) -> None:
    sheet.write(2, 1, "项目名称")
    sheet.write(3, 1, "占道经营")


def edited(content: bytes, entry: str, old: str, new: str) -> bytes:
    """The same workbook with a part changed, as no honest program would."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            part = before.read(name).decode()
            assert name != entry or old in part
            after.writestr(name, part.replace(old, new) if name == entry else part)
    return out.getvalue()


def with_rows(xml: str) -> bytes:
    return edited(book(plain), SHEET, "</sheetData>", f"{xml}</sheetData>")


def refusal(content: bytes, name: str) -> str:
    with pytest.raises(Refused) as no:
        read_workbook(content, name=name)
    return str(no.value)


def values(made: Any, sheet: Any) -> None:
    for column, (value, look) in enumerate(
        [
            (date(2026, 1, 2), "yyyy-mm-dd"),
            (datetime(2026, 1, 2, 3, 4), "yyyy-mm-dd hh:mm"),
            (datetime(2026, 1, 2, 3, 4, 5), "yyyy-mm-dd hh:mm:ss"),
        ]
    ):
        sheet.write_datetime(4, column, value, made.add_format({"num_format": look}))
    sheet.write_number(4, 3, 1.25, made.add_format({"num_format": "[h]:mm"}))
    sheet.write_row(4, 4, [200, -0.5, True, "\u200b甲\u00a0乙 \r\n 丙\u3000", "=1"])


def test_every_cell_is_text_where_excel_shows_it() -> None:
    (sheet,) = read_workbook(book(values), name="值.xlsx").sheets
    assert sheet.rows[4] == (
        *("2026-01-02", "2026-01-02 03:04", "2026-01-02 03:04:05", "30:00"),
        *("200", "-0.5", "是", "甲 乙\n丙", "=1"),
    )
    assert (sheet.number(4), sheet.place(4, 2)) == (5, "表“清单”第5行C列")
    assert not any(map(any, sheet.rows[:4]))


def test_a_merged_region_has_its_text_in_every_cell() -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.merge_range(3, 1, 5, 2, "并")
        sheet.write(5, 3, "末")

    (sheet,) = read_workbook(book(fill), name="并.xlsx").sheets
    assert [row[1:] for row in sheet.rows[3:]] == [("并", "并", ""), ("并", "并", ""), ("并", "并", "末")]
    assert sheet.continued == {(3, 2), (4, 1), (4, 2), (5, 1), (5, 2)}


def test_spaces_between_the_runs_of_a_rich_text_stay() -> None:
    keep = '<t xml:space="preserve">'
    runs = f"<is><r>{keep}甲 </t></r><r>{keep} </t></r><r><t>乙</t></r></is>"
    cells = f'<row r="9"><c r="A9" s="1"/> <c r="B9" t="inlineStr">{runs}</c> <c r="C9"></c></row>'
    (sheet,) = read_workbook(with_rows(cells), name="富.xlsx").sheets
    assert sheet.rows[-1] == ("", "甲  乙")


def test_a_number_that_lost_digits_is_told() -> None:
    found = read_workbook(book(lambda made, sheet: sheet.write(1, 2, 110000199001011234)), name="号.xlsx")
    assert found.notes == ("表“清单”第2行C列的数字超过15位，Excel只保留前15位，请核对后改为文本。",)


def test_what_is_hidden_is_neither_read_nor_judged() -> None:
    def fill(made: Any, sheet: Any) -> None:
        plain(made, sheet)
        hidden = made.add_worksheet("藏")
        hidden.write_formula(0, 0, "=1+1")
        hidden.hide()

    found = read_workbook(book(fill), name="藏.xlsx")
    assert [sheet.name for sheet in found.sheets] == ["清单"] and found.notes == ("隐藏的表“藏”没有读取。",)


CELLS = (
    xls.text(2, 1, index=0),
    xls.number(3, 1, value=5),
    xls.number(3, 2, value=0.5),
    xls.text(2, 0, index=1),
    xls.merged(2, 3, left=0, right=0),
)


def old_book(*cells: bytes, **more: bytes) -> bytes:
    return xls.compound(xls.stream(*cells, texts=("项目名称", "并\n行"), **more))


def test_an_old_workbook_is_read_like_a_new_one() -> None:
    found = read_workbook(old_book(*CELLS, hidden=xls.formula(0, 0, value=1)), name="旧.xls")
    (sheet,) = found.sheets
    assert sheet.rows == (("",) * 3, ("",) * 3, ("并\n行", "项目名称", ""), ("并\n行", "5", "0.5"))
    assert sheet.continued == {(3, 0)} and found.notes[0] == "隐藏的表“藏”没有读取。"
    assert found.notes[1].startswith("旧式.xls按数值读取")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (old_book(*CELLS, xls.formula(4, 2, value=2)), "有公式：表“清单”第5行C列。"),
        (old_book(*CELLS, xls.error(4, 2)), "有错误值（#N/A、#REF!等）：表“清单”第5行C列。"),
        (old_book(*CELLS, xls.number(65_535, 3, value=1)), "表“清单”第65536行D列还有内容，超过50000行"),
        (old_book(*CELLS, xls.number(3, 65_535, value=1)), "表“清单”第4行CRXP列还有内容，超过200列"),
        (old_book(*CELLS, hidden=xls.number(65_535, 0, value=1)), "表“藏”第65536行A列还有内容"),
        (old_book(*CELLS, locked=xls.record(0x002F, b"\0" * 6)), "有打开密码"),
        (xls.compound(b"x", name="EncryptedPackage"), "有打开密码"),
        (xls.compound(b"x", name="WordDocument"), "已经损坏，或者不是Excel工作簿"),
        (xls.compound(xls.stream(*CELLS, texts=("甲", "乙"))[:90]), "已经损坏，或者不是Excel工作簿"),
        (old_book(*CELLS)[:700], "已经损坏，或者不是Excel工作簿"),
    ],
)
def test_hostile_old_workbooks_are_refused(content: bytes, words: str) -> None:
    assert words in refusal(content, "旧.xls")


def archive(entry: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(entry, "<a/>")
    return out.getvalue()


ENTITY = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "x">]><!--'


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (with_rows('<row r="9"><c r="XFD9"><v>1</v></c></row>'), "表“清单”第9行XFD列还有内容，超过200列"),
        (with_rows('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), "第1048576行A列还有内容"),
        (
            with_rows('<row r="9"><c r="B9" t="e"><v>#N/A</v></c></row>'),
            "有错误值（#N/A、#REF!等）：表“清单”第9行B列",
        ),
        (
            with_rows('<row r="9"><x:c r="B9" xmlns:x="y"><x:f>1</x:f></x:c></row>'),
            "有公式：表“清单”第9行B列",
        ),
        (with_rows('<row r="9"><c><v>1</v></c></row>'), "单元格没有写明行列"),
        (with_rows('<row r="9"><c r="A9" t="s"><v>77</v></c></row>'), "已经损坏"),
        (edited(book(values), SHEET, "<v>1.25</v>", "<v>-9E+30</v>"), "已经损坏"),
        (edited(book(plain), TEXTS, "<?xml", f"{ENTITY}--><?xml"), "已经损坏"),
        (edited(book(plain), BOOK, 'encoding="UTF-8"', 'encoding="X"'), "已经损坏"),
        (book(plain)[:-300], "已经损坏"),
        (archive("word/document.xml"), "是Word文档，不是.xlsx"),
        (archive("xl/workbook.bin"), "是.xlsb工作簿"),
        (archive("content.xml"), "是OpenDocument文件"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "其实是网页"),
        (b"%PDF-1.7 x", "其实是PDF"),
        (b" " * (20 << 20) + b"x", "超过20MB"),
    ],
)
def test_hostile_workbooks_are_refused(content: bytes, words: str) -> None:
    assert words in refusal(content, "清单.xlsx")


def test_more_than_five_formulas_are_counted() -> None:
    def fill(made: Any, sheet: Any) -> None:
        for row in range(7):
            sheet.write_formula(row, 0, "=1")

    said = refusal(book(fill), "式.xlsx")
    assert said.startswith("“式.xlsx”有公式：表“清单”第1行A列、") and "第5行A列等7处。" in said


def test_a_text_repeated_beyond_measure_is_refused() -> None:
    def fill(made: Any, sheet: Any) -> None:
        for row in range(7000):
            sheet.write_string(row, 0, "长" * 32_000)

    assert "文字过多" in refusal(book(fill), "长.xlsx")


def test_a_million_rows_with_looks_alone_are_no_rows() -> None:
    cells = "".join(f'<row r="{row}" s="1"><c r="A{row}" s="1"/></row>' for row in range(5, 1_000_000))
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(with_rows(cells))) as made,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in made.namelist():
            out.writestr(name, made.read(name))
    (sheet,) = read_workbook(packed.getvalue(), name="空.xlsx").sheets
    assert len(sheet.rows) == 4


def test_a_file_that_ends_its_parser_ends_no_more_than_that(monkeypatch: pytest.MonkeyPatch) -> None:
    # a record of dimensions for which the parser wants some hundred gigabytes, and gives up its process
    absurd = xls.record(0x0200, b"\0\0\0\0\xff\xff\xff\xff\0\0\xff\xff\0\0")
    assert "已经损坏" in refusal(old_book(absurd, *CELLS), "坏.xls")
    assert len(read_workbook(old_book(*CELLS), name="好.xls").sheets) == 1
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    assert "还没有读完" in refusal(old_book(*CELLS), "慢.xls")


def texts(content: bytes, name: str = "清单.csv") -> Workbook:
    return read_workbook(content, name=name)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "gb18030", "utf-8"])
def test_an_encoding_without_a_mark_is_found(encoding: str) -> None:
    (sheet,) = texts('某局清单\r\n名称,说明\r\n甲,"一；\r\n二"\r\n,\r\n'.encode(encoding)).sheets
    assert sheet.rows == (("某局清单",), ("名称", "说明"), ("甲", "一；\n二"))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('名称,说明\n甲,"一\n乙,二\n'.encode(), "从第2行起引号不成对"),
        ("名称,说明\n占道经营,说明\n".encode() + b"\xe5\xff,x\n", "第3行有无法识别的字符"),
        ("名称,说明\n甲,乙\n".encode("gb18030") + b"\xff\xff\n", "第3行有无法识别的字符"),
        ("名称\n".encode() + b"a\x07\n", "第2行有控制字符"),
        (b"\n,,\n", "没有任何内容"),
        (("甲," * 300).encode(), "第1行GS列还有内容，超过200列"),
        (b"a\n" + b"," * 300 + b"x", "第2行KO列还有内容，超过200列"),
        (b"," * (5 << 20), "没有任何内容"),
        (b" ," * (2 << 20), "没有任何内容"),
        (b"\n" * 1_000_000, "没有任何内容"),
        (b"\n" * (20 << 20), "超过1048576行"),
        (b"\n" * 1_000_000 + b"a", "第1000001行A列还有内容，超过50000行"),
    ],
)
def test_a_text_that_cannot_be_told_is_refused_with_its_row(content: bytes, words: str) -> None:
    assert words in refusal(content, "清单.csv")


def test_what_stands_empty_beside_and_below_a_text_is_no_content() -> None:
    rows = b"name,note\n" + (b"a,b" + b"," * 100_000 + b"\n") * 20 + b",,\n" * 1_000_000
    (sheet,) = texts(rows).sheets
    assert (len(sheet.rows), max(map(len, sheet.rows))) == (21, 200)
    assert sheet.rows[1][:3] == ("a", "b", "")


def test_a_text_that_calls_itself_a_workbook_is_read_and_told() -> None:
    found = texts("名称\t说明\n甲\t乙\n".encode("gb18030"), "导出.xls")
    assert found.sheets[0].rows == (("名称", "说明"), ("甲", "乙"))
    assert found.notes == ("“导出.xls”不是Excel工作簿，按文本（CSV）读取。",)


@pytest.mark.parametrize(
    ("value", "code", "text", "is_doubted"),
    [
        (50000, '0\\.0,"万元"', "50000", True),
        (5000000, '#,##0,"千元"', "5000000", True),
        (50000, '[>=10000]0.0,"万";0', "50000", True),
        (12, "00-00", "12", True),
        (time(1, 2), "h:mm", "1:02", True),
        (-0.05, "0%", "-5%", False),
        (-5, "0;(0)", "(5)", False),
        (1234, "#,##0", "1,234", False),
        (0, '0%;-0%;"不抽"', "0", True),
        (0, "0;-0;;@", "0", True),
        (0, "0.0;-0.0;0", "0", False),
        (0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "0.00", False),
        (0, "#", "0", True),
        (5, ";;;", "5", True),
        (-5, "0;", "5", True),
        (5, "[DBNum2]", "5", True),
        (5, "[DBNum1][$-804]General", "5", True),
        (5, 'General"万元"', "5", True),
        (0.5, "# ?/?", "0.5", True),
        ("全部", ";;;", "全部", True),
        ("10", '@"%"', "10", True),
        (datetime(2024, 1, 2), "mmmm", "2024-01-02", True),
        (datetime(2024, 1, 2), "aaaa", "2024-01-02", True),
        (datetime(2024, 1, 2), "d", "2024-01-02", True),
        (datetime(2024, 1, 2, 10, 30), "h:mm", "2024-01-02 10:30", True),
        (date(2024, 3, 5), "yyyy", "2024", False),
        (date(2024, 3, 5), 'yyyy"年"m"月"', "2024年3月", False),
        (date(2024, 3, 5), 'yyyy"年"m"月"d"日"', "2024-03-05", False),
    ],
)
def test_a_cell_is_read_as_it_is_shown_or_doubted(
    value: object, code: str, text: str, is_doubted: bool
) -> None:
    seen = shown(value, code)
    assert seen is not None and (seen.text, bool(seen.doubt)) == (text, is_doubted)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (5, "@"),
        (5, "[Red]General"),
        (5, "G/通用格式"),
        (5, "0.00E+00"),
        ("全部", "@"),
        ("全部", "0.00_ "),
        ("全部", "0;-0;0;_ @_ "),
        (datetime(2024, 1, 2, 10, 30), "yyyy-m-d h:mm"),
    ],
)
def test_a_cell_whose_plain_value_says_the_same_is_no_doubt(value: object, code: str) -> None:
    assert shown(value, code) is None
