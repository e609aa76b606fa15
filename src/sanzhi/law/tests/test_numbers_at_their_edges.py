"""The last value that is still allowed, and the day on which something just counts: each beside the next one."""

from datetime import date
from decimal import Decimal

import pytest

from sanzhi.law.days import Calendar
from sanzhi.law.deposits import Unclaimed, stage_of_unclaimed
from sanzhi.law.derivation import MOST, CannotCount, checked, checked_sum
from sanzhi.law.hours import hour_rule
from sanzhi.law.instalments import missed, overdue, split
from sanzhi.law.late_fees import Debt, Payment, Rate, YearlyRate, interest, late_fee
from sanzhi.law.levies import Reduction, Use, charge_for_days
from sanzhi.law.seizure_days import Appraisal, Prolonged, seizure_days
from sanzhi.law.tariffs import TariffRow, tariff_of

START = date(2026, 3, 2)
LAST = date(2026, 4, 1)


def day(number: int, month: int = 3) -> date:
    return date(2026, month, number)


def test_the_largest_and_the_smallest_amount() -> None:
    assert checked(MOST, "数") == MOST and checked(Decimal(0), "数") == 0
    for wrong in (MOST + 1, Decimal("-0.01"), Decimal("Infinity")):
        with pytest.raises(CannotCount, match="数应为零以上"):
            checked(wrong, "数")
    with pytest.raises(CannotCount, match="精确到分"):
        checked_sum(Decimal("1.001"), "数")


@pytest.mark.parametrize(("days", "approved_on"), [(1, LAST), (30, LAST), (1, START), (30, START)])
def test_a_prolongation_on_the_first_and_the_last_day(days: int, approved_on: date) -> None:
    longer = Prolonged(approved_on, days, "情况复杂")
    assert seizure_days(START, carried_out_on=START, prolonged=longer).derivation.result == 30 + days


def test_a_term_of_one_day_and_of_thirty() -> None:
    assert seizure_days(START, carried_out_on=START, decided_days=1).last_on == day(3)
    assert seizure_days(START, carried_out_on=START, decided_days=30).last_on == LAST
    with pytest.raises(CannotCount, match="现为0日"):
        seizure_days(START, carried_out_on=START, decided_days=0)


def test_an_appraisal_of_one_day_counts() -> None:
    one = Appraisal(day(5), day(5), "鉴定", "告知书")
    found = seizure_days(START, carried_out_on=START, appraisals=(one,))
    assert found.excluded == 1 and any("告知书已告知＝1日" in line for line in found.derivation.lines())
    on_the_last = Appraisal(LAST, LAST, "鉴定", "告知书")
    assert seizure_days(START, carried_out_on=START, appraisals=(on_the_last,)).excluded == 1
    after = Appraisal(day(2, 4), day(9, 4), "鉴定", "告知书")
    assert seizure_days(START, carried_out_on=START, appraisals=(after,)).excluded == 0


def test_a_payment_of_the_day_comes_after_it() -> None:
    rate = Rate("滞纳金", Decimal("0.5"), "某条例第五条", START, mark="建议")
    debt = Debt(Decimal(100), START, (Payment(day(3), Decimal(100)),))
    assert late_fee(debt, rate, until=day(9)).result == 50
    assert late_fee(debt, rate, until=day(9)).mark == "建议"
    whole = Rate("滞纳金", Decimal(1), "某条例第五条", START)
    capped = late_fee(Debt(Decimal(100), START), whole, until=day(3))
    assert capped.result == 100 and not any("以本金为限" in line for line in capped.lines())
    assert late_fee(Debt(Decimal(100), START), whole, until=day(3)).mark == "原文"


@pytest.mark.parametrize("days_in_year", [360, 365, 366])
def test_interest_of_one_day(days_in_year: int) -> None:
    rates = (YearlyRate(day(3), day(3), Decimal(1), "某行"),)
    found = interest(Decimal(days_in_year), rates, from_on=START, until=day(3), days_in_year=days_in_year)
    assert found.result == 1
    with pytest.raises(CannotCount, match="2026年3月4日没有利率"):
        interest(Decimal(1), rates, from_on=START, until=day(4), days_in_year=days_in_year)


def test_a_part_is_missed_on_the_day_after_unless_it_is_paid_by_then() -> None:
    plan = split(Decimal(200), (day(10), day(20)))
    paid = (Payment(day(11), Decimal(100)),)
    assert [missed(plan, paid, on=day(n)) for n in (10, 11, 20, 21)] == [0, 0, 0, 1]
    assert [overdue(plan, (), on=day(n)) for n in (10, 11)] == [0, 100]
    assert overdue(plan, paid, on=day(11)) == 0


def test_the_whole_may_be_remitted_and_the_mark_is_told() -> None:
    row = TariffRow("费", "米", Decimal(2), "某标准第一条", START, mark="建议")
    uses = (Use(Decimal(3), START, START),)
    whole = (Reduction("免收", "某办法第三条", percent=Decimal(100)),)
    found = charge_for_days(tariff_of("费", (row,)), uses, reductions=whole)
    assert (found.result, found.mark) == (Decimal(0), "建议")
    assert not any("以余额为限" in line for line in found.lines())


def test_the_last_day_of_a_call_still_belongs_to_it() -> None:
    plain_weeks = Calendar(frozenset(), frozenset(), frozenset({2026}))

    def stage(on: date) -> Unclaimed:
        return stage_of_unclaimed(START, called_on=day(27), on=on, calendar=plain_weeks)[0]

    assert [stage(day(26, 5)), stage(day(27, 5))] == [Unclaimed.CALLED, Unclaimed.TO_DEPOSIT]


def test_an_hour_rule_applies_from_its_first_day() -> None:
    assert hour_rule("building_urgent_approval", date(2018, 1, 1)).hours == 24
    assert hour_rule("urgent_report", date(2012, 1, 1)).caption == "24小时内"
