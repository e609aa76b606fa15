"""Papers tell the review and the discussion of what is proposed now, and the last of them."""

from collections.abc import Callable
from datetime import timedelta

from sanzhi.cases import board
from sanzhi.demo.story import Story
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.reviews.tests.discussing import discussed
from sanzhi.reviews.tests.test_refusals import AGREED
from tests.stories import done, established, refused

Reached = Callable[..., Story]
LARGE = {"cause": "C05", "fine": 8000}
LESS = {"fine": 6000, "correction": "责令立即改正，恢复原状。", "reason": "初次违法，能够配合调查。"}


def known(story: Story, form: str) -> dict[str, object]:
    return documents.fixed(form, board.facts_of(story.proceeding, documents.form(form).fixed_paths))


def test_an_opinion_on_another_proposal_is_not_told_of_the_one_that_stands(reached: Reached) -> None:
    story = reached(stop="review_submitted", **LARGE)
    done(story, "reviews.give_opinion", who="fazhi", **AGREED)
    assert known(story, "D28")["opinion_kind"] == known(story, "D40")["review_opinion"] == "同意"
    done(story, "penalty.propose_penalty", **LESS)
    assert known(story, "D28")["opinion_kind"] is None
    assert known(story, "D40")["review_opinion"] == "本处理建议未经法制审核。"


def test_the_record_of_a_discussion_that_was_put_off_does_not_serve_the_next(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    done(story, "reviews.record_deliberation", who="juzhang", **discussed(story, outcome="deferred"))
    story.paper("D39", writer="juzhang")
    clock.advance(timedelta(days=1))
    done(story, "reviews.record_deliberation", who="juzhang", **discussed(story))
    said = refused(story, "cases.complete_step", who="juzhang")
    assert "集体讨论笔录》写的不是最近一次的审核、讨论" in said
    story.paper("D39", writer="juzhang")
    assert done(story, "cases.complete_step", who="juzhang").step == "decision"


def test_who_is_spared_is_not_told_that_the_review_of_the_penalty_agreed(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    done(story, "reviews.record_deliberation", who="juzhang", **discussed(story, outcome="spared"))
    assert "不予处罚" in str(known(story, "D40")["deliberation"])
    done(story, "cases.send_back", who="juzhang", reason="集体讨论认为可以不予处罚，退回重新提出。")
    established(story, corrected_on=clock.today())
    done(story, "penalty.propose_sparing", ground="first", reason="初次违法，危害后果轻微并已及时改正。")
    told = known(story, "D40")
    assert told["review_opinion"] == "本处理建议未经法制审核。"
    assert told["deliberation"] == "本处理建议未经集体讨论。"
