"""Where papers end: lists that nobody lengthens, rows and seals that stand on no page alone, numbers that glue nothing to themselves."""

import re
from datetime import date

import pypdfium2
import pytest
from django.conf import settings

from sanzhi.documents import testing
from sanzhi.documents.rendering import render, site_press, specimen_pdf

FORMS = site_press().forms
CODES = sorted(FORMS)


def _print(code: str, changes: dict[str, str]) -> pypdfium2.PdfDocument:
    form = FORMS[code]
    values = testing.typical_values(form) | changes
    number = "演城管试字〔2026〕第12号" if form.word else ""
    printed = render(form, values, number=number, issued_on=date(2026, 11, 23), qr_url="", draft=False)
    return pypdfium2.PdfDocument(printed.pdf)


def _read(pdf: pypdfium2.PdfDocument) -> list[str]:
    return [re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in pdf]


def _pages(code: str, **changes: str) -> list[str]:
    return _read(_print(code, changes))


def _text_in_lines(code: str, **changes: str) -> str:
    text: str = _print(code, changes)[0].get_textpage().get_text_range()
    return text.replace("\r", "")


def _layout(code: str) -> str:
    (folder,) = settings.SANZHI_FORMS_DIR.glob(f"*/{code}-*")
    return (folder / "layout.typ").read_text()


LISTS = [code for code in CODES if "#ruled-list(" in _layout(code)]


@pytest.mark.parametrize("code", LISTS)
def test_nobody_adds_a_line_to_a_list(code: str) -> None:
    """A paper of a case says where its list ends; only an empty form has lines to fill in."""
    assert "以下空白" in "".join(_pages(code))
    empty = "".join(_read(pypdfium2.PdfDocument(specimen_pdf(code))))
    assert "以下空白" not in empty.replace("项，以下空白", "")


@pytest.mark.parametrize(
    ("code", "name", "beside"),
    [
        ("D40", "conduct", "承办机构负责人意见"),
        ("D68", "closure_reason", "承办机构负责人意见"),
        ("D74", "content", "申请人承诺"),
        ("D46", "late_because", "拒绝接收的"),
        ("D100", "content", "有效期限"),
        ("D96", "revalued_for", "今收到上列财物"),
    ],
)
def test_the_end_of_a_paper_stands_on_no_page_alone(code: str, name: str, beside: str) -> None:
    """The last row, the seal, the signature: each with what it belongs to, however long the rest is."""
    more = {"made": "事后制作"} if code == "D46" else {}
    counts = set()
    for length in range(20, 1220, 60):
        pages = _pages(code, **more, **{name: "长" * length + "。"})
        counts.add(len(pages))
        assert beside in pages[-1], length
    assert len(counts) > 1


@pytest.mark.parametrize("code", ["D97", "D99", *(code for code in CODES if FORMS[code].stage == "levy")])
def test_how_sure_we_are_of_a_figure_is_not_told_to_the_party(code: str) -> None:
    """The mark belongs to the pages of the office."""
    if FORMS[code].nature == "external":
        assert not re.search("建议值|[（〔](?:建议|记忆)[）〕]", "".join(_pages(code)))


def test_the_name_of_a_body_is_not_glued_to_its_number() -> None:
    """Only its own prefix is: else the line before it ends nine letters early."""
    body, number, breaks = "演示市防汛抗旱指挥部", "舞防指〔2026〕12号", set()
    for length in range(15, 45):
        text = _text_in_lines("D91", reason=f"{'长' * length}{body}{number}规定。")
        for at in range(1, len(body)):
            if f"{body[:at]}\n{body[at:]}{number}" in text:
                breaks.add(at)
        assert number in text, length
    assert breaks >= set(range(5, len(body))), breaks
