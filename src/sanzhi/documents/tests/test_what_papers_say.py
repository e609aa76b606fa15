"""Papers call themselves what they do, count days as statutes do, and leave no cell open when they are issued."""

from datetime import date

import pytest

from sanzhi.documents import queries
from sanzhi.documents.docx import render_docx
from sanzhi.documents.rendering import render
from sanzhi.documents.testing import minimal_values, typical_values
from sanzhi.documents.tests.test_rendering import _text

DAY = date(2026, 11, 23)


def said(code: str, *, least: bool = False, draft: bool = False, **changed: object) -> str:
    form = queries.form(code)
    values = minimal_values(form) if least else typical_values(form)
    number = "演城管试字〔2026〕第27号" if form.word else ""
    return _text(
        render(
            form,
            {**values, **changed},
            number=number,
            issued_on=None if draft else DAY,
            qr_url="",
            draft=draft,
        ).pdf
    )


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("撤销", "撤销行政执法决定书"),
        ("变更", "变更行政执法决定书"),
        ("确认违法", "确认行政执法决定违法决定书"),
        ("另一种", "撤销（变更）行政执法决定书"),
    ],
)
def test_a_paper_is_called_what_it_does(kind: str, title: str) -> None:
    form = queries.form("D87")
    assert form.title({"kind": kind}) == title
    text = said("D87", kind=kind)
    assert title in text and ("（变更）" in text) is ("（变更）" in title)
    assert render_docx(form, {"kind": kind}, number="", issued_on=DAY)


def test_days_are_counted_in_chinese_numerals() -> None:
    for code, days in (("D29", "五个工作日"), ("D30", "五个工作日"), ("D41", "十五日内")):
        text = said(code)
        assert days in text and "5个工作日" not in text and "15日内" not in text


def test_a_referral_to_the_police_leaves_nothing_open() -> None:
    text = said("D05", appraisal="")
    assert "三、检验报告或者鉴定结论：无；" in text and "经本机关负责人赵丙示于" in text
    assert "2026年10月12日，在演示市示范路" in text
    assert "三、检验报告或者鉴定结论：价格认定书一份；" in said("D05", appraisal="价格认定书一份")


def test_an_order_to_correct_tells_when_and_where() -> None:
    assert "2026年10月12日，在演示市示范路与样例街交叉口东侧，" in said("D23").replace("\n", "")


@pytest.mark.parametrize("code", ["D68", "D44"])
def test_an_issued_sheet_has_no_empty_cell(code: str) -> None:
    assert "—" in said(code, least=True) and "—" not in said(code, least=True, draft=True)
