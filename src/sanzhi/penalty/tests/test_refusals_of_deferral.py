"""What is put off is what is owed, and it is neither demanded nor brought to the court before its day (行政处罚法 §66(2))."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.penalty.duties import overdue
from tests.stories import done, judged, refused

Reached = Callable[..., Story]
ASK, GRANT, COURT = "penalty.request_deferral", "penalty.decide_deferral", "penalty.apply_to_court"
WHY = {"reason": "当事人生意亏损，经济困难。", "proof": "社区证明一份"}
SAYS = {"statement": "当事人没有提出意见，经催告仍未缴纳。", "object_state": "罚款八百元。"}


def in_days(days: int) -> date:
    return clock.today() + timedelta(days=days)


def plan(until: date, amount: int = 800) -> dict[str, Any]:
    return {**WHY, "instalments": [f"{until} {amount}"]}


@pytest.fixture
def unpaid(reached: Reached) -> Story:
    return reached(stop="performance", pays=False)


def granted(story: Story, until: date) -> None:
    done(story, ASK, **plan(until))
    story.paper("D49")
    done(story, GRANT, who="juzhang", is_granted=True)


def test_what_is_put_off_late_is_not_demanded_before_its_day(unpaid: Story) -> None:
    clock.advance(timedelta(days=30))
    assert overdue(unpaid.proceeding)
    granted(unpaid, in_days(60))
    assert not overdue(unpaid.proceeding)
    clock.advance(timedelta(days=60))
    assert not overdue(unpaid.proceeding)
    clock.advance(timedelta(days=1))
    assert overdue(unpaid.proceeding)


@pytest.fixture
def demanded(unpaid: Story) -> Story:
    """Demanded, the remedies over: the court may be asked."""
    judged(unpaid, "（2026）豫0481行初9号", outcome="upheld")
    clock.advance(timedelta(days=40))
    unpaid.serve(unpaid.paper("D51"))
    clock.advance(timedelta(days=25))
    return unpaid


def test_the_court_is_not_asked_while_a_request_waits(demanded: Story) -> None:
    done(demanded, ASK, **plan(in_days(60)))
    said = refused(demanded, COURT, who="juzhang", **SAYS)
    assert "暂缓、分期缴纳的申请尚未审批" in said and "行政处罚法第六十六条第二款" in said
    done(demanded, GRANT, who="juzhang", is_granted=False, opinion="困难没有证明。")
    assert done(demanded, COURT, who="juzhang", **SAYS).amount == 800


def test_what_is_before_the_court_is_not_put_off(demanded: Story) -> None:
    done(demanded, COURT, who="juzhang", **SAYS)
    said = refused(demanded, ASK, **plan(in_days(60)))
    assert "已经申请人民法院强制执行，不能再批准" in said and "第六十六条第二款" in said
    answer = {"number": "（2026）豫0481行审1号", "received_on": clock.today()}
    done(demanded, "penalty.record_court_answer", says="not_accepted", reason="材料不齐全。", **answer)
    granted(demanded, in_days(60))
    assert "期限届满以前不能申请" in refused(demanded, COURT, who="juzhang", **SAYS)


def test_no_more_is_put_off_than_is_owed_on_the_day_of_the_grant(unpaid: Story) -> None:
    done(unpaid, ASK, **plan(in_days(30)))
    unpaid.paper("D49")
    why = {"overturned_for": ["unfit"], "ground": "未考虑从轻情节，裁量不当。", "fine": 600}
    done(unpaid, "cases.propose_overturn", kind="changed", **why)
    done(unpaid, "cases.overturn_decision", who="juzhang")
    said = refused(unpaid, GRANT, who="juzhang", is_granted=True)
    assert "各期金额合计800元，应缴余额是600元" in said and "第六十六条第二款" in said
    done(unpaid, GRANT, who="juzhang", is_granted=False, opinion="罚款已经变更。")
    done(unpaid, ASK, **plan(in_days(30), 600))
    unpaid.paper("D49")
    assert done(unpaid, GRANT, who="juzhang", is_granted=True).until == in_days(30)


def test_nothing_is_put_off_while_a_payment_may_be_another(unpaid: Story) -> None:
    paid = {"amount": 300, "paid_on": clock.today(), "receipt_number": "2026000000071"}
    row = done(unpaid, "penalty.record_payment", **paid)
    done(unpaid, ASK, **plan(in_days(20), 500))
    unpaid.paper("D49")
    wrong = {**paid, "payment": row.pk, "amount": 200, "reason": "票据上的金额录入有误。"}
    done(unpaid, "penalty.correct_payment", **wrong)
    said = refused(unpaid, GRANT, who="juzhang", is_granted=True)
    assert "缴款登记的更正正在等待审批" in said and "请先审批更正申请" in said


def test_no_case_ends_with_a_request_that_nobody_has_answered(unpaid: Story) -> None:
    done(unpaid, ASK, **plan(in_days(30)))
    unpaid.paper("D48")
    unpaid.pay(Decimal(800))
    assert done(unpaid, "cases.complete_step").step == "closure"
    close = {"who": "duizhang1", "kind": "performed"}
    said = refused(unpaid, "cases.close_case", **close)
    assert "申请尚未审批，不能结案" in said and "行政处罚法第六十六条第二款" in said
    done(unpaid, GRANT, who="juzhang", is_granted=False, opinion="罚款已经缴清。")
    unpaid.paper("D68", {"closure_kind": "performed", "closure_reason": ""})
    done(unpaid, "cases.close_case", **close)
