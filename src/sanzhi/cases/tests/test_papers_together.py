"""Several papers of a case as one file: who may, which, what is refused, and that each leaves its line."""

from collections.abc import Callable

import pypdfium2
import pytest

from sanzhi.cases.queries import papers
from sanzhi.demo.story import Story
from sanzhi.documents import collating
from sanzhi.organisation.models import Look, LookKind
from tests.stories import desk, done

Tell = Callable[..., Story]


def address(story: Story) -> str:
    return f"/office/cases/{story.case_id}/papers/together.pdf"


def downloads() -> list[str]:
    rows = Look.objects.filter(kind=LookKind.DOWNLOADED).order_by("id")
    return [row.what for row in rows]


def test_the_chosen_papers_come_as_one_file_and_each_leaves_a_line(tell: Tell) -> None:
    story = tell(stop="investigation")
    rows = papers(story.proceeding)
    assert len(rows) == 2
    client = desk(story, "zhifa1")
    page = client.get(f"/office/cases/{story.case_id}/papers/").content.decode()
    assert all(f'value="{row.document_id}"' in page for row in rows) and "合并打印" in page
    answer = client.get(address(story), {"document": [row.document_id for row in rows]})
    assert answer["Content-Type"] == "application/pdf"
    pages = pypdfium2.PdfDocument(answer.content)
    assert "案件来源登记表" in "".join(pages[0].get_textpage().get_text_range().split())
    assert downloads() == [f"《{row.title}》PDF" for row in rows]


def test_a_draft_may_be_printed_too(tell: Tell) -> None:
    story = tell(stop="investigation")
    draft = done(story, "cases.write_document", form="D12")
    answer = desk(story, "zhifa1").get(address(story), {"document": [draft.pk]})
    text = pypdfium2.PdfDocument(answer.content)[0].get_textpage().get_text_range()
    assert answer.status_code == 200 and "草" in text


def test_nothing_and_too_much_are_told_on_the_page(tell: Tell, monkeypatch: pytest.MonkeyPatch) -> None:
    story = tell(stop="investigation")
    client, rows = desk(story, "zhifa1"), papers(story.proceeding)
    answer = client.get(address(story))
    assert answer.status_code == 409 and "没有选择文书" in answer.content.decode()
    monkeypatch.setattr(collating, "MOST_PAPERS", 1)
    answer = client.get(address(story), {"document": [row.document_id for row in rows]})
    assert answer.status_code == 409 and "一次最多打印1份" in answer.content.decode()
    assert downloads() == []


def test_a_paper_of_another_case_is_none(tell: Tell) -> None:
    story = tell(stop="filing")
    other = tell(stop="filing", summary="未经同意和审批，在人行道设置固定水果亭一处。")
    strange = [row.document_id for row in papers(other.proceeding)]
    assert desk(story, "zhifa1").get(address(story), {"document": strange}).status_code == 404
    assert desk(story, "zhifa1").get(address(story), {"document": ["x"]}).status_code == 404


def test_who_may_not_read_the_case_prints_nothing(tell: Tell) -> None:
    story = tell(stop="filing")
    rows = {"document": [row.document_id for row in papers(story.proceeding)]}
    assert desk(story, "guanli").get(address(story), rows).status_code == 404
