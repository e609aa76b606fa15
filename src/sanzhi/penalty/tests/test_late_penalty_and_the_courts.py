"""What a judgment in force has settled stays owed, whatever suit comes later (行政处罚法 §72, §73; 行政诉讼法 §90)."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.owed import late_penalty_today, outstanding
from tests.stories import done, judged, refused

Reached = Callable[..., Story]
CHARGE, RETRIAL = "penalty.charge_late_penalty", "（2026）豫04行再3号"
PAY = "penalty.record_payment"


@pytest.fixture
def settled(reached: Reached) -> Story:
    """Upheld for good; sixty days later a late penalty as high as the fine is charged."""
    story = reached(stop="performance", pays=False)
    judged(story, "（2026）豫0481行初9号", outcome="upheld")
    clock.advance(timedelta(days=60))
    done(story, CHARGE)
    assert outstanding(story.proceeding) == 1600
    return story


def accepted(story: Story, number: str) -> None:
    suit = {"way": "litigation", "body": "平顶山市中级人民法院", "number": number}
    done(story, "cases.record_contest", accepted_on=clock.today(), **suit)


def test_a_retrial_takes_nothing_of_what_had_accrued(settled: Story) -> None:
    accepted(settled, RETRIAL)
    assert outstanding(settled.proceeding) == 1600
    clock.advance(timedelta(days=20))
    ended = {"ended_on": clock.today(), "outcome": "upheld", "outcome_number": f"{RETRIAL}判"}
    done(settled, "cases.end_contest", **ended, is_effective=True)
    assert outstanding(settled.proceeding) == 1600
    assert "没有新增" in refused(settled, CHARGE)


def test_the_days_of_the_retrial_itself_do_not_count(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    judged(story, "（2026）豫0481行初9号", outcome="upheld")
    clock.advance(timedelta(days=20))
    before = late_penalty_today(story.proceeding)
    accepted(story, RETRIAL)
    clock.advance(timedelta(days=20))
    after = late_penalty_today(story.proceeding)
    assert before is not None and after is not None
    assert after.days == before.days - 1


def test_an_appeal_shows_that_the_judgment_was_not_in_force(settled: Story) -> None:
    accepted(settled, "（2026）豫04行终9号")
    assert outstanding(settled.proceeding) == 800


@pytest.fixture
def fallen(reached: Reached) -> tuple[Story, date]:
    """Fine and late penalty were owed; the day after, the decision was revoked."""
    story = reached(stop="performance", pays=False)
    clock.advance(timedelta(days=60))
    done(story, CHARGE)
    day = clock.today()
    clock.advance(timedelta(days=1))
    done(
        story, "cases.propose_overturn", kind="revoked", overturned_for=["evidence"], ground="违法主体有误。"
    )
    done(story, "cases.overturn_decision", who="juzhang")
    return story, day


def test_what_was_paid_before_the_revocation_is_entered_as_what_was_owed(fallen: tuple[Story, date]) -> None:
    story, day = fallen
    paid = {"paid_on": day, "receipt_number": "2026000055"}
    said = refused(story, PAY, amount=1601, **paid)
    assert "缴款超过应缴余额1600元" in said and "行政处罚法第六十七条" in said
    cash = {"is_on_the_spot": True, "cash_ground": "remote_asked", "cash_note": "当事人提出缴纳不便。"}
    told = refused(story, PAY, amount=1600, **{**paid, "paid_on": clock.today() + timedelta(days=1)}, **cash)
    assert "不能再当场收缴罚款" in told and "行政处罚法第七十一条" in told
    done(story, PAY, amount=1600, **paid)
    assert outstanding(story.proceeding) == Decimal(-1600)


def test_what_the_bank_took_after_the_revocation_is_entered_and_given_back(
    fallen: tuple[Story, date],
) -> None:
    story, _ = fallen
    clock.advance(timedelta(days=1))
    paid = {"amount": 800, "paid_on": clock.today(), "receipt_number": "2026000057"}
    assert "请勾选“多缴”" in refused(story, PAY, **paid)
    done(story, PAY, **paid, is_overpaid=True)
    assert outstanding(story.proceeding) == Decimal(-800)
    back = {"amount": 800, "refunded_on": clock.today(), "voucher": "TK2026000009"}
    assert done(story, "penalty.refund_payment", **back).amount == 800


def test_what_was_entered_too_low_before_the_revocation_is_corrected_after_it(reached: Reached) -> None:
    story = reached(stop="performance", pays=False)
    paid = {"paid_on": clock.today(), "receipt_number": "2026000056"}
    wrong = done(story, PAY, amount=80, **paid)
    clock.advance(timedelta(days=1))
    done(
        story, "cases.propose_overturn", kind="revoked", overturned_for=["evidence"], ground="违法主体有误。"
    )
    done(story, "cases.overturn_decision", who="juzhang")
    right = {**paid, "payment": wrong.pk, "reason": "票据上的金额录入有误。"}
    said = refused(story, "penalty.correct_payment", **right, amount=801)
    assert "缴款超过应缴余额800元" in said and "行政处罚法第六十七条" in said
    row = done(story, "penalty.correct_payment", **right, amount=800)
    done(story, "cases.settle_correction", who="juzhang", correction=row.pk, is_approved=True)
    assert outstanding(story.proceeding) == Decimal(-800)
