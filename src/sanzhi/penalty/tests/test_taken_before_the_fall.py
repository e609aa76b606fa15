"""What was taken before a decision fell and is entered later is given back like the rest (行政处罚法 §75(2))."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.queries import left_to_return
from sanzhi.penalty.tests.test_gains_in_parts import GAINED, TAKE, taken
from sanzhi.penalty.tests.test_refusals_of_returning import OVERTURNED, RETURN, TOOLS, back, revoked
from tests.stories import done, refused

Reached = Callable[..., Story]
ANEW = {"who": "duizhang1", "reason": "补充调查后重新作出决定。"}
GOODS: dict[str, Any] = {"measure": "confiscation_of_goods"}


@pytest.mark.parametrize("is_closed", [False, True])
def test_things_are_entered_and_given_back(reached: Reached, is_closed: bool) -> None:
    story = reached(stop="performance", **TOOLS)
    day = clock.today()
    revoked(story)
    if is_closed:
        done(story, "cases.close_case", **OVERTURNED)
    clock.advance(timedelta(days=20))  # what must be given back is never entered too late
    said = refused(story, TAKE, **taken("2026G0000012", **GOODS))
    assert "已被撤销，不能再收取没收的财物" in said and "行政处罚法第七十五条第二款" in said
    row = done(story, TAKE, **taken("2026G0000012", taken_on=day, **GOODS))
    assert (story.proceeding.step, story.case.closed_on) == ("overturned", None)
    for act, fields in (("cases.close_case", OVERTURNED), ("cases.decide_anew", ANEW)):
        assert "已经执行的“没收烧烤炉一台、烤架两副”尚未返还" in refused(story, act, **fields)
    assert "没有尚未执行的没收" in refused(story, TAKE, **taken("2026G0000013", taken_on=day, **GOODS))
    done(story, RETURN, **back(row))
    done(story, "cases.close_case", **OVERTURNED)


def test_gains_are_entered_and_given_back(reached: Reached) -> None:
    """What a bank took after the fall was too much, all of it."""
    story = reached(stop="performance", **GAINED)
    day = clock.today()
    revoked(story)
    clock.advance(timedelta(days=1))
    early = day - timedelta(days=30)
    assert "决定送达以后才能执行" in refused(story, TAKE, **taken("2026S0000011", 1500, taken_on=early))
    done(story, TAKE, **taken("2026S0000011", 1500, taken_on=day))
    said = refused(story, TAKE, **taken("2026S0000012", 500))
    assert "违法所得尚有0元未收取" in said and "勾选“多收”" in said
    done(story, TAKE, **taken("2026S0000012", 500, is_overpaid=True))
    assert [row.amount for row in left_to_return(story.proceeding)] == [1500, 500]
    assert "尚未返还" in refused(story, "cases.close_case", **OVERTURNED)
    for row in left_to_return(story.proceeding):
        done(story, RETURN, **back(row, returned_as="money", returned_amount=row.amount))
    done(story, "cases.close_case", **OVERTURNED)


def test_what_was_too_much_went_back_before_the_fall(reached: Reached) -> None:
    """Entered after it: only what the decision took must wait for its fall."""
    story = reached(stop="performance", **GAINED)
    done(story, TAKE, **taken("2026S0000011", 2100, is_overpaid=True))
    day = clock.today()
    clock.advance(timedelta(days=2))
    revoked(story)
    due, over = left_to_return(story.proceeding)
    money: dict[str, Any] = {"returned_as": "money", "returned_on": day}
    said = refused(story, RETURN, **back(due, **money, returned_amount=Decimal(2000)))
    assert "收取、决定被撤销以后才返还" in said
    done(story, RETURN, **back(over, **money, returned_amount=Decimal(100)))
    now = {**money, "returned_on": clock.today()}
    done(story, RETURN, **back(due, **now, returned_amount=Decimal(2000)))
    done(story, "cases.close_case", **OVERTURNED)


def test_what_was_taken_before_the_service_is_given_back(reached: Reached) -> None:
    """While the decision stands it is not entered: nothing is carried out that was not served."""
    story = reached(stop="service", **TOOLS)
    day = clock.today()
    assert "环节，此时不能这样办理" in refused(story, TAKE, **taken("2026G0000012", **GOODS))
    revoked(story)
    before = {"taken_on": story.proceeding.decision.decided_on - timedelta(days=1), **GOODS}
    assert "决定送达以后才能执行" in refused(story, TAKE, **taken("2026G0000012", **before))
    row = done(story, TAKE, **taken("2026G0000012", taken_on=day, **GOODS))
    done(story, RETURN, **back(row))
    done(story, "cases.close_case", **OVERTURNED)
