"""How the papers of a licence look where a field has many lines, or none."""

from datetime import date
from typing import Any

import pypdfium2

from sanzhi.documents import testing
from sanzhi.documents.rendering import render, site_press

FORMS = site_press().forms
CONTENT = "工程名称：燃气支管接入\n挖掘部位：人行道\n挖掘长度（米）：30"


def page(code: str, **values: Any) -> Any:
    form, day = FORMS[code], date(2026, 11, 23)
    said = testing.typical_values(form) | values
    pdf = render(form, said, number="试字第1号", issued_on=day, qr_url="", draft=False).pdf
    return pypdfium2.PdfDocument(pdf)[0].get_textpage()


def is_flush(text: Any, *lines: str) -> bool:
    """Whether they begin one below another; signs differ by a point or two within their square."""
    lefts = [text.get_charbox(text.get_text_range().index(line))[0] for line in lines]
    return bool(max(lefts) - min(lefts) < 3)


def test_each_line_of_the_content_is_indented_alike() -> None:
    shown = page("D80", content=CONTENT)
    assert is_flush(shown, "内容：工程", "挖掘部位", "挖掘长度")
    renewed = page("D82", ground="", kind="延续", decision=f"准予延续：{CONTENT}", asked="工程尚未完成。")
    assert is_flush(renewed, "准予延续", "挖掘部位")
    assert "申请延续：工程尚未完成。" in "".join(renewed.get_text_range().split())


def test_an_application_without_materials_has_no_empty_row() -> None:
    none, some = (page("D74", materials=rows).get_text_range() for rows in ([], MATERIALS))
    assert "本次申请没有提交材料" in none and "序号" not in none
    assert "本次申请没有提交材料" not in some and "序号" in some and "施工图" in some


MATERIALS = [{"name": "施工图", "note": "—", "handed_on": "2026年11月23日"}]
