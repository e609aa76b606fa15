"""Also a hearing that is held during the review has a recording of its own before anything is decided on it."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from sanzhi.cases.queries import evidence
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.tests.test_refusals_around_the_hearing import HELD, notified
from tests.stories import done, established, refused

Reached = Callable[..., Story]


def heard_again(reached: Reached) -> Story:
    story = reached(stop="review", cause="C05", fine=Decimal(8000), hearing=True)
    clock.advance(timedelta(days=1))
    done(story, "cases.add_evidence", kind="testimony", name="邻居证人证言", proves="当事人此前多次设置")
    established(story, evidence=[row.pk for row in evidence(story.case)])
    same = {"fine": 8000, "correction": story.plan.correction, "reason": "补充证人证言以后，仍按原幅度提出。"}
    done(story, "penalty.propose_penalty", **same)
    story.serve(story.paper("D30"))
    clock.advance(timedelta(days=1))
    done(story, "cases.request_hearing")
    order = notified(story, 7)
    done(story, "cases.notify_hearing", who="fazhi2", **order)
    story.serve_paper(story.paper("D34", writer="fazhi2").pk)
    story.paper("D36", writer="fazhi2")
    clock.advance(order["held_on"] - clock.today())
    attendees = f"当事人{story.party.name}；调查人员"
    done(story, "cases.conclude_hearing", who="fazhi2", **{**HELD, "attendees": attendees})
    for form in ("D37", "D38"):
        story.paper(form, writer="fazhi2")
    return story


def test_what_was_heard_again_is_filmed_again(reached: Reached) -> None:
    story = heard_again(reached)
    said = refused(story, "cases.complete_step")
    assert "“听证”没有音像记录" in said
    story._film("hearing")
    assert "“听证”没有音像记录" not in refused(story, "cases.complete_step")
