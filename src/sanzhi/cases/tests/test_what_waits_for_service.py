"""The case page leads to each paper that is still to be handed over, and to none that would tell what is so no more."""

from collections.abc import Callable
from decimal import Decimal

from sanzhi.demo.story import Story
from tests.stories import case_page, done, refused

Reached = Callable[..., Story]
WAITS = "待送达的文书"


def waiting(story: Story, *, who: str = "zhifa1") -> str:
    """What is listed there, without blanks."""
    listed = "".join(case_page(story, who=who).split()).partition(WAITS)[2]
    return listed.partition("</ul>")[0]


def link(document: int) -> str:
    return f'papers/{document}/">登记送达</a>'


def test_the_decision_is_served_from_the_page_of_its_step(reached: Reached) -> None:
    story = reached(stop="service")
    document = story.proceeding.decision.document_id
    assert document is not None
    assert link(document) in waiting(story)
    assert "打开</a>" in waiting(story, who="juzhang")
    assert "《行政处罚决定书》尚未送达" in refused(story, "cases.complete_step")
    story.serve_paper(document)
    assert not waiting(story)


def test_a_notice_of_what_is_proposed_no_more_waits_for_nobody(reached: Reached) -> None:
    story = reached(stop="notice", cause="C05", fine=Decimal(8000))
    assert link(story.paper("D30").pk) in waiting(story)
    done(story, "cases.send_back", who="juzhang", reason="重新考虑处罚数额后再告知。")
    story.plan.fine = Decimal(9000)
    story._propose()
    assert not waiting(story)
