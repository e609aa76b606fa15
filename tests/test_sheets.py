"""Lists live in Excel: several real layouts come in, every row is told, a list written out reads back without a difference."""

import io
import random
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sanzhi.catalogues import commands as catalogues
from sanzhi.catalogues import desk, sheets
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.demo.cast import Bureau
from sanzhi.kernel.sheets import writing
from sanzhi.kernel.sheets.model import Sheet
from sanzhi.kernel.sheets.reading import read_workbook
from sanzhi.kernel.sheets.tables import find_header, records
from tests.conftest import START, reasons

Fill = Callable[[Any, Any], None]


def book(*fills: Fill, hidden: int = -1) -> bytes:
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    for number, fill in enumerate(fills):
        sheet = made.add_worksheet(f"表{number + 1}")
        fill(made, sheet)
        if number == hidden:
            sheet.hide()
    made.close()
    return out.getvalue()


def rows(*lines: tuple[object, ...], start: int = 0) -> Fill:
    def fill(made: Any, sheet: Any) -> None:
        for index, line in enumerate(lines, start=start):
            for column, value in enumerate(line):
                if value is not None:
                    sheet.write(index, column, value)

    return fill


def looked(edition: Edition, content: bytes, name: str = "清单.xlsx") -> sheets.Preview:
    sheet = read_workbook(content, name=name).sheets[0]
    header = sheets.header_of(edition.kind, sheet)
    assert header is not None, "the heading was not found"
    return sheets.preview(edition, sheet, last_heading=header.last, columns=header.columns)


def begun(bureau: Bureau, kind: str) -> Edition:
    order = catalogues.StartEdition(authority=bureau.authority.code, kind=kind)
    edition = catalogues.start_edition(bureau.actor("fazhi"), order)
    return desk.edition_for(bureau.actor("fazhi"), edition.pk)


LISTS = [kind for kind in Kind.values if kind != Kind.PROCEDURE]


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_every_list_written_out_reads_back_without_a_difference(bureau: Bureau, form: str) -> None:
    for kind in LISTS:
        edition = begun(bureau, kind)
        table = sheets.table_of(edition, ("第2版",))
        written = writing.xlsx(table) if form == "xlsx" else writing.csv(table)
        found = looked(edition, written, name=f"清单.{form}")
        assert {row.state for row in found.rows} == {"same"}, (
            kind,
            [row for row in found.rows if row.state != "same"][:2],
        )
        assert len(found.rows) == edition.rows.count() and not found.missing and not found.leftovers


def henan_recording(made: Any, sheet: Any) -> None:
    """河南样式 (F6-01): a title, a merged category over several rows, a footnote."""
    sheet.merge_range(0, 0, 0, 9, "某局音像记录事项清单")
    headings = [
        "序 号",
        "执法\n类别",
        "执法事项",
        "记录环节",
        "记录方式",
        "记录开始时间",
        "记录内容",
        "记录结束时间",
        "存储期限",
        "备注",
    ]
    for column, text in enumerate([*headings, "环节键"]):
        sheet.write(1, column, text)
    sheet.merge_range(2, 1, 3, 1, "行政处罚")
    for row, (matter, key) in enumerate(
        [("告知过程", "site_inspection"), ("听证会全过程", "hearing")], start=2
    ):
        line = [
            row - 1,
            None,
            "一般程序",
            matter,
            "执法记录仪\n摄像机",
            "开始时",
            "全过程",
            "签字结束时",
            "永久",
            "",
            key,
        ]
        for column, value in enumerate(line):
            if value is not None:
                sheet.write(row, column, value)
    sheet.write(4, 0, "注：存储期限以档案规定为准")


def duties_spread(made: Any, sheet: Any) -> None:
    """责任清单 (F9-02): one duty over three rows, its first cells merged."""
    for column, text in enumerate(["序号", "主要职责", "具体工作事项", "法律依据", "备注"]):
        sheet.write(0, column, text)
    sheet.merge_range(1, 0, 3, 0, "1")
    sheet.merge_range(1, 1, 3, 1, "市容环境卫生管理")
    for row, work in enumerate(["日常巡查", "责任区管理", "户外广告监管"], start=1):
        sheet.write(row, 2, work)
    sheet.merge_range(1, 3, 3, 3, "《某条例》第四条")
    sheet.write(4, 0, "2")
    sheet.write(4, 1, "执法公示")
    sheet.write(4, 2, "公开清单")
    sheet.write(4, 3, "国办发〔2018〕118号")
    sheet.write(5, 0, "合计")
    sheet.write(5, 1, "2")


def test_a_layout_with_title_merges_and_footnote_is_understood(bureau: Bureau) -> None:
    found = looked(begun(bureau, "recording"), book(henan_recording))
    fresh = [row for row in found.rows if row.state in {"new", "changed"}]
    assert [row.title for row in fresh] == ["告知过程", "听证会全过程"]
    assert {(row.values or {})["category"] for row in fresh} == {"行政处罚"}
    assert [(row.number, row.why) for row in found.leftovers] == [(5, "表尾说明或者合计")]


def test_one_row_spread_over_many_is_one_row(bureau: Bureau) -> None:
    found = looked(begun(bureau, "duties"), book(duties_spread))
    first, second = found.rows
    assert first.numbers == (2, 3, 4) and second.numbers == (5,)
    assert (first.values or {})["work"] == "日常巡查\n责任区管理\n户外广告监管"
    assert (first.values or {})["basis"] == "《某条例》第四条"
    assert [row.why for row in found.leftovers] == ["表尾说明或者合计"]


def test_a_sheet_changes_only_the_columns_that_it_has(bureau: Bureau) -> None:
    edition = begun(bureau, "spot_checks")
    sheet = rows(
        ("抽查事项", "比例", "对象"), ("户外广告设置", "不低于9%", "广告主"), ("全新事项", "5%", "商户")
    )
    found = looked(edition, book(sheet))
    changed, fresh = found.rows
    assert (changed.code, changed.state) == ("SJ-02", "changed")
    assert [field.caption for field in changed.changes] == ["抽查对象", "抽查比例"]
    assert (changed.values or {})["basis"].startswith("《平顶山市")
    assert fresh.state == "new" and len(found.missing) == 5


def test_wrong_rows_say_sheet_row_and_column_and_nothing_comes_in(bureau: Bureau) -> None:
    edition = begun(bureau, "powers")
    lines = [
        ("编码", "项目名称", "职权类别", "罚款幅度", "实施依据"),
        ("C01", "擅自占道", "行政处罚", "罚款两千", "《某条例》第四条"),
        ("C99", "重复", "行政处罚", "", "《某条例》第四条"),
        ("C99", "重复二", "行政处罚", "", "《某条例》第四条"),
        ("C98", "类别有误", "行政奖励", "", "《某条例》第四条"),
    ]
    found = looked(edition, book(rows(*lines)))
    said = "；".join(str(reason) for row in found.rows for reason in row.reasons)
    assert (
        "表“表1”第2行D列“罚款幅度”" in said
        and "编码“C99”在表中出现2次" in said
        and "表“表1”第5行C列“职权类别”" in said
    )
    assert {row.state for row in found.rows} == {"wrong"} and not found.values


def test_the_desk_previews_then_imports_what_was_confirmed(bureau: Bureau) -> None:
    client = Client()
    client.force_login(bureau.officers["fazhi"].user, backend="sanzhi.organisation.backends.OfficerBackend")
    edition = begun(bureau, "spot_checks")
    address = f"/office/lists/{edition.pk}/do/upload/"

    def upload(content: bytes, name: str = "抽查.xlsx") -> Any:
        return client.post(address, {"file": SimpleUploadedFile(name, content)})

    bad = rows(("抽查事项", "事项类别"), ("户外广告设置", "随便"))
    page = client.get(upload(book(bad))["Location"])
    assert "有1行有误" in page.content.decode() and "disabled" in page.content.decode()
    refused = client.post(page.request["PATH_INFO"] + "do/import/", {"revision": edition.revision})
    assert refused.status_code == 409
    good = rows(("抽查事项", "比例"), ("户外广告设置", "不低于9%"))
    preview = upload(book(good))["Location"]
    assert "不低于9%" in client.get(preview).content.decode()
    assert edition.rows.get(code="SJ-02").content["ratio"] == "不低于5%"
    assert client.post(f"{preview}do/import/", {"revision": 0}).status_code == 302
    assert edition.rows.get(code="SJ-02").content["ratio"] == "不低于9%"
    assert (
        client.post(f"{preview}do/import/", {"revision": 0}).status_code == 409
    )  # a second tab still stands at the old revision
    for form in ("xlsx", "csv", "docx", "pdf"):
        assert len(client.get(f"/office/lists/{edition.pk}/export.{form}").content) > 500
    assert (
        "有打开密码"
        in upload(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
        ).content.decode()
    )


def test_another_sheet_of_the_book_has_its_own_heading(bureau: Bureau) -> None:
    client = Client()
    client.force_login(bureau.officers["fazhi"].user, backend="sanzhi.organisation.backends.OfficerBackend")
    edition = begun(bureau, "spot_checks")

    first = rows(("抽查事项", "比例"), ("户外广告设置", "不低于9%"), start=3)
    second = rows(("比例", "抽查事项"), ("不低于7%", "户外广告设置"))
    upload = {"file": SimpleUploadedFile("两表.xlsx", book(first, second))}
    preview = client.post(f"/office/lists/{edition.pk}/do/upload/", upload)["Location"]
    assert "不低于9%" in client.get(preview).content.decode()
    shown = {"sheet": "表2", "of": "表1", "heading": "3", "c0": "title", "c1": "ratio"}
    assert "不低于7%" in client.get(preview, shown).content.decode()
    for heading in ("5", "99"):
        assert client.get(preview, {"sheet": "表2", "of": "表2", "heading": heading}).status_code == 200
    assert client.post(f"{preview}do/import/", {**shown, "revision": 0}).status_code == 302
    assert edition.rows.get(code="SJ-02").content["ratio"] == "不低于7%"


def test_a_list_too_long_for_paper_says_so() -> None:
    table = writing.Table(
        "长清单", (), (writing.Column("名称", 10),), tuple((str(row),) for row in range(1001))
    )
    assert "超过1000行" in reasons(lambda: writing.pdf(table, stamp=START))


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("xl/worksheets/sheet1.xml", b" " * (60 << 20))
    return out.getvalue()


def formula(made: Any, sheet: Any) -> None:
    sheet.write(0, 0, "项目名称")
    sheet.write_formula(4, 2, "=1+1")


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "空.xlsx", "是空文件"),
        (b"PK\x03\x04 not a zip", "坏.xlsx", "已经损坏"),
        (bomb(), "炸弹.xlsx", "解压后过大"),
        (book(formula), "公式.xlsx", "表“表1”第5行C列"),
        (book(rows(), rows(("项目名称",)), hidden=1), "隐藏.xlsx", "隐藏的表“表2”没有读取"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1garbage", "坏.xls", "已经损坏"),
        (
            "EncryptedPackage".encode("utf-16-le").join([b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b""]),
            "密.xlsx",
            "有打开密码",
        ),
        (b"\xff\xff\x00\x01\x02", "乱.csv", "没有导入|不是|无法识别"),
        ("项目名称,类别\n甲,乙\n".encode() + b"\xff\xff\xff", "乱码.csv", "第3行有无法识别的字符"),
        (b"\x00\x01\x02\x03" * 9, "图.csv", "不是表格文件"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value else "",
)
def test_hostile_files_are_refused_with_a_sentence(content: bytes, name: str, words: str) -> None:
    said = reasons(lambda: read_workbook(content, name=name))
    assert any(word in said for word in words.split("|")), said


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_of_any_usual_program_is_read(encoding: str, delimiter: str) -> None:
    text = f"项目名称{delimiter}类别\n占道经营{delimiter}行政处罚\n"
    (sheet,) = read_workbook(text.encode(encoding), name="清单.csv").sheets
    assert sheet.rows == (("项目名称", "类别"), ("占道经营", "行政处罚"))


def test_dates_numbers_and_hidden_sheets() -> None:
    def fill(made: Any, sheet: Any) -> None:
        sheet.write_row(0, 2, ["日期", "整数", "小数", "真"])
        sheet.write_number(1, 2, 46000, made.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_row(1, 3, [3.0, 0.1, True])

    found = read_workbook(book(fill, rows(("藏",)), hidden=1), name="值.xlsx")
    (sheet,) = found.sheets
    assert (
        sheet.rows[1] == ("", "", "2025-12-09", "3", "0.1", "是") and sheet.place(1, 2) == "表“表1”第2行C列"
    )
    assert found.notes == ("隐藏的表“表2”没有读取。",)


@pytest.mark.parametrize("seed", range(40))
def test_no_row_of_a_sheet_vanishes(seed: int) -> None:
    """Every row that is not empty is in a record or told as left out."""
    chance = random.Random(seed)
    pool = ["", "", "甲", "乙", "注：说明", "合计", "名称", "丙\n丁"]
    body = tuple(tuple(chance.choice(pool) for _ in range(4)) for _ in range(30))
    continued = frozenset(
        (row, column) for row in range(2, 31) for column in range(4) if chance.random() < 0.1
    )
    sheet = Sheet("表", (("编码", "名称", "内容", "其他"), *body), 1, continued)
    header = find_header(sheet, captions={"code": ("编码",), "title": ("名称",), "content": ("内容",)})
    assert header is not None
    found = records(sheet, last_heading=header.last, columns=header.columns, keys=("code", "title"))
    told = {number for record in found.records for number in record.numbers} | {
        row.number for row in found.leftovers
    }
    assert told == {index + 1 for index, row in enumerate(sheet.rows) if index > header.last and any(row)}
