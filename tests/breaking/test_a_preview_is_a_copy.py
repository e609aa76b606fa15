"""The preview is the issued PDF to the byte, with the full numbers: taking it leaves no line of a download, as `paper.pdf` does."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from sanzhi.organisation.models import Look, LookKind
from tests.stories import desk


def test_who_takes_the_preview_has_a_copy(tell: Callable[..., Story]) -> None:
    story = tell()
    paper = next(row for row in story.proceeding.papers.all() if row.is_issued)
    place = f"/office/cases/{story.case_id}/papers/{paper.document_id}"
    browser = desk(story, "gongshi")
    same = browser.get(f"{place}/preview.pdf").content
    lines = Look.objects.filter(officer=story.bureau.officers["gongshi"]).exclude(kind=LookKind.READ)
    assert lines.exists()
    assert same == browser.get(f"{place}/paper.pdf").content
