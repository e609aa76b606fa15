"""A hearing that was asked for is held on what was told last; who is to be spared waits for no day to pass."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

from sanzhi.cases.queries import current_proposal, evidence, hearing_of
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, established, refused

Reached = Callable[..., Story]


def test_asked_again_it_is_on_the_new_proposal(reached: Reached) -> None:
    story = reached(stop="plea", cause="C05", fine=Decimal(6000))
    done(story, "cases.request_hearing")
    clock.advance(timedelta(days=1))
    done(story, "cases.add_evidence", kind="testimony", name="邻居证人证言", proves="当事人此前多次设置")
    established(story, evidence=[row.pk for row in evidence(story.case)])
    more = {
        "fine": 9000,
        "correction": story.plan.correction,
        "reason": "邻居证人证言证明多次设置，按较重幅度提出。",
    }
    done(story, "penalty.propose_penalty", **more)
    story.serve(story.paper("D30"))
    clock.advance(timedelta(days=1))
    done(story, "cases.request_hearing")
    hearing = hearing_of(story.proceeding)
    assert hearing is not None and hearing.proposal == current_proposal(story.proceeding)


def test_who_is_to_be_spared_has_nothing_to_wait_for(reached: Reached) -> None:
    story = reached(stop="review", public_interest=True)
    proofs = [row.pk for row in evidence(story.case)][:1]
    why = "当事人提交租赁合同，足以证明没有主观过错。"
    done(story, "penalty.propose_sparing", ground="blameless", reason=why, ground_proofs=proofs)
    assert "陈述申辩期限尚未起算" not in refused(story, "cases.complete_step")
