"""Papers laid together for the printer, the sheet of all forms, and where they are shown."""

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from django.core.management import CommandError, call_command

from sanzhi.documents import collating, queries, testing
from sanzhi.documents.collating import Thumbnail, laid_together, page_count
from sanzhi.documents.rendering import LINE, render, site_press, specimen_pdf
from sanzhi.kernel.errors import Refused

FORMS = site_press().forms


def printed(code: str) -> bytes:
    form, day = FORMS[code], date(2026, 11, 23)
    values = testing.typical_values(form)
    return render(form, values, number="试字第1号", issued_on=day, qr_url="", draft=False).pdf


def test_pages_are_counted_as_a_reader_counts_them() -> None:
    for code in ("D41", "D89", "D02"):
        pdf = printed(code)
        assert page_count(pdf) == len(pypdfium2.PdfDocument(pdf))
    assert page_count(b"no paper at all") == 0


def test_each_paper_begins_on_a_front_page() -> None:
    papers = [printed("D02"), printed("D41"), printed("D02")]
    assert [page_count(pdf) for pdf in papers] == [1, 2, 1]
    pages = list(pypdfium2.PdfDocument(laid_together(papers)))
    texts = ["".join(page.get_textpage().get_text_range().split()) for page in pages]
    assert len(pages) == 5 and texts[1] == ""
    assert "案件来源登记表" in texts[0] and "行政处罚决定书" in texts[2] and "案件来源登记表" in texts[4]


def test_nothing_too_many_and_too_long_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    paper = printed("D02")
    with pytest.raises(Refused, match="没有选择文书"):
        laid_together([])
    monkeypatch.setattr(collating, "MOST_PAPERS", 2)
    with pytest.raises(Refused, match="选择了3份文书，一次最多打印2份"):
        laid_together([paper] * 3)
    monkeypatch.setattr(collating, "MOST_PAGES", 1)
    with pytest.raises(Refused, match="共2页，一次最多打印1页"):
        laid_together([paper] * 2)


def test_what_is_no_paper_is_refused() -> None:
    with pytest.raises(Refused, match="不能合并打印"):
        laid_together([printed("D02"), b"%PDF-1.7 something else"])


def test_the_sheet_names_every_form(tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    call_command("contact_sheet", str(out))
    pages = pypdfium2.PdfDocument(out.read_bytes())
    text = "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)
    assert all(code in text for code in FORMS)
    assert {round(page.get_width()) for page in pages} == {1191}  # A3, on its side
    with pytest.raises(CommandError, match="写不了"):
        call_command("contact_sheet", str(tmp_path / "nowhere" / "sheet.pdf"))


def test_a_thumbnail_is_the_first_page_alone() -> None:
    sheet = collating.contact_sheet("样本", [Thumbnail("D41", "决定书", "决定", printed("D41"))])
    assert page_count(sheet) == 1


@pytest.mark.parametrize("code", sorted(FORMS))
def test_a_specimen_shows_lines_where_people_write(code: str) -> None:
    pages = pypdfium2.PdfDocument(specimen_pdf(code))
    text = "".join(page.get_textpage().get_text_range() for page in pages)
    assert ("样" in text and FORMS[code].name.split("（")[0][:4] in "".join(text.split())) or code == "D69"
    assert LINE in text or code == "D33"  # which draws its lines itself


def test_stages_have_their_captions() -> None:
    assert queries.stages()["coercion"] == "行政强制措施"
    assert {form.stage for form in FORMS.values()} <= set(queries.stages())
