"""A draft that was begun too early takes in what the case has come to know, says so, and keeps what was typed."""

from collections.abc import Callable

import pytest

from sanzhi.demo.story import Story
from tests.stories import desk, done, established

pytestmark = pytest.mark.usefixtures("unprinted")
Reached = Callable[..., Story]


def test_a_draft_made_before_the_proposal_takes_it_in(reached: Reached) -> None:
    story = reached(stop="report")
    paper = done(story, "cases.write_document", form="D27")
    url = f"/office/cases/{story.case_id}/papers/{paper.pk}/"
    assert "案情有变化" not in desk(story, "zhifa1").get(url).content.decode()
    story._propose()
    proposed = story.proceeding.proposals.get().text
    page = desk(story, "zhifa1").get(url).content.decode()
    assert "案情有变化，以下各栏已按最新案情填写" in page and proposed in page
    done(story, "cases.submit_document", document=paper.pk)
    paper.refresh_from_db()
    assert proposed in str(paper.values)


def test_saving_writes_what_moved_and_keeps_what_was_typed(reached: Reached) -> None:
    story = reached(stop="report")
    paper = done(story, "cases.write_document", form="D27")
    established(story, conduct="当事人在人行道设置固定售货亭，占用盲道三米。")
    done(story, "cases.fill_document", document=paper.pk, values={})
    paper.refresh_from_db()
    assert "占用盲道三米" in str(paper.values)
    url = f"/office/cases/{story.case_id}/papers/{paper.pk}/"
    assert "案情有变化" not in desk(story, "zhifa1").get(url).content.decode()
