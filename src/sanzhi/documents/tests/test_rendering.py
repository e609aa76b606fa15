"""Every form on paper: standard, attachment, text, sameness; and characters that no font has."""

import io
import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pikepdf
import pypdfium2
import pytest
import typst
from django.conf import settings

from sanzhi.documents import testing
from sanzhi.documents.docx import render_docx
from sanzhi.documents.form_model import Form
from sanzhi.documents.rendering import (
    MOST_STRANGERS,
    Press,
    Rendered,
    SignatureLine,
    render,
    site_press,
)
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.typesetting import MOST_TEXT, packaged_fonts

FORMS = site_press().forms
CODES = sorted(FORMS)
DAY = date(2026, 11, 23)
URL = "https://zhifa.example.gov.cn/v/k7m2p9qx4t"
NUMBER = "演城管试字〔2026〕第12号"


def _print(
    form: Form, values: dict[str, Any], *, press: Press | None = None, draft: bool = False
) -> Rendered:
    return render(form, values, number=NUMBER, issued_on=DAY, qr_url=URL, draft=draft, press=press)


@cache
def _typical(code: str) -> Rendered:
    return _print(FORMS[code], testing.typical_values(FORMS[code]))


def _text(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    return re.sub(r"[\s\u200b\ufffe\x02]", "", text)


def _attached(pdf: bytes) -> dict[str, Any]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        loaded: dict[str, Any] = json.loads(opened.attachments["document.json"].get_file().read_bytes())
        return loaded


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("kind", ["minimal", "typical", "hostile"])
def test_every_form_prints(code: str, kind: str) -> None:
    form = FORMS[code]
    values = getattr(testing, f"{kind}_values")(form)
    printed = _print(form, values)
    with pikepdf.open(io.BytesIO(printed.pdf)) as opened:
        metadata = opened.open_metadata()
        assert metadata["pdfaid:part"] == "3" and metadata["pdfaid:conformance"] == "A"
        assert metadata["pdfuaid:part"] == "1"
        assert opened.Root.MarkInfo.Marked
    assert _attached(printed.pdf)["values"] == values
    assert _attached(printed.pdf)["edition"] == form.edition
    if form.word:
        assert NUMBER in _text(printed.pdf)


@pytest.mark.parametrize("code", CODES)
def test_a_paper_prints_alike_each_time(code: str) -> None:
    assert _print(FORMS[code], testing.typical_values(FORMS[code])).pdf == _typical(code).pdf


@pytest.mark.parametrize("code", CODES)
def test_every_filled_text_reaches_the_paper(code: str) -> None:
    form = FORMS[code]
    values = testing.typical_values(form)
    text = _text(_typical(code).pdf)
    unprinted = {"number_prefix", "party_kind", "authority_postcode", "party_occupation", "party_credit_code"}
    lost = [
        field.name
        for field in form.fields
        if field.type == "text"
        and field.name not in unprinted | PRINTED_ELSEWHERE.get(code, set())
        and values.get(field.name)
        and re.sub(r"\s", "", values[field.name]) not in text
    ]
    assert lost == []


# fields that a form keeps as data and does not print
PRINTED_ELSEWHERE: dict[str, set[str]] = {
    "D77": {"party_sex", "party_id_type", "party_id_number", "party_address", "party_phone"},
    "D100": {"party_sex", "party_id_type", "party_id_number", "party_address", "party_phone"},
    "D20": {"party_sex", "party_id_type", "party_id_number", "party_address", "party_phone"},
    "D54": {"party_sex", "party_id_type"},
    "D27": {"authority_name"},
    "D43": {"bank_address", "party_phone", "amount_capital"},
    "D45": {"party_name", "party_sex", "party_id_type", "party_phone", "party_address"},
    "D40": {"amount_capital"},
    "D44": {"case_number"},
    "D08": {"party_id_type", "party_occupation"},
    "D23": {"party_sex", "party_id_type", "party_id_number", "party_address", "party_phone"},
    "D29": {"party_sex", "party_id_type", "party_id_number", "party_address", "party_phone"},
    "D30": {"party_sex", "party_id_type", "party_id_number", "party_address", "party_phone"},
    "D31": {"party_sex", "party_id_type", "party_id_number", "party_address"},
    "D09": {"case_number"},
    "D12": {"case_number"},
    "D28": {"case_number"},
    "D34": {"party_sex", "party_id_type", "party_id_number", "party_address", "party_phone", "case_number"},
    "D37": {"party_sex", "party_id_type", "party_id_number", "party_address", "case_number"},
    "D38": {"party_id_type", "case_number"},
    "D39": {"case_number"},
    "D32": {"authority_postcode"},
    "D41": {"authority_address", "authority_phone", "cause_code"},
}


@pytest.mark.parametrize("name", testing.HOSTILE)
def test_a_strange_name_survives_into_the_paper(name: str) -> None:
    form = FORMS["D41"]
    printed = _print(form, testing.typical_values(form) | {"party_name": name})
    assert _attached(printed.pdf)["values"]["party_name"] == name
    if not printed.warnings:
        assert re.sub(r"\s", "", name) in _text(printed.pdf)


@pytest.fixture(scope="module")
def bare() -> Press:
    """A press on a machine without any font but the packaged one: what it prints, every machine can print."""
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=packaged_fonts())
    return Press(Path(settings.SANZHI_FORMS_DIR), fonts)


@pytest.mark.parametrize("code", CODES)
def test_every_form_prints_without_the_machines_fonts(code: str, bare: Press) -> None:
    # a symbol font of another program may claim a sign such as ☐ and then not draw it
    for values in (testing.minimal_values(FORMS[code]), testing.typical_values(FORMS[code])):
        assert _print(FORMS[code], values, press=bare).warnings == ()


def test_a_character_without_a_glyph_is_named_and_warned_of(bare: Press) -> None:
    form = FORMS["D41"]
    values = testing.typical_values(form)
    printed = _print(form, values | {"party_name": "店名\U00013000\ue000\x07"}, press=bare)
    text = _text(printed.pdf)
    for code_point in ("U+13000", "U+E000", "U+0007"):
        assert code_point in text
        assert any(f"〔{code_point}〕" in warning for warning in printed.warnings)
    assert _attached(printed.pdf)["values"]["party_name"] == "店名\U00013000\ue000\x07"


def test_a_draft_says_so_and_carries_no_code_to_scan() -> None:
    form = FORMS["D41"]
    values = testing.typical_values(form)
    draft, issued = _print(form, values, draft=True), _print(form, values)
    assert "扫码核验" in _text(issued.pdf) and "扫码核验" not in _text(draft.pdf)
    assert draft.pdf != issued.pdf


def test_a_decision_takes_two_pages_and_bears_what_the_law_demands() -> None:
    # 行政处罚法 §59
    pdf = _typical("D41").pdf
    text = _text(pdf)
    assert len(pypdfium2.PdfDocument(pdf)) == 2
    for part in (
        "张试验",
        "演示市示范区样例街道1号",
        "现场检查笔录1份",
        "罚款800元（人民币捌佰元整）",
        "十五日内",
        "演示市人民政府申请行政复议",
        "演示市人民法院提起行政诉讼",
        "2026年11月23日",
        "百分之三",
        "第2页共2页",
        "（印章）",
    ):
        assert part in text, part


@pytest.mark.parametrize(
    ("code", "pages"),
    [("D43", 1), ("D29", 1), ("D30", 1), ("D39", 1), ("D23", 1), ("D03", 1), ("D46", 1), ("D10", 1)],
)
def test_short_papers_stay_short(code: str, pages: int) -> None:
    pdf = _typical(code).pdf
    assert len(pypdfium2.PdfDocument(pdf)) == pages


def test_approvals_given_in_the_system_are_printed() -> None:
    form = FORMS["D03"]
    line = SignatureLine("bureau_head", "钱丁示", "", "同意立案。", date(2026, 10, 13))
    values = testing.typical_values(form)
    signed = render(form, values, number=NUMBER, issued_on=DAY, qr_url=URL, draft=False, signatures=[line])
    assert "同意立案。签名：钱丁示2026年10月13日" in _text(signed.pdf)
    assert "同意立案。" not in _text(_print(form, values).pdf)


@pytest.mark.parametrize("code", CODES)
def test_the_word_copy_has_the_same_values(code: str) -> None:
    form = FORMS[code]
    values = testing.hostile_values(form)
    copy = docx.Document(io.BytesIO(render_docx(form, values, number=NUMBER, issued_on=DAY)))
    cells = [cell.text for table in copy.tables for row in table.rows for cell in row.cells]
    for field in form.fields:
        if field.type in {"text", "long_text"}:
            assert values[field.name] in cells, field.name


def test_a_long_table_of_the_word_copy_has_its_head_on_each_page() -> None:
    form, values = FORMS["D89"], testing.typical_values(FORMS["D89"])
    copy = docx.Document(io.BytesIO(render_docx(form, values, number="", issued_on=DAY)))
    (table,) = (table for table in copy.tables if table.rows[0].cells[0].text == "名称")
    assert [cell.text for cell in table.rows[0].cells] == [row.label for row in form.field("items").columns]
    assert len(table.rows) == 1 + len(values["items"]) > 40
    assert "w:tblHeader" in table.rows[0]._tr.xml and "w:cantSplit" in table.rows[-1]._tr.xml
    assert all("{" not in cell.text for row in table.rows for cell in row.cells)


def test_a_long_list_on_paper_has_its_head_on_each_page() -> None:
    pages = list(pypdfium2.PdfDocument(_typical("D89").pdf))
    assert len(pages) > 1
    assert all("完好程度" in page.get_textpage().get_text_range() for page in pages)


SIGNED = {
    "D08": "见证人签名",
    "D10": "被询问人签名",
    "D31": "陈述申辩人签名",
    "D37": "主持人签名",
    "D39": "记录人(?:（[^）]*）)?签名",
}


@pytest.mark.parametrize("code", sorted(SIGNED))
def test_a_record_is_signed_once_on_each_page(code: str) -> None:
    form, values = FORMS[code], testing.typical_values(FORMS[code])
    name = next(row.name for row in form.fields if row.type == "long_text")
    for filled, wanted in ((values, 1), (values | {name: ("长" * 60 + "。\n") * 45}, 3)):
        pdf = pypdfium2.PdfDocument(_print(form, filled).pdf)
        pages = [re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in pdf]
        assert len(pages) >= wanted
        assert [len(re.findall(SIGNED[code], page)) for page in pages] == [1] * len(pages)


def _is_sealed_letter(form: Form) -> bool:
    (folder,) = settings.SANZHI_FORMS_DIR.glob(f"*/{form.code}-*")
    has_text = any(
        row.type == "long_text" and row.name in testing.typical_values(form) for row in form.fields
    )
    return form.seal and has_text and "#closing" in (folder / "layout.typ").read_text()


SEALED = [code for code in CODES if _is_sealed_letter(FORMS[code])]


@pytest.mark.parametrize("code", SEALED)
def test_a_seal_stands_with_the_text_and_not_with_an_address_alone(code: str) -> None:
    form, values = FORMS[code], testing.typical_values(FORMS[code])
    name = next(field.name for field in form.fields if field.type == "long_text" and field.name in values)
    for length in range(0, 960, 120):
        pdf = pypdfium2.PdfDocument(_print(form, values | {name: "长" * length + "。"}).pdf)
        last = re.sub(r"\s", "", pdf[len(pdf) - 1].get_textpage().get_text_range())
        before = last.partition("联系")[0]
        assert "（印章）" in last and len(before) > 6, (length, last)


@pytest.mark.parametrize("code", ["D68", "D44"])
def test_a_long_number_stays_within_its_column(code: str) -> None:
    form = FORMS[code]
    values = testing.typical_values(form) | {"receipt_number": "2026A00000070、2026R00000070、2026L00000070"}
    page = pypdfium2.PdfDocument(_print(form, values).pdf)[0]
    text = page.get_textpage()
    rights = [text.get_charbox(index)[2] for index in range(text.count_chars())]
    assert max(rights) <= page.get_width() - 22 / 25.4 * 72 + 1


WHOLE = ("演城管许准字〔2026〕第12号", "2026年12月19日", "3960元")


@pytest.mark.parametrize(("code", "name"), [("D78", "because"), ("D41", "conduct"), ("D91", "reason")])
@pytest.mark.parametrize("whole", WHOLE)
def test_neither_a_number_nor_a_day_nor_a_sum_is_torn_nor_the_line_before_it_stretched(
    code: str, name: str, whole: str
) -> None:
    values = testing.typical_values(FORMS[code])
    for length in range(15, 55, 3):
        said = f"{'长' * length}（{whole}）"
        page = pypdfium2.PdfDocument(_print(FORMS[code], values | {name: said}).pdf)[0].get_textpage()
        text = page.get_text_range()
        boxes = {at: page.get_charbox(at) for at, sign in enumerate(text) if sign in {"长", *whole}}
        number = next(iter(re.finditer(re.escape(whole), text)), None)
        assert number is not None, (length, "torn")
        middles = [sum(boxes[at][1::2]) / 2 for at in range(*number.span()) if text[at].isalnum()]
        assert max(middles) - min(middles) < 7, (length, "torn")
        pairs = [(boxes[at], boxes[at + 1]) for at in boxes if text[at : at + 2] == "长长"]
        gaps = [right[0] - left[2] for left, right in pairs if right[0] > left[2]]
        assert max(gaps) < 4, (length, "stretched")


def test_a_decision_names_what_is_to_be_handed_over_and_where_to_pay() -> None:
    form = FORMS["D41"]
    values = testing.typical_values(form)
    taken = {"confiscated_goods": "烧烤炉一台", "confiscated_gains": "1250元（人民币壹仟贰佰伍拾元整）"}
    text = _text(_print(form, values | taken).pdf)
    assert "没收的烧烤炉一台，限你（单位）自收到本决定书之日起十五日内送交本机关" in text
    assert (
        "1250元（人民币壹仟贰佰伍拾元整），限你（单位）自收到本决定书之日起十五日内缴至上述代收银行账户"
        in text
    )
    assert "没收的" not in _text(_print(form, values).pdf)
    only = dict.fromkeys(("amount", "amount_capital"), "")
    assert "十五日内缴至演示银行示范支行（" in _text(_print(form, values | taken | only).pdf)


@pytest.mark.parametrize("code", CODES)
def test_no_full_stop_is_doubled_whether_it_was_typed_or_not(code: str) -> None:
    form, values = FORMS[code], testing.typical_values(FORMS[code])
    typed = {
        row.name: f"{values[row.name].rstrip('。')}。"
        for row in form.fields
        if row.type == "long_text" and row.name in values
    }
    bare = {name: text.rstrip("。") for name, text in typed.items()}
    for filled in (typed, bare):
        text = _text(_print(form, values | filled).pdf)
        assert not re.search("。。|。[；，、]|[，；]。|发现发现", text)


@pytest.mark.parametrize("code", ["D04", "D05", "D23", "D29", "D66"])
@pytest.mark.parametrize("end", ["", "；", "，", "。", "。。"])
def test_a_typed_text_ends_with_one_full_stop(code: str, end: str) -> None:
    values = testing.typical_values(FORMS[code]) | {"conduct": f"设置固定售货亭一处{end}"}
    text = re.sub(r"\s", "", _text(_print(FORMS[code], values).pdf))
    assert re.search("一处。(?![。；，])", text)


@pytest.mark.parametrize("code", ["D41", "D42"])
def test_a_case_whose_cause_was_changed_was_filed_for_the_first_one(code: str) -> None:
    values = testing.typical_values(FORMS[code])
    told = f"涉嫌{values['filed_cause']}一案立案调查。经调查，案由改定为{values['cause']}。现已调查终结。"
    assert told in _text(_typical(code).pdf)
    same = _print(FORMS[code], {**values, "filed_cause": values["cause"]})
    assert f"涉嫌{values['cause']}一案立案调查，现已调查终结。" in _text(same.pdf)


def _with(text: str) -> dict[str, Any]:
    """A typical paper with `text` in one of its texts."""
    values = testing.typical_values(FORMS["D12"])
    name = next(name for name, value in values.items() if isinstance(value, str))
    return {**values, name: text}


def test_a_paper_that_nobody_can_lay_out_is_refused_in_a_sentence() -> None:
    with pytest.raises(Refused, match=r"没有排版.*另作附件"):
        _print(FORMS["D12"], _with("长" * (MOST_TEXT + 1)))


def test_hundreds_of_signs_without_a_font_are_refused_in_a_sentence() -> None:
    strange = "".join(map(chr, range(0x13000, 0x13000 + MOST_STRANGERS + 60)))
    with pytest.raises(Refused, match=r"没有字体能印.*是否乱码"):
        _print(FORMS["D12"], _with(strange))
