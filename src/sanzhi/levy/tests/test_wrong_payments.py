"""A payment entered wrongly is corrected by two: what is owed, late, given back and ended follows the row that counts."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import board
from sanzhi.cases.models import Payment
from sanzhi.demo.levying import LevyStory
from sanzhi.kernel import clock
from sanzhi.levy.facts import standing
from sanzhi.levy.owed import late_amount, outstanding, payment_due, waiting_refund
from sanzhi.levy.terms import BACK as BACK_CLOCK
from sanzhi.levy.terms import clocks
from sanzhi.levy.tests.test_refusals_after_the_decision import BACK, HEAD, PAY, paid, refund
from tests.fees import Levied, give_late_rate
from tests.stories import done, refused

CORRECT, SETTLE = "levy.correct_levy_payment", "cases.settle_correction"
REASON = "票据金额录入有误，已经与财政票据核对。"
GIVE_BACK = {"who": HEAD, "reason": "银行重复代收，予以退还。"}


def true(row: Payment, **changes: Any) -> dict[str, Any]:
    """The payment as it was entered, but for the changes."""
    said = {"amount": row.amount, "paid_on": row.paid_on, "receipt_number": row.receipt_number}
    return {"payment": row.pk, **said, "reason": REASON, **changes}


def corrected(story: LevyStory, row: Payment, **changes: Any) -> None:
    asked = done(story, CORRECT, **true(row, **changes))
    done(story, SETTLE, who="duizhang1", correction=asked.pk, is_approved=True)


@pytest.fixture
def entered(levied: Levied) -> tuple[LevyStory, Payment]:
    """Of 3960 yuan 3900 are entered as paid."""
    story = levied(stop="collection")
    return story, done(story, PAY, **paid(amount=3900))


def test_another_agrees_and_both_entries_stay(entered: tuple[LevyStory, Payment]) -> None:
    story, row = entered
    asked = done(story, CORRECT, **true(row, amount=3960))
    waits = "缴款登记的更正正在等待审批"
    for act, fields in (
        (PAY, paid(amount=60, receipt_number="4120260001299")),
        (CORRECT, true(row)),
        ("levy.end_levy", {"who": HEAD, "ground": "died", "proof": "死亡证明", "reason": "没有遗产。"}),
    ):
        told = refused(story, act, **fields)
        assert waits in told and "河南省行政执法条例第三十五条" in told and "行政处罚法" not in told
    yes = {"correction": asked.pk, "is_approved": True}
    assert "您没有这一岗位" in refused(story, SETTLE, **yes)
    assert "尚有60元没有缴纳" in refused(story, "cases.complete_step")
    done(story, SETTLE, who="duizhang1", **yes)
    assert outstanding(story.proceeding) == 0
    assert "已缴3960元" in standing(story.proceeding) and "3900" not in standing(story.proceeding)
    [money] = [row for row in board.matters(story.proceeding) if row.title == "缴款"]
    assert "缴3900元，票据号4120260001234；更正为" in str(money.rows)
    story.go()


def test_what_cannot_have_been_so_is_refused(entered: tuple[LevyStory, Payment]) -> None:
    story, row = entered
    assert "没有这一笔缴款" in refused(story, CORRECT, **true(row, payment=row.pk + 1))
    assert "缴款超过应缴余额3960元" in refused(story, CORRECT, **true(row, amount=4000))
    assert "不像财政票据号" in refused(story, CORRECT, **true(row, receipt_number="111"))
    early = story.proceeding.decision.decided_on - timedelta(days=1)
    assert "缴款日应不早于决定日" in refused(story, CORRECT, **true(row, paid_on=early))
    clock.advance(timedelta(days=2))
    assert "实际缴款日不会在登记以后" in refused(story, CORRECT, **true(row, paid_on=clock.today()))
    other = done(story, PAY, **paid(amount=60, receipt_number="4120260001299"))
    taken = refused(story, CORRECT, **true(row, receipt_number=other.receipt_number))
    assert "财政票据号4120260001299已经登记过" in taken


def test_what_was_never_paid_reopens_the_case(levied: Levied) -> None:
    story = levied()
    assert story.case.closed_on
    corrected(story, story.proceeding.payments.get(), amount=0)
    assert story.case.closed_on is None and story.proceeding.step == "collection"
    assert outstanding(story.proceeding) == 3960
    assert "没有登记过缴款" in refused(story, CORRECT, **true(story.proceeding.payments.first()))
    done(story, PAY, **paid())  # the money of this case, on the receipt that it has
    story.go()


def test_a_refund_of_what_was_not_paid_is_not_paid_out(levied: Levied) -> None:
    story = levied(stop="collection")
    row = done(story, PAY, **paid(amount=4960, is_overpaid=True))
    done(story, "levy.refund_levy", **GIVE_BACK)
    asked = done(story, CORRECT, **true(row, amount=3960))
    waits = "缴款登记的更正正在等待审批"
    assert waits in refused(story, BACK, **refund())
    assert waits in refused(story, "levy.refund_levy", **GIVE_BACK)
    done(story, SETTLE, who="duizhang1", correction=asked.pk, is_approved=True)
    assert waiting_refund(story.proceeding) is None
    assert "所据的缴款已经更正的，重新决定" in refused(story, BACK, **refund())
    assert "没有多缴的款项" in refused(story, "levy.refund_levy", **GIVE_BACK)
    [money] = [one for one in board.matters(story.proceeding) if one.title == "缴款"]
    assert "所据的缴款已经更正，不再退还" in str(money.rows)
    story.go()


def test_what_went_back_was_paid(levied: Levied) -> None:
    """Given back too much is owed again; more than was ever paid cannot have gone back."""
    story = levied(stop="collection")
    row = done(story, PAY, **paid(amount=4960, is_overpaid=True))
    done(story, "levy.refund_levy", **GIVE_BACK)
    done(story, BACK, **refund())
    told = refused(story, CORRECT, **true(row, amount=400))
    assert "已经退还的款项超过更正以后的缴款600元" in told and "城市道路管理条例第三十八条" in told
    corrected(story, row, amount=1000)
    assert outstanding(story.proceeding) == 3960


def test_the_late_fee_follows_the_day_of_the_receipt(levied: Levied) -> None:
    first = levied(stop="assessment", place="舞钢市演示大道99号门前")
    give_late_rate(first.bureau, at="SF02")
    story = levied(stop="collection", item="城市道路占用费（施工占用）", quantity=Decimal(100))
    last = payment_due(story.proceeding)
    assert last is not None
    clock.advance(timedelta(days=(last.on - clock.today()).days + 10))
    row = done(story, PAY, **paid(amount=2412))
    assert (late_amount(story.proceeding), outstanding(story.proceeding)) == (Decimal(12), Decimal(0))
    clock.advance(timedelta(days=40))
    corrected(story, row, paid_on=last.on)
    assert (late_amount(story.proceeding), outstanding(story.proceeding)) == (Decimal(0), Decimal(-12))
    until = clocks(story.proceeding)[BACK_CLOCK]
    assert until is not None and until.start == clock.today()
    done(story, "levy.refund_levy", who=HEAD, reason="按期缴纳，没有滞纳金，予以退还。")
    done(story, BACK, **refund())
    story.go()
