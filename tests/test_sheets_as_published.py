"""Lists in the shapes in which bureaus publish them: every row comes out, every cell is kept or told, nothing is guessed silently."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sanzhi.catalogues import commands as catalogues
from sanzhi.catalogues import sheets
from sanzhi.catalogues.models import Edition
from sanzhi.demo.cast import Bureau
from sanzhi.kernel.sheets.reading import read_workbook
from sanzhi.statutes.commands import ImportStatute, import_statute
from tests.conftest import reasons
from tests.test_sheets import Fill, begun, book, rows

ROOT = Path(__file__).resolve().parents[1]
PUBLISHED = ROOT.parent / "shared" / "faults" / "sheets"
KINDS = {
    "H02-powers": "powers",
    "H04-recording": "recording",
    "H05-plan": "spot_checks",
    "H16-lenient": "lenient",
    "H17-disclosure": "disclosure",
    "S-formats": "spot_checks",
}
LEAVES = "# 某市落叶条例\n\n第一条 不得焚烧落叶。\n\n第二条 搭建落叶堆场的，应当申请。"


def looked(edition: Edition, content: bytes) -> sheets.Preview:
    sheet = read_workbook(content, name="清单.xlsx").sheets[0]
    header = sheets.header_of(edition.kind, sheet)
    assert header is not None
    return sheets.preview(edition, sheet, last_heading=header.last, columns=header.columns)


def contents(found: sheets.Preview) -> list[Mapping[str, Any]]:
    assert all(row.state == "new" for row in found.rows), [row.reasons for row in found.rows]
    return [row.values or {} for row in found.rows]


def said(found: sheets.Preview) -> str:
    return "\n".join(found.notices)


def powers(made: Any, sheet: Any) -> None:
    sheet.merge_range(0, 0, 0, 4, "某局权责清单")
    sheet.merge_range(1, 0, 1, 4, "一、行政许可（1项）")
    sheet.write_row(2, 0, ["序号", "项目名称", "实施依据", "办理环节", "法定时限"])
    sheet.merge_range(3, 0, 4, 0, "1")
    sheet.merge_range(3, 1, 4, 1, "搭建建临时堆场的审批")
    sheet.merge_range(3, 2, 4, 2, "《某市落叶条例》（2001年1月8日修订）第二条")
    sheet.write(3, 3, "受理")
    sheet.write(4, 3, "办结")
    sheet.merge_range(3, 4, 4, 4, "20天（不含现场勘验）")
    sheet.merge_range(5, 0, 5, 4, "二、行政处罚（1项）")
    sheet.write_row(6, 0, ["1", "对焚烧落叶的处罚", "《某市落叶条例》第一条", "立案", "九十日"])


def test_sections_give_the_category_and_an_ordinal_is_no_code(bureau: Bureau) -> None:
    order = ImportStatute(name="某市落叶条例(2020-03-01).md", text=LEAVES)
    import_statute(bureau.actor("fazhi"), order)
    found = looked(begun(bureau, "powers"), book(powers))
    first, second = contents(found)
    assert (first["category"], second["category"]) == ("行政许可", "行政处罚")
    assert first["procedure_steps"] == "受理\n办结" and first["statutory_limit"] == "20天（不含现场勘验）"
    assert all(row.has_new_code and row.code not in {"1", "001"} for row in found.rows)
    assert len({row.code for row in found.rows}) == 2
    assert [left.why for left in found.leftovers] == ["分组的标题"]
    for words in (
        "写的是2001年的版本",
        "现行的是2020-03-01",
        "“搭建建临时”像是多写了一个“建”",
        "“序号”不作编码",
    ):
        assert words in said(found)
    assert "表中没有这些列：" in said(found) and "职权类别" not in said(found)


RECORDING = rows(
    ("序号", "执法类别", "执法环节", "记录场所", "记录载体", "记录内容", "时限要求"),
    (1, "行政处罚", "询问笔录", "询问室", "摄像机", "问答", "适时"),
    (2, "行政处罚", "当事人不配合的", "现场", "摄像机", "处置", "适时"),
)


def test_what_has_no_column_goes_into_the_remark_and_a_guess_waits_for_a_person(bureau: Bureau) -> None:
    found = looked(begun(bureau, "recording"), book(RECORDING))
    first, second = contents(found)
    assert (first["matter"], first["method"], first["moment"]) == ("询问笔录", "摄像机", "interview")
    assert first["remark"] == "记录场所：询问室；时限要求：适时"
    assert first["begins"] == first["ends"] == first["retention"] == second["moment"] == ""
    assert found.unchecked == {found.rows[0].code: ["环节键"]}
    assert "表中没有这些列：环节键、记录开始时间、记录结束时间、存储期限" in said(found)


def test_two_fields_in_one_column_and_months(bureau: Bureau) -> None:
    head = ("序号", "抽查事项", "检查对象", "抽查比例及频次", "检查时间")
    line = (1, "排水许可的检查", "排水户", "不低于5%，抽查1次", "3月-11月")
    (row,) = contents(looked(begun(bureau, "spot_checks"), book(rows(head, line))))
    assert (row["ratio"], row["frequency"], row["months"]) == ("不低于5%", "1次", "3月至11月")
    (wrong,) = looked(begun_again(bureau), book(rows(head, (*line[:3], "不低于5%", "3月")))).rows
    assert wrong.state == "wrong" and "“不低于5%”分不开" in str(wrong.reasons[0])


def begun_again(bureau: Bureau) -> Edition:
    return Edition.objects.get(kind="spot_checks", status="draft", authority=bureau.authority)


def lenient(title: str, head: str) -> Fill:
    def fill(made: Any, sheet: Any) -> None:
        sheet.merge_range(0, 0, 0, 4, title)
        sheet.write_row(1, 0, ["序号", "处罚事项名称", f"{head}的情形", f"{head}的依据", "配套监管措施"])
        sheet.write_row(2, 0, [1, "乱扔垃圾", "主动改正的", "《行政处罚法》第三十二条", "1.教育；\n2.回访。"])
        sheet.merge_range(3, 0, 3, 4, "说明：自公布之日起施行。")

    return fill


@pytest.mark.parametrize(
    ("title", "head", "category", "is_guess"),
    [
        ("某局减轻处罚事项清单", "从轻处罚", "从轻处罚", True),
        ("某局从轻处罚事项清单", "从轻处罚", "从轻处罚", False),
        ("某局不予处罚事项清单", "适用", "不予处罚", True),
        ("某局清单", "适用", "", False),
    ],
)
def test_lenience_is_what_the_headings_say_and_never_guessed(
    bureau: Bureau, title: str, head: str, category: str, is_guess: bool
) -> None:
    found = looked(begun(bureau, "lenient"), book(lenient(title, head)))
    (row,) = contents(found)
    assert row["category"] == category and bool(found.unchecked) is is_guess
    assert row["measures"] == "1.教育；\n2.回访。" and [left.number for left in found.leftovers] == [4]
    assert ("两处不一致" in said(found)) is (title == "某局减轻处罚事项清单")


def disclosure(merged: bool) -> Fill:
    def fill(made: Any, sheet: Any) -> None:
        upper = ["序号", "公开事项", "", "公开内容（要素）", "公开依据", "公开时限", "公开方式", ""]
        lower = ["", "一级事项", "二级事项", "", "", "", "主动", "依申请公开"]
        sheet.merge_range(0, 0, 0, 7, "某局政务公开标准目录")
        sheet.write_row(1, 0, upper)
        sheet.write_row(2, 0, lower)
        if merged:
            for column in (0, 3, 4, 5):
                sheet.merge_range(1, column, 2, column, upper[column])
            sheet.merge_range(1, 1, 1, 2, "公开事项")
            sheet.merge_range(1, 6, 1, 7, "公开方式")
        basis = "《政府信息公开条例》第二十条"
        sheet.write_row(3, 0, [1, "行政处罚", "市容", "处罚决定", basis, "形成之日起20个工作日内", "√", ""])
        sheet.write_row(4, 0, [2, "行政强制", "查封", "强制决定", basis, "形成之日起7个工作日内", "√", "√"])

    return fill


@pytest.mark.parametrize("merged", [True, False])
def test_a_heading_of_two_rows_is_no_record_and_a_tick_says_its_heading(bureau: Bureau, merged: bool) -> None:
    found = looked(begun(bureau, "disclosure"), book(disclosure(merged)))
    first, second = contents(found)
    assert (first["category"], first["item"], first["what"]) == ("行政处罚", "市容", "处罚决定")
    assert (first["days"], first["unit"], first["manner"]) == (20, "working", "主动")
    assert (second["days"], second["manner"]) == (7, "主动、依申请公开")
    assert "第4行：行政处罚、行政许可的公示期限长于7个工作日" in said(found)


def formatted(made: Any, sheet: Any) -> None:
    sheet.write_row(0, 0, ["抽查事项", "抽查对象", "抽查比例", "抽查频次", "备注"])
    looks = ["0%", "0.0%", "0000", "¥#,##0.00", 'yyyy"年"m"月"', '#,##0"元"', "0%"]
    values = [0.05, 0.055, 375, 1234567.5, 45352, 20000, 0.0555]
    for number, (value, look) in enumerate(zip(values, looks, strict=True), start=1):
        sheet.write_row(number, 0, [f"事项{number}", "商户", "", "1次"])
        sheet.write_number(number, 4, value, made.add_format({"num_format": look}))


def test_numbers_come_in_as_excel_shows_them(bureau: Bureau) -> None:
    found = contents(looked(begun(bureau, "spot_checks"), book(formatted)))
    notes = ["5%", "5.5%", "0375", "¥1,234,567.50", "2024年3月", "20,000元", "5.55%"]
    assert [row["note"] for row in found] == notes


def by_mistake(made: Any, sheet: Any) -> None:
    sheet.write_row(0, 0, ["抽查事项", "抽查对象", "抽查频次", "备注"])
    sheet.write_row(1, 0, ["户外广告", "商户"])
    sheet.write_number(1, 2, 45293, made.add_format({"num_format": 'm"-"d'}))
    sheet.write_row(2, 0, ["占道经营", "商户", "1-2次"])


def test_a_day_that_excel_made_is_asked_and_not_taken(bureau: Bureau) -> None:
    wrong, fine = looked(begun(bureau, "spot_checks"), book(by_mistake)).rows
    assert wrong.state == "wrong" and "第2行C列显示为1-2，Excel却把它存成了日期2024-01-02" in str(
        wrong.reasons[0]
    )
    assert (fine.state, (fine.values or {})["frequency"]) == ("new", "1-2次")


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published sheets are not at hand")
@pytest.mark.parametrize("name", KINDS)
def test_the_published_sheets_come_out_whole(bureau: Bureau, name: str) -> None:
    found = looked(begun(bureau, KINDS[name]), (PUBLISHED / f"{name}.xlsx").read_bytes())
    counts = {
        "H02-powers": 3,
        "H04-recording": 8,
        "H05-plan": 5,
        "H16-lenient": 4,
        "H17-disclosure": 3,
        "S-formats": 6,
    }
    assert len(found.rows) == counts[name]
    wrong = [row for row in found.rows if row.state == "wrong"]
    assert [row.numbers for row in wrong] == ([(7,)] if name == "S-formats" else [])
    values = [row.values or {} for row in found.rows]
    CHECKS[name](values, said(found))


def _powers(values: list[Mapping[str, Any]], notices: str) -> None:
    assert {row["category"] for row in values} == {"行政许可"}
    assert all(len(row["procedure_steps"].split("\n")) == 4 for row in values)
    assert all(len(row["responsibilities"].split("\n")) == 8 for row in values)
    assert {(row["promised_limit"], row["statutory_limit"]) for row in values} == {
        ("3天（不含现场勘验）", "20天（不含现场勘验）")
    }
    assert "搭建建临时" in notices


def _recording(values: list[Mapping[str, Any]], notices: str) -> None:
    assert [row["category"] for row in values] == ["行政检查"] * 2 + ["行政处罚"] * 6
    assert all(word in row["remark"] for row in values for word in ("记录场所：", "记录人：", "适时"))
    assert sum("约谈类" in row["remark"] for row in values) == 2
    assert not any(row["begins"] or row["ends"] or row["retention"] for row in values)
    assert [bool(row["moment"]) for row in values] == [True] * 7 + [False]


def _plan(values: list[Mapping[str, Any]], notices: str) -> None:
    assert (values[0]["ratio"], values[0]["frequency"], values[0]["months"]) == (
        "不低于45%",
        "1次",
        "3月至7月",
    )
    assert [row["level"] for row in values].count("重点检查事项") == 1
    assert "抽查依据、抽查内容、抽查方式" in notices


def _lenient(values: list[Mapping[str, Any]], notices: str) -> None:
    assert {row["category"] for row in values} == {"从轻处罚"} and "两处不一致" in notices
    assert all(row["situation"] and row["basis"] and len(row["measures"].split("\n")) == 4 for row in values)


def _disclosure(values: list[Mapping[str, Any]], notices: str) -> None:
    assert [(row["category"], row["item"]) for row in values] == [
        ("行政处罚", "市容环境卫生"),
        ("行政处罚", "城市绿化"),
        ("行政强制", "查封扣押"),
    ]
    assert [(row["days"], row["unit"]) for row in values] == [
        (20, "working"),
        (20, "working"),
        (7, "working"),
    ]
    assert {(row["audience"], row["manner"], row["tier"]) for row in values} == {("全社会", "主动", "县级")}
    assert "长于7个工作日" in notices and all(row["what"] and row["channel"] for row in values)


def _formats(values: list[Mapping[str, Any]], notices: str) -> None:
    assert [row.get("ratio") for row in values[:2]] == ["5%", "5.5%"]
    assert [row.get("note") for row in values[2:5]] == ["2024年3月", "¥1,234,567.50", "0375"]


CHECKS = {
    "H02-powers": _powers,
    "H04-recording": _recording,
    "H05-plan": _plan,
    "H16-lenient": _lenient,
    "H17-disclosure": _disclosure,
    "S-formats": _formats,
}


def test_a_sheet_from_which_nothing_was_read_empties_no_draft(bureau: Bureau) -> None:
    client = Client()
    client.force_login(bureau.officers["fazhi"].user, backend="sanzhi.organisation.backends.OfficerBackend")
    edition = begun(bureau, "spot_checks")
    count = edition.rows.count()
    file = SimpleUploadedFile("空表.xlsx", book(rows(("抽查事项", "抽查对象"), ("注：没有事项", None))))
    page = client.post(reverse("catalogues:upload", args=[edition.pk]), {"file": file})["Location"]
    assert "表中没有读出任何清单项" in client.get(page).content.decode()
    answer = client.post(f"{page}do/import/", {"revision": edition.revision, "remove": "1"})
    assert answer.status_code == 409 and edition.rows.count() == count
    order = catalogues.ImportRows(
        edition=edition.pk, rows=[], remove=list(edition.rows.values_list("code", flat=True)), source="空表"
    )
    assert "不能把本版的各行都删去" in reasons(lambda: catalogues.import_rows(bureau.actor("fazhi"), order))
    assert edition.rows.count() == count


def test_a_guess_is_said_before_the_import_and_waits_after_it(bureau: Bureau) -> None:
    client = Client()
    client.force_login(bureau.officers["fazhi"].user, backend="sanzhi.organisation.backends.OfficerBackend")
    edition = begun(bureau, "recording")
    file = SimpleUploadedFile("记录.xlsx", book(RECORDING))
    page = client.post(reverse("catalogues:upload", args=[edition.pk]), {"file": file})["Location"]
    shown = client.get(page).content.decode()
    for words in ("导入之前请核对", "（拟）", "由程序拟定，导入后待核对：环节键", "并入备注"):
        assert words in shown
    assert client.post(f"{page}do/import/", {"revision": edition.revision}).status_code == 302
    waiting = edition.rows.get(is_unchecked=True)
    assert waiting.content["matter"] == "询问笔录" and "环节键由程序拟定" in waiting.origin
    order = catalogues.SubmitEdition(edition=edition.pk)
    said = reasons(lambda: catalogues.submit_edition(bureau.actor("fazhi"), order))
    assert "有1行由程序读自条文或者表格" in said and "环节键" in said


HEADED = ("序号", "抽查事项", "抽查对象", "抽查比例", "抽查依据")
MATTER = (1, "排水许可的检查", "排水户", "不低于5%", "某规定")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (("序号", "抽查\n事项", "抽查对象", "抽查 比例", "抽查依据"), "重复的表头"),
        (("序号", "抽查事项", "抽查对象", "抽查比例（%）", "其他"), "重复的表头"),
        (("No.", "事项名称", "检查对象", "比例", "检查依据"), "重复的表头"),
        (("", "抽查事项", "", "", ""), "重复的表头"),
        (("（1）", "（2）", "（3）", "（4）", "（5）"), "各列的编号"),
        ((1, 2, 3, 4, 5), "各列的编号"),
        (("A", "B", "C", "D", "E"), "各列的编号"),
        (("甲", "乙", "1", "2", "3"), "各列的编号"),
        (("栏次", "1", "2", "3", "4=2+3"), "各列的编号"),
        (("", "（必填）写全称", "必填", "必填，百分数", "选填"), "填写提示或者示例"),
        (("示例", "户外广告的检查", "广告主", "不低于5%", "某条例"), "填写提示或者示例"),
        (("填写说明：", "写事项的全称", "写单位", "写百分数", ""), "填写提示或者示例"),
    ],
)
def test_a_heading_again_numbers_and_hints_are_no_records(
    bureau: Bureau, line: tuple[object, ...], why: str
) -> None:
    edition = begun(bureau, "spot_checks")
    for body, number in (((line, MATTER), 2), ((MATTER, line), 3)):
        found = looked(edition, book(rows(HEADED, *body)))
        assert [row.title for row in found.rows] == ["排水许可的检查"], body
        assert [(left.number, left.why) for left in found.leftovers] == [(number, why)]


def test_a_matter_that_resembles_a_heading_stays_a_record(bureau: Bureau) -> None:
    body = (MATTER, (2, "检查依据公开情况的检查", "对象", "10%", "某规定"), (3, "示范街区的检查", "", "", ""))
    found = looked(begun(bureau, "spot_checks"), book(rows(HEADED, *body)))
    assert len(found.rows) == 3 and not found.leftovers


def signed_in(bureau: Bureau) -> Client:
    client = Client()
    client.force_login(bureau.officers["fazhi"].user, backend="sanzhi.organisation.backends.OfficerBackend")
    return client


def uploaded(client: Client, edition: Edition, content: bytes) -> str:
    sent = {"file": SimpleUploadedFile("清单.xlsx", content)}
    return str(client.post(f"/office/lists/{edition.pk}/do/upload/", sent)["Location"])


def test_what_stands_below_no_heading_goes_into_the_remark_and_is_shown(bureau: Bureau) -> None:
    client, edition = signed_in(bureau), begun(bureau, "spot_checks")
    sheet = rows(("序号", "抽查事项", "", "抽查比例"), (1, "排水的检查", "城南", "5%", None, "只在夏季"))
    preview = uploaded(client, edition, book(sheet))
    page = client.get(preview).content.decode()
    assert "C列（第2行）；F列（第2行）没有表头，内容并入备注" in page and "只在夏季" in page
    sent = {"revision": edition.revision, "c0": "#", "c1": "title", "c2": "+", "c3": "ratio", "c5": "+"}
    assert client.post(f"{preview}do/import/", sent).status_code == 302
    assert edition.rows.get(title="排水的检查").content["note"] == "C列：城南；F列：只在夏季"


def test_a_list_without_a_remark_refuses_what_stands_below_no_heading(bureau: Bureau) -> None:
    head = ("编码", "违法行为", "档次", "违法情节", "下限", "上限", "")
    line = ("X1", "焚烧落叶", "一般", "一次", 100, 200, "只在夏季")
    (row,) = looked(begun(bureau, "discretion"), book(rows(head, line))).rows
    assert row.state == "wrong" and "表“表1”第2行G列有内容" in str(row.reasons[0])


def test_worksheets_that_were_not_imported_are_named(bureau: Bureau) -> None:
    client, edition = signed_in(bureau), begun(bureau, "spot_checks")
    first, second = rows(HEADED, MATTER), rows(HEADED, MATTER, (2, "井盖的检查", "单位", "9%", "某规定"))
    preview = uploaded(client, edition, book(first, second))
    assert "工作表“表2”有3行，这次没有导入" in client.get(preview).content.decode()
    done = client.post(f"{preview}do/import/", {"revision": edition.revision}, follow=True)
    assert "工作表“表2”有3行，这次没有导入" in done.content.decode()
