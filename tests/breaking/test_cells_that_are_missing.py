"""A table of a paper sent with one column only: the rest is empty, and nothing breaks."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from tests.stories import desk, done

CASES = [
    ({"dialogue.question": ["测试"]}, [{"question": "测试", "answer": ""}]),
    (
        {"dialogue.question": ["一", "二"], "dialogue.answer": ["答"]},
        [{"question": "一", "answer": "答"}, {"question": "二", "answer": ""}],
    ),
]


@pytest.mark.parametrize(("sent", "kept"), CASES)
def test_one_column_alone(reached: Callable[..., Story], sent: dict[str, list[str]], kept: object) -> None:
    story = reached(stop="investigation")
    paper = done(story, "cases.write_document", form="D10")
    at, browser = f"/office/cases/{story.case_id}/papers/{paper.pk}/", desk(story, "zhifa1")
    seen = browser.get(at).content.decode().partition('name="seen" value="')[2].partition('"')[0]
    assert browser.post(f"{at}preview.pdf", sent).status_code == 200
    assert browser.post(f"{at}do/fill/", {**sent, "seen": seen}).status_code == 302
    assert Document.objects.get(pk=paper.pk).values["dialogue"] == kept
