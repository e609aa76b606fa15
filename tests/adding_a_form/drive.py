"""Drives the added form in the copied project; `tests/test_adding_a_form.py` runs it there."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from tests.stories import done, refused
from tests.test_no_way_round import signed_in

ROW = {"name": "示范路东侧", "area": "12平方米"}


@pytest.fixture
def story(reached: Callable[..., Story]) -> Story:
    return reached(stop="investigation")


def test_its_paper_is_begun_refused_signed_and_printed(story: Story) -> None:
    paper = done(story, "cases.write_document", form="D199", values={"plots": [ROW]})
    assert paper.title == "现场踏勘单" and paper.values["party_name"] == story.party.name
    order = {"document": paper.pk}
    assert "请填写“踏勘日期”" in refused(story, "cases.submit_document", **order)
    page = signed_in("zhifa1").get(f"/office/cases/{story.case_id}/papers/{paper.pk}/").content.decode()
    assert "地块" in page and "踏勘日期" in page
    for ending in ("pdf", "docx"):
        answer = signed_in("zhifa1").get(f"/office/cases/{story.case_id}/papers/{paper.pk}/paper.{ending}")
        assert answer.status_code == 200


def test_the_office_shows_its_specimen(story: Story) -> None:
    page = signed_in("zhifa1").get("/office/forms/").content.decode()
    assert "现场踏勘单" in page and "踏勘阶段" in page
