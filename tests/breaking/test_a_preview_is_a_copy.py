"""The preview is the issued PDF to the byte, with the full numbers: taking it leaves no line of a download, as `paper.pdf` does."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from sanzhi.organisation.models import Look, LookKind
from tests.stories import desk, done


def test_who_takes_the_preview_has_a_copy(tell: Callable[..., Story]) -> None:
    story = tell()
    paper = next(row for row in story.proceeding.papers.all() if row.is_issued)
    place = f"/office/cases/{story.case_id}/papers/{paper.document_id}"
    browser = desk(story, "gongshi")
    same = browser.get(f"{place}/preview.pdf").content
    lines = Look.objects.filter(officer=story.bureau.officers["gongshi"]).exclude(kind=LookKind.READ)
    assert lines.exists()
    assert same == browser.get(f"{place}/paper.pdf").content


def lines(story: Story, who: str, kind: LookKind) -> list[str]:
    rows = Look.objects.filter(officer=story.bureau.officers[who], kind=kind)
    return [row.what for row in rows if row.subject == f"cases.case:{story.case_id}"]


def test_who_sees_what_is_not_yet_issued_sees_full_values(reached: Callable[..., Story]) -> None:
    story = reached(stop="decision_signing")
    paper = next(row.document for row in story.proceeding.papers.all() if row.form == "D40")
    place = f"/office/cases/{story.case_id}/papers/{paper.pk}"
    for _ in range(2):
        assert desk(story, "juzhang").get(f"{place}/preview.pdf").status_code == 200
    assert lines(story, "juzhang", LookKind.REVEALED) == [f"《{paper.title}》（未签发）中的完整信息"]


def test_so_does_who_opens_a_draft_to_fill_it(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    draft = done(story, "cases.write_document", form="D29")
    at = f"/office/cases/{story.case_id}/papers/{draft.pk}/"
    assert desk(story, "zhifa2").get(at).status_code == 200
    assert lines(story, "zhifa2", LookKind.REVEALED) == [f"《{draft.title}》（未签发）中的完整信息"]


def test_a_voided_paper_is_a_copy_as_well(tell: Callable[..., Story]) -> None:
    story = tell(stop="filing")
    paper = story.paper("D03")
    done(story, "cases.void_document", document=paper.pk, reason="内容有误。")
    at = f"/office/cases/{story.case_id}/papers/{paper.pk}/preview.pdf"
    assert desk(story, "juzhang").get(at).status_code == 200
    assert lines(story, "juzhang", LookKind.DOWNLOADED) == [f"《{paper.title}》PDF"]
