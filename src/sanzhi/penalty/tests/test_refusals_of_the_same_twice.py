"""One act is fined once: the same respondent, cause, day and place; another place is another act."""

from collections.abc import Callable
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from tests.stories import done, refused

Reached = Callable[..., Story]
RIGHT = {
    "fine": 100,
    "correction": "责令立即改正。",
    "reason": "初次违法，能够配合调查。",
    "rights_told": True,
    "conduct": "在路灯杆上悬挂商业横幅一条。",
    "gains": 0,
    "gains_note": "当场询问，没有违法所得。",
}


def opened_again(story: Story, **changed: Any) -> None:
    """A second case on the spot on what the first one was about."""
    first = story.case
    same = {"happened_on": first.happened_on, "found_on": clock.today(), "place": first.place}
    lead = {
        "procedure": "penalty/simplified",
        "cause_code": "C56",
        "source": "patrol",
        "summary": first.summary,
    }
    story.case_id = done(story, "cases.register_lead", **{**lead, **same, **changed}).pk
    done(story, "cases.register_party", **story.plan.party)
    ids = [story.bureau.officers[name].pk for name in story.plan.officers]
    done(story, "cases.assign_officers", who="duizhang1", officers=ids)


@pytest.mark.parametrize("place", ["舞钢市演示大道8号门前", "舞钢市 演示大道 8号门前"])
def test_the_same_act_is_not_fined_twice(reached: Reached, place: str) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="filing_report")
    number = story.proceeding.decision.number
    opened_again(story, place=place)
    said = refused(story, "penalty.penalise_on_the_spot", **RIGHT)
    assert f"同一违法行为已经罚款（{number}）" in said and "行政处罚法第二十九条" in said


def test_another_place_is_another_act(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="filing_report")
    opened_again(story, place="舞钢市演示大道9号门前")
    assert done(story, "penalty.penalise_on_the_spot", **RIGHT).weight.fine == 100
