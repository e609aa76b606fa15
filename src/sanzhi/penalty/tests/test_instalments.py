"""Each instalment falls due on its own day: what is missed is demanded and counted, the rest is not (行政处罚法 §66(2), §72)."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from sanzhi.cases.deadlines import countdowns
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date
from sanzhi.penalty.duties import overdue
from sanzhi.penalty.owed import instalments_left, late_penalty_today, overdue_now
from sanzhi.penalty.tests.test_papers_of_the_hearing import known
from sanzhi.penalty.tests.test_refusals_of_deferral import ASK, COURT, GRANT, SAYS, WHY, in_days
from tests.stories import done, judged, refused

Reached = Callable[..., Story]
CHARGE = "penalty.charge_late_penalty"


@pytest.fixture
def unpaid(reached: Reached) -> Story:
    return reached(stop="performance", pays=False)


def asked(story: Story, first: date, last: date) -> None:
    done(story, ASK, **WHY, instalments=[f"{first} 300", f"{last} 500"])
    story.paper("D49")


def granted(story: Story) -> tuple[date, date]:
    first, last = in_days(20), in_days(60)
    asked(story, first, last)
    done(story, GRANT, who="juzhang", is_granted=True)
    return first, last


def paid(story: Story, amount: int, number: str) -> None:
    order = {"amount": amount, "paid_on": clock.today(), "receipt_number": number}
    done(story, "penalty.record_payment", **order)


def to(day: date) -> None:
    clock.advance(day - clock.today())


def test_a_missed_instalment_is_late_from_its_own_day(unpaid: Story) -> None:
    first, last = granted(unpaid)
    to(first)
    assert not overdue(unpaid.proceeding)
    assert "罚款尚未逾期" in refused(unpaid, CHARGE)
    to(first + timedelta(days=2))
    late = done(unpaid, CHARGE)
    assert (late.days, late.amount) == (2, Decimal(18))
    assert overdue_now(unpaid.proceeding) == 318
    assert [row.on for row in countdowns(unpaid.proceeding)] == [first]
    to(last + timedelta(days=1))
    late = late_penalty_today(unpaid.proceeding)
    assert late is not None
    assert late.amount == Decimal("0.03") * (300 * 40 + 800)


def test_what_is_paid_by_its_day_is_never_late(unpaid: Story) -> None:
    first, last = granted(unpaid)
    to(first)
    paid(unpaid, 300, "2026000031")
    to(last)
    assert not overdue(unpaid.proceeding) and late_penalty_today(unpaid.proceeding) is None
    to(last + timedelta(days=1))
    assert done(unpaid, CHARGE).amount == 15


def test_an_instalment_paid_late_is_made_good(unpaid: Story) -> None:
    first, _ = granted(unpaid)
    to(first + timedelta(days=3))
    paid(unpaid, 300, "2026000031")
    assert not overdue(unpaid.proceeding)
    to(first + timedelta(days=10))
    late = late_penalty_today(unpaid.proceeding)
    assert late is not None and (late.days, late.amount) == (3, Decimal(27))


def test_the_papers_demand_what_has_fallen_due_and_no_more(unpaid: Story) -> None:
    first, last = granted(unpaid)
    to(first + timedelta(days=1))
    said = known(unpaid, "D48")["to_pay_text"]
    rest = f"其余{chinese_date(last)}前500元，请按期"
    assert f"已经批准分期缴纳，其中300元的期限已经届满，请立即缴纳；{rest}" in said
    demand = unpaid.paper("D51")
    assert "缴纳300元" in demand.values["duties"] and demand.values["owed"] == "300"
    assert "其中300元的缴款期限已经届满" in demand.values["owed_text"]
    unpaid.serve(demand)
    done(unpaid, CHARGE)
    assert "其中309元（含加处罚款）的期限已经届满" in known(unpaid, "D48")["to_pay_text"]
    to(last + timedelta(days=1))
    assert "缴纳809元" in known(unpaid, "D51")["duties"]
    assert "期限已于" in known(unpaid, "D48")["to_pay_text"]


def test_the_court_is_asked_for_all_of_it_after_the_last_day(unpaid: Story) -> None:
    """行政处罚法 §72(2): the period for the court runs from the end of the plan."""
    first, last = granted(unpaid)
    to(first + timedelta(days=1))
    unpaid.serve(unpaid.paper("D51"))
    clock.advance(timedelta(days=25))
    said = refused(unpaid, COURT, who="juzhang", **SAYS)
    assert f"分期缴纳至{chinese_date(last)}" in said and "第七十二条第二款" in said


def test_no_plan_is_granted_whose_first_day_is_past(unpaid: Story) -> None:
    first = in_days(5)
    asked(unpaid, first, in_days(60))
    to(first + timedelta(days=1))
    said = refused(unpaid, GRANT, who="juzhang", is_granted=True)
    assert f"第一期到{chinese_date(first)}，该日已过" in said and "第六十六条第二款" in said
    assert "请重新登记申请" in said
    done(unpaid, GRANT, who="juzhang", is_granted=False, opinion="第一期的日期已过。")
    asked(unpaid, in_days(3), in_days(60))
    assert done(unpaid, GRANT, who="juzhang", is_granted=True).is_granted


def test_a_plan_takes_nothing_of_the_days_that_the_decision_gave(unpaid: Story) -> None:
    """行政处罚法 §67(3): fifteen days, also where the party meant to pay a part sooner."""
    asked(unpaid, in_days(3), in_days(60))
    done(unpaid, GRANT, who="juzhang", is_granted=True)
    clock.advance(timedelta(days=5))
    assert not overdue(unpaid.proceeding) and "罚款尚未逾期" in refused(unpaid, CHARGE)
    clock.advance(timedelta(days=15))
    assert overdue_now(unpaid.proceeding) == 300


@pytest.mark.parametrize("later", [0, 2])
def test_what_the_court_took_off_comes_off_the_last_instalments(unpaid: Story, later: int) -> None:
    first, last = granted(unpaid)
    clock.advance(timedelta(days=later))
    number = "（2026）豫0481行初9号"
    judged(unpaid, number, outcome="changed", fine=400)
    court = {"kind": "changed", "overturned_for": ["unfit"], "ground": "罚款明显不当。", "reference": number}
    done(unpaid, "cases.propose_overturn", **court, by_whom="court", fine=400)
    done(unpaid, "cases.overturn_decision", who="juzhang")
    assert instalments_left(unpaid.proceeding) == [(first, Decimal(300)), (last, Decimal(100))]
    to(first + timedelta(days=1))
    assert overdue_now(unpaid.proceeding) == 300
    paid(unpaid, 300, "2026000031")
    assert instalments_left(unpaid.proceeding) == [(last, Decimal(100))]
    assert f"已经批准分期缴纳：{chinese_date(last)}前100元" in known(unpaid, "D48")["to_pay_text"]


def test_what_is_put_off_at_once_is_no_plan_of_instalments(unpaid: Story) -> None:
    day = in_days(60)
    done(unpaid, ASK, **WHY, instalments=[f"{day} 800"])
    unpaid.paper("D49")
    done(unpaid, GRANT, who="juzhang", is_granted=True)
    assert f"已经批准暂缓缴纳：{chinese_date(day)}前800元" in known(unpaid, "D48")["to_pay_text"]


def test_fine_and_late_penalty_are_told_apart(unpaid: Story) -> None:
    clock.advance(timedelta(days=23))
    late = done(unpaid, CHARGE).amount
    whole = known(unpaid, "D48")
    assert whole["amount"] == f"{800 + late}" and whole["to_pay_text"].startswith(
        f"罚款800元，加处罚款{late:.0f}元。"
    )
    paid(unpaid, 300, "2026000031")
    left = f"罚款800元，加处罚款{late:.0f}元，已经缴纳300元，尚有{500 + late:.0f}元未缴纳。"
    assert known(unpaid, "D48")["to_pay_text"].startswith(left)
