"""The case page leads to each paper that is still to be handed over, and to none that would tell what is so no more."""

from collections.abc import Callable
from decimal import Decimal

from sanzhi.cases.desk import work
from sanzhi.cases.next_rows import Row
from sanzhi.demo.story import Story
from tests.stories import case_page, done, refused

Reached = Callable[..., Story]


def waiting(story: Story, *, who: str = "zhifa1") -> list[Row]:
    """What is listed there."""
    pane = work(story.bureau.actor(who), story.proceeding)["pane"]
    return [row for row in (*pane.mine, *pane.others) if row.title.startswith("送达《")]


def link(story: Story, document: int) -> str:
    return f"/office/cases/{story.case_id}/papers/{document}/"


def test_the_decision_is_served_from_the_page_of_its_step(reached: Reached) -> None:
    story = reached(stop="service")
    document = story.proceeding.decision.document_id
    assert document is not None
    (row,) = waiting(story)
    assert row.state == "mine" and row.go and row.go.url == link(story, document)
    assert f'href="{row.go.url}"' in case_page(story, who="zhifa1")
    assert "尚未送达" in row.lacks[0].sentence and row.needed_for == ("进入“执行”",)
    (seen,) = waiting(story, who="juzhang")
    assert seen.state == "others" and "承办人（" in seen.who
    assert "《行政处罚决定书》尚未送达" in refused(story, "cases.complete_step")
    story.serve_paper(document)
    assert not waiting(story)


def test_a_notice_of_what_is_proposed_no_more_waits_for_nobody(reached: Reached) -> None:
    story = reached(stop="notice", cause="C05", fine=Decimal(8000))
    told = story.paper("D30").pk
    assert [row.go.url for row in waiting(story) if row.go] == [link(story, told)]
    done(story, "cases.send_back", who="juzhang", reason="重新考虑处罚数额后再告知。")
    story.plan.fine = Decimal(9000)
    story._propose()
    assert not waiting(story)
