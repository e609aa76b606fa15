"""A party that dies before the decision, or its revocation, was served: nobody is served, and the case ends all the same."""

from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.demo.story import Story
from tests.stories import done, ending_refused, refused

Reached = Callable[..., Story]
DIED: dict[str, Any] = {"who": "juzhang", "ground": "died", "proof": "居民死亡医学证明书"}
LIVES = {"proof": "户籍证明、本人到场", "reason": "死亡证明是同名同姓的另一人的。"}
REASON = "当事人死亡，终止办理。"
ENDED: dict[str, Any] = {"who": "duizhang1", "kind": "ended", "reason": REASON}
SPARED = {"spares": True, "reason": "初次违法，危害后果轻微并及时改正。"}


def approved(story: Story, kind: str) -> None:
    story.paper("D68", {"closure_kind": kind, "closure_reason": REASON})


def spared(reached: Reached) -> Story:
    """Decided to be spared, the paper not served."""
    story = reached(stop="spare", **SPARED)
    story._educate()
    story.paper("D40")
    done(story, "penalty.decide_no_penalty", who="juzhang")
    return story


def lives(story: Story) -> None:
    row = done(story, "cases.correct_termination", **LIVES)
    done(story, "cases.settle_correction", who="fujuzhang", correction=row.pk, is_approved=True)


@pytest.mark.parametrize("moves", [False, True])
def test_who_was_spared_and_dies_is_not_served(reached: Reached, moves: bool) -> None:
    story = spared(reached)
    if moves:
        story.go()
    before = story.proceeding.step
    assert "没有作出处罚决定" in refused(story, "penalty.end_enforcement", **DIED)
    done(story, "cases.end_investigation", **DIED)
    told = ending_refused(story, "minor", reason=REASON)
    assert "不能以“违法行为轻微，不予处罚”结案" in told and "请选择：终止" in told
    approved(story, "ended")
    assert done(story, "cases.close_case", **ENDED).closed_on
    lives(story)
    assert story.proceeding.step == before and story.case.closed_on is None


def test_who_was_spared_and_told_has_nothing_to_end(reached: Reached) -> None:
    story = reached(stop="closure", **SPARED)
    assert "本案已经作出决定" in refused(story, "cases.end_investigation", **DIED)
    assert "不能以“终止”结案" in ending_refused(story, "ended", reason=REASON)


def test_who_dies_before_the_revocation_is_served(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    wrong = {"kind": "revoked", "overturned_for": ["evidence"], "ground": "认定的违法主体有误。"}
    done(story, "cases.propose_overturn", **wrong)
    done(story, "cases.overturn_decision", who="juzhang")
    close = {**ENDED, "kind": "overturned"}
    assert "尚未送达" in refused(story, "cases.close_case", **close)
    done(story, "cases.end_investigation", **DIED)
    told = refused(story, "cases.decide_anew", who="duizhang1", reason="补充调查后重新作出决定。")
    assert "只能结案" in told
    assert done(story, "cases.close_case", **close).closed_on
    lives(story)
    assert story.proceeding.step == "overturned" and story.case.closed_on is None
    assert "尚未送达" in refused(story, "cases.close_case", **close)


def test_whose_penalty_was_not_served(reached: Reached) -> None:
    story = reached(stop="service")
    done(story, "penalty.end_enforcement", **DIED)
    approved(story, "ended")
    assert done(story, "cases.close_case", **ENDED).closed_on


def test_who_dies_while_the_case_is_suspended(reached: Reached) -> None:
    story = reached(stop="investigation")
    done(
        story,
        "cases.suspend_case",
        who="juzhang",
        ground="missing",
        reason="当事人下落不明，暂时无法调查。",
    )
    done(story, "cases.end_investigation", **DIED)
    approved(story, "ended")
    assert done(story, "cases.close_case", **ENDED).closed_on
