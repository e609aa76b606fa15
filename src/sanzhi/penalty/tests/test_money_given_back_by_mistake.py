"""Money given back was not paid: demand, late penalty, the paper at the end count what was kept (行政处罚法 §72; 行政强制法 §54)."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.penalty.owed import late_penalty_today, outstanding
from sanzhi.penalty.tests.test_papers_of_the_hearing import known
from sanzhi.penalty.tests.test_papers_say_what_became_of_the_money import paid, returned, told
from tests.stories import done, refused

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


def test_the_fine_was_paid_when_enough_was_kept(given_back: Story) -> None:
    """300 were kept; with 500 more ten days later nothing is owed, not when 1000 had been entered."""
    clock.advance(timedelta(days=10))
    paid(given_back, 500, receipt_number="2026000092")
    values = known(given_back, "D68")
    assert values["receipt_number"] == "2026000091、2026000092"
    assert values["paid_on"] == clock.today().isoformat()
    assert told(given_back).startswith(f"罚款已于{chinese_date(clock.today())}缴清。")


def test_what_was_given_back_may_come_in_again(reached: Reached) -> None:
    """Twice what was owed is the most that is held at a time, not that is ever paid."""
    story = reached(stop="performance", pays=False)
    paid(story, 800)
    paid(story, 800, receipt_number="2026000092", is_overpaid=True)
    said = refused(story, "penalty.record_payment", **third(100))
    assert "超过了应缴款项的一倍（1600元）" in said and "行政处罚法第六十七条" in said
    returned(story, 800)
    done(story, "penalty.record_payment", **third(100))
    assert outstanding(story.proceeding) == -100


def third(amount: int) -> dict[str, object]:
    taken = {"paid_on": clock.today(), "receipt_number": "2026000093", "is_overpaid": True}
    return {"amount": amount, **taken}


@pytest.mark.parametrize("lowered", [False, True])
def test_what_was_given_back_before_more_was_due_back_is_entered_later(
    reached: Reached, lowered: bool
) -> None:
    """200 too much were given back; before that was entered more came in, or the fine was lowered by 100."""
    story = reached(stop="performance", pays=False)
    paid(story, 1000, is_overpaid=True)
    clock.advance(timedelta(days=2))
    day = clock.today()
    clock.advance(timedelta(days=1))
    if lowered:
        cut = {"kind": "changed", "overturned_for": ["unfit"], "fine": 700}
        done(story, "cases.propose_overturn", ground="未考虑从轻情节，裁量不当。", **cut)
        done(story, "cases.overturn_decision", who="juzhang")
    else:
        paid(story, 100, receipt_number="2026000092", is_overpaid=True)
    back = {"refunded_on": day, "voucher": "TK2026000002"}
    said = refused(story, "penalty.refund_payment", amount=300, **back)
    assert f"退还日应在{chinese_date(clock.today())}以后" in said and "第七十五条第二款" in said
    done(story, "penalty.refund_payment", amount=200, **back)
    again = {"refunded_on": day, "voucher": "TK2026000003"}
    assert "退还日应在" in refused(story, "penalty.refund_payment", amount=100, **again)
    done(story, "penalty.refund_payment", amount=100, **{**again, "refunded_on": clock.today()})
    assert outstanding(story.proceeding) == 0
