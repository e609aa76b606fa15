"""Money given back was not paid: the demand and the late penalty count what was kept (行政处罚法 §72; 行政强制法 §54)."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.owed import late_penalty_today, outstanding
from sanzhi.penalty.tests.test_papers_of_the_hearing import known
from sanzhi.penalty.tests.test_papers_say_what_became_of_the_money import paid, returned
from tests.stories import done

Reached = Callable[..., Story]


@pytest.fixture
def given_back(reached: Reached) -> Story:
    """1000 yuan were entered, 200 given back; then it turned out that 500 had come of a fine of 800."""
    story = reached(stop="performance", pays=False)
    paid(story, 1000, is_overpaid=True)
    returned(story, 200)
    row = story.proceeding.payments.get()
    true = {"amount": 500, "paid_on": row.paid_on, "receipt_number": row.receipt_number}
    asked = done(
        story, "penalty.correct_payment", payment=row.pk, **true, reason="票据金额录入有误，实收500元。"
    )
    done(story, "cases.settle_correction", who="duizhang1", correction=asked.pk, is_approved=True)
    return story


def test_what_was_paid_and_what_is_owed_make_up_the_fine(given_back: Story) -> None:
    clock.advance(timedelta(days=30))
    assert known(given_back, "D51")["owed_text"] == "罚款800元，已缴300元，尚应缴纳500元"
    assert "罚款800元，已经缴纳300元，尚有500元未缴纳" in str(known(given_back, "D48"))


def test_what_was_given_back_is_late_from_then_on(given_back: Story) -> None:
    clock.advance(timedelta(days=24))
    late = late_penalty_today(given_back.proceeding)
    assert late is not None
    assert (late.days, late.amount, outstanding(given_back.proceeding)) == (10, Decimal(150), Decimal(500))
