"""Gains that a bank took too much are entered and given back; one receipt may name them and the fine (行政处罚法 §70, §74)."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.penalty.confiscating import left_to_take
from sanzhi.penalty.queries import left_to_return, paid_gains
from sanzhi.penalty.tests.test_gains_in_parts import GAINED, TAKE, taken
from sanzhi.penalty.tests.test_money_after_the_end import payment
from sanzhi.penalty.tests.test_refusals_of_returning import RETURN, back
from sanzhi.penalty.tests.test_wrong_entries import withdrawn
from tests.stories import done, refused

Reached = Callable[..., Story]
PAY = "penalty.record_payment"
PERFORMED = {"who": "duizhang1", "kind": "performed"}
APPROVED = {"closure_kind": "performed", "closure_reason": ""}


@pytest.fixture
def owing(reached: Reached) -> Story:
    return reached(stop="performance", **GAINED)


def given_back(story: Story, row: Any, amount: int) -> Any:
    return done(story, RETURN, **back(row, returned_as="money", returned_amount=amount))


def amounts(story: Story) -> list[Decimal | None]:
    return [row.amount for row in paid_gains(story.proceeding)]


def test_one_receipt_names_fine_and_gains(owing: Story) -> None:
    """In whatever order they are entered: of one day, and each once."""
    story, day = owing, clock.today()
    done(story, PAY, **payment(500))
    clock.advance(timedelta(days=1))
    said = refused(story, TAKE, **taken("2026000077", 500))
    assert "票据号2026000077已经登记过" in said and "行政处罚法第七十条" in said
    done(story, TAKE, **taken("2026000077", 500, taken_on=day))
    assert "已经登记过" in refused(story, TAKE, **taken("2026000077", 500, taken_on=day))
    done(story, TAKE, **taken("2026000078", 1500))
    assert "已经登记过" in refused(story, PAY, **payment(300, receipt_number="2026000078", paid_on=day))
    done(story, PAY, **payment(300, receipt_number="2026000078"))
    story.paper("D48")
    story.go()
    values = story.paper("D68", APPROVED).values
    assert values["receipt_number"] == "2026000077、2026000078"
    assert Decimal(values["paid_amount"]) == 2800
    assert done(story, "cases.close_case", **PERFORMED).closed_on


def test_one_receipt_names_no_thing(reached: Reached) -> None:
    grill = {"cause": "C15", "fine": 3000, "measures": ["confiscation_of_goods"], "confiscated": 600}
    story = reached(stop="performance", **grill, confiscates="烧烤炉一台", pays=False)
    done(story, PAY, **payment(3000))
    goods: dict[str, Any] = {"measure": "confiscation_of_goods"}
    assert "已经登记过" in refused(story, TAKE, **taken("2026000077", **goods))
    done(story, TAKE, **taken("2026G0000011", **goods))


def test_what_was_too_much_goes_back_before_the_end(owing: Story) -> None:
    story = owing
    story.pay(Decimal(800))
    assert "尚有2000元未收取" in refused(story, TAKE, **taken("2026S0000011", 2100))
    said = refused(story, TAKE, **taken("2026S0000011", 4001, is_overpaid=True))
    assert "合计超过了决定数额的一倍（4000元）" in said and "行政处罚法第七十四条" in said
    done(story, TAKE, **taken("2026S0000011", 2100, is_overpaid=True))
    assert amounts(story) == [2000, 100] and left_to_take(story.proceeding) == ()
    said = refused(story, "cases.complete_step")
    assert "超过决定的数额，“多收的违法所得100元（人民币壹佰元整）”尚未返还" in said
    [over] = left_to_return(story.proceeding)
    whole = refused(story, RETURN, **back(paid_gains(story.proceeding)[0]))
    assert "没有这一项应当返还的没收" in whole
    given_back(story, over, 100)
    story.paper("D48")
    story.go()
    values = story.paper("D68", APPROVED).values
    day = chinese_date(clock.today())
    gone = f"另有多收的违法所得100元（人民币壹佰元整）（专用票据号2026S0000011）已于{day}返还。"
    assert values["execution"].endswith(gone) and Decimal(values["paid_amount"]) == 2800
    assert done(story, "cases.close_case", **PERFORMED).closed_on


def test_what_came_twice_opens_the_case_until_it_is_given_back(owing: Story) -> None:
    story = owing
    story.pay(Decimal(800))
    done(story, TAKE, **taken("2026S0000011"))
    story.paper("D48")
    story.go()
    story.paper("D68", APPROVED)
    done(story, "cases.close_case", **PERFORMED)
    done(story, TAKE, **taken("2026S0000012", 2000, is_overpaid=True))
    assert (story.proceeding.step, story.case.closed_on) == ("closure", None)
    assert "尚未返还" in refused(story, "cases.close_case", **PERFORMED)
    [over] = left_to_return(story.proceeding)
    given_back(story, over, 2000)
    story.paper("D68", APPROVED)
    assert done(story, "cases.close_case", **PERFORMED).closed_on


def test_what_fills_up_the_gains_is_no_wrong_entry_before_what_is_too_much(owing: Story) -> None:
    """The parts of one receipt go together, the last first; then it is entered as it was."""
    story = owing
    done(story, TAKE, **taken("2026S0000011", 2100, is_overpaid=True))
    due, over = paid_gains(story.proceeding)
    wrong = {"proof": "财政专户对账单", "reason": "实收金额录入有误。"}
    said = refused(story, "penalty.correct_entry", entry=f"taking:{due.pk}", **wrong)
    assert "多收的违法所得尚未返还，应先更正多收的登记" in said and "行政处罚法第四十七条" in said
    asked = done(story, "penalty.correct_entry", entry=f"taking:{over.pk}", **wrong)
    said = refused(story, TAKE, **taken("2026S0000012", 100, is_overpaid=True))
    assert "收取物品、款项登记的更正正在等待审批" in said
    done(story, "cases.settle_correction", who="duizhang1", correction=asked.pk, is_approved=True)
    withdrawn(story, f"taking:{due.pk}")
    done(story, TAKE, **taken("2026S0000011", 1900))
    assert amounts(story) == [1900] and left_to_return(story.proceeding) == ()
