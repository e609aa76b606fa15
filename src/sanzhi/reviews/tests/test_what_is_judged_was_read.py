"""A reviewer's page stays open while the case comes in a second time: he has not read what he would answer."""

import re
from collections.abc import Callable

from sanzhi.cases.card import act_named, card_of
from sanzhi.cases.tests.test_what_is_judged_was_read import NOT_READ
from sanzhi.demo.story import Story
from sanzhi.reviews.queries import open_review
from sanzhi.reviews.rules import POINTS
from sanzhi.reviews.tests.discussing import discussed
from sanzhi.reviews.tests.test_refusals import AGREED, EXPLAINED, LARGE, SENT_BACK
from tests.stories import desk, done, refused

Reached = Callable[..., Story]
OPINION = "reviews.give_opinion"
MILDER = {"fine": 7000, "correction": "责令立即改正。", "reason": "采纳审核建议，从轻。"}


def at(story: Story) -> str:
    found = open_review(story.proceeding)
    assert found is not None
    return f"/office/reviews/{found.pk}/"


def version(story: Story) -> str:
    found = re.search(r'name="seen" value="(\w{20})"', desk(story, "fazhi").get(at(story)).content.decode())
    assert found is not None
    return found[1]


def test_an_opinion(reached: Reached) -> None:
    story = reached(stop="review_submitted", **LARGE)
    page, old = at(story), version(story)
    done(story, OPINION, who="fazhi2", **SENT_BACK)
    done(story, "penalty.propose_penalty", **MILDER)
    done(story, "reviews.submit_for_review", **EXPLAINED)
    for said in (AGREED, SENT_BACK):
        assert NOT_READ in refused(story, OPINION, who="fazhi", **said, seen=old)
    typed = {**{f"point_{key}": "1" for key in POINTS}, "verdict": "agreed", "opinion": "同意。"}
    answer = desk(story, "fazhi").post(f"{page}do/give_opinion/", {**typed, "seen": old})
    assert answer.status_code == 409 and NOT_READ in answer.content.decode()
    now = {**typed, "seen": version(story)}
    assert desk(story, "fazhi").post(f"{at(story)}do/give_opinion/", now).status_code == 302


def test_a_discussion(reached: Reached) -> None:
    story = reached(stop="deliberation", **LARGE)
    act = "reviews.record_deliberation"
    old = card_of(act_named(act)).version(story.proceeding)
    assert NOT_READ not in refused(story, act, who="fazhi", **discussed(story, chair=0), seen=old)
    done(story, "cases.send_back", who="juzhang", reason="拟处罚偏重，请重新提出。")
    done(story, "penalty.propose_penalty", **MILDER)
    assert NOT_READ in refused(story, act, who="fazhi", **discussed(story), seen=old)
