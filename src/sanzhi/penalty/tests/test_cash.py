"""Cash: where officers may take it, on which day, and how it goes on (行政处罚法 §68–§71)."""

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.cases import queries
from sanzhi.cases.deadlines import countdowns
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.tests.test_money import SPOT, WHY, paid, settle
from tests.stories import done, refused

Reached = Callable[..., Story]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "当场收缴限于当场作出的100元以下罚款"),
        ({"cash_ground": "small"}, "当场收缴限于当场作出的100元以下罚款"),
        ({"cash_ground": "hard_later"}, "请写明当场收缴的经过"),
        ({"cash_ground": "remote_asked", "cash_note": "远"}, "请写明当场收缴的经过"),
    ],
)
def test_cash_needs_its_ground(reached: Reached, more: dict[str, Any], said: str) -> None:
    story = reached(fine=150, **SPOT)
    cash = {"amount": 150, "receipt_number": "2026000001", "is_on_the_spot": True}
    note = "当事人系外地流动摊贩，无固定住所，事后难以执行。"
    hard = {"cash_ground": "hard_later", "cash_note": note}
    later = refused(story, "penalty.record_payment", **cash, **hard, paid_on=clock.today())
    assert "限于作出决定的当时" in later and "行政处罚法第六十八条" in later
    cash["paid_on"] = story.proceeding.decision.decided_on
    assert said in refused(story, "penalty.record_payment", **cash, **more)
    done(story, "penalty.record_payment", **cash, **hard)


def test_what_is_decided_at_the_office_is_not_hard_later(reached: Reached) -> None:
    story = reached(stop="performance")
    cash = {"amount": 800, "paid_on": clock.today(), "receipt_number": "2026000001", "is_on_the_spot": True}
    note = "当事人住在深山，到银行缴款往返一日，本人提出当场缴纳。"
    said = refused(story, "penalty.record_payment", **cash, cash_ground="hard_later", cash_note=note)
    assert "限于当场作出的处罚决定" in said
    done(story, "penalty.record_payment", **cash, cash_ground="remote_asked", cash_note=note)


def test_cash_goes_on_in_two_working_days_each(reached: Reached) -> None:
    story = reached(fine=100, **SPOT)
    today = clock.today()
    step = {"transferred_on": today, "voucher": "JK2026001"}
    assert "本案没有当场收缴的罚款" in refused(
        story, "penalty.transfer_cash", payment=1, target="authority", **step
    )
    payment = paid(story, 100, is_on_the_spot=True)
    cash, receipt = payment.pk, payment.receipt_number
    assert [row.title for row in countdowns(story.proceeding)] == ["当场收缴罚款上交期限"]
    for row, said in (
        ({"payment": cash + 1, "target": "authority"}, "没有这一笔当场收缴的罚款"),
        ({"payment": cash, "target": "bank"}, "尚未交至行政机关"),
        ({"payment": cash, "target": "authority", "voucher": "随便写"}, "“随便写”不像交款凭证号"),
        ({"payment": cash, "target": "authority", "voucher": receipt}, f"{receipt}是已经登记的罚没票据号"),
        (
            {"payment": cash, "target": "authority", "transferred_on": today - timedelta(days=3)},
            "日期应不早于收缴（交至机关）之日",
        ),
    ):
        assert said in refused(story, "penalty.transfer_cash", **{**step, **row})
    done(story, "penalty.transfer_cash", payment=cash, target="authority", **step)
    assert "已经登记过" in refused(story, "penalty.transfer_cash", payment=cash, target="authority", **step)
    assert [row.title for row in countdowns(story.proceeding)] == ["当场收缴罚款缴付银行期限"]
    clock.advance(timedelta(days=10))
    step["transferred_on"] = clock.today()
    said = refused(story, "penalty.transfer_cash", payment=cash, target="bank", **step)
    assert "已经超过二日的期限" in said and "行政处罚法第七十一条" in said
    reason = {"delay_reason": "银行系统故障，次日补缴。"}
    said = refused(story, "penalty.transfer_cash", payment=cash, target="bank", **step, **reason)
    assert "交款凭证JK2026001已经用于其他日期或者其他去向的交款" in said and "行政处罚法第七十一条" in said
    step["voucher"] = "JK2026002"
    done(story, "penalty.transfer_cash", payment=cash, target="bank", **step, **reason)
    assert countdowns(story.proceeding) == ()


def test_cash_stays_cash_when_it_is_corrected(reached: Reached) -> None:
    story = reached(procedure="penalty/simplified", cause="C56", fine=100, stop="performance")
    wrong = story.pay(Decimal(100), on_the_spot=True)
    handed = {"target": "authority", "transferred_on": clock.today(), "voucher": "JK2026001"}
    done(story, "penalty.transfer_cash", payment=wrong.pk, **handed)
    again = {"payment": wrong.pk, "amount": 100, "receipt_number": "2026000088", **WHY}
    told = refused(story, "penalty.correct_payment", **again, paid_on=clock.today())
    assert "当场收缴限于作出决定的当时" in told
    done(story, "penalty.correct_payment", **again, paid_on=wrong.paid_on)
    settle(story)
    (row,) = queries.payments(story.proceeding)
    assert row.is_on_the_spot and "已经登记过" in refused(
        story, "penalty.transfer_cash", payment=row.pk, **handed
    )
