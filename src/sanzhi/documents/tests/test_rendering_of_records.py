"""What records and announcements print of what happened: no prepared alternatives, no doubled brackets, no stretched heads."""

import re

import pypdfium2
import pytest
from django.conf import settings

from sanzhi.documents import testing
from sanzhi.documents.tests.test_rendering import CODES, FORMS, _print, _text


@pytest.mark.parametrize("code", ["D08", "D54"])
def test_the_line_before_a_long_code_at_the_head_of_a_record_is_not_stretched(code: str) -> None:
    values = testing.typical_values(FORMS[code]) | {"party_kind": "organisation"}
    values |= {"party_credit_code": "91410481MA00000000", "party_name": "长" * 15}
    page = pypdfium2.PdfDocument(_print(FORMS[code], values).pdf)[0].get_textpage()
    boxes = [page.get_charbox(at) for at in _places(page.get_text_range(), "长长")]
    nexts = [page.get_charbox(at + 1) for at in _places(page.get_text_range(), "长长")]
    gaps = [right[0] - left[2] for left, right in zip(boxes, nexts, strict=True) if right[0] > left[2]]
    assert len(gaps) > 10 and max(gaps) < 3, max(gaps)


def _places(text: str, part: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(part, at)]


def test_who_signs_for_the_executor_stands_in_no_second_brackets() -> None:
    signer = "钟立言（实施单位负责人）"
    text = _text(_print(FORMS["D62"], testing.typical_values(FORMS["D62"]) | {"executor_signed": signer}).pdf)
    assert f"签名人：{signer}" in text and "（钟立言" not in text


@pytest.mark.parametrize("code", CODES)
def test_no_paper_leaves_open_what_happened(code: str) -> None:
    """What is printed of the case is what its rows say: a prepared alternative would assert one of several."""
    (folder,) = settings.SANZHI_FORMS_DIR.glob(f"*/{code}-*")
    said = (folder / "layout.typ").read_text() + (folder / "form.yaml").read_text()
    assert not re.search("（或者|检查（询问）|提起行政诉讼（", said)


def test_only_where_things_are_taken_away_are_they_called_things() -> None:
    values = testing.typical_values(FORMS["D53"])
    assert "对下列财物予以扣押" in _text(_print(FORMS["D53"], values | {"manner": "扣押"}).pdf)
    assert "对下列各项予以查封" in _text(_print(FORMS["D53"], values | {"manner": "查封"}).pdf)
