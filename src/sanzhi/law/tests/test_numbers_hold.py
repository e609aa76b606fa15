"""What holds for every number: never negative, never above its cap, sums to the 分, never less for more days."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sanzhi.law.compensation import REQUISITION, by_day, compensation, lost
from sanzhi.law.deadlines import Exclusion
from sanzhi.law.deposits import Owed, PaidFrom, deposited, distribute
from sanzhi.law.derivation import FEN, to_fen
from sanzhi.law.instalments import missed, overdue, split
from sanzhi.law.late_fees import Debt, Payment, Rate, YearlyRate, interest, late_fee, penalty_rate
from sanzhi.law.levies import Reduction, Use, charge_for_days, charge_for_quantity, refund_for_unused
from sanzhi.law.penalties import late_penalty_on
from sanzhi.law.proxy_costs import ProxyCost, proxy_cost
from sanzhi.law.seizure_days import Appraisal, Prolonged, seizure_days, used_days
from sanzhi.law.tariffs import TariffRow, tariff_of

START = date(2026, 1, 1)
AMOUNTS = st.integers(0, 10**9).map(lambda fen: Decimal(fen) / 100)
OWED = st.integers(1, 10**9).map(lambda fen: Decimal(fen) / 100)
AREAS = st.integers(0, 10**6).map(lambda number: Decimal(number) / 1000)
DAYS = st.integers(0, 400)
SPANS = st.lists(st.tuples(st.integers(1, 100), st.integers(0, 40)), max_size=4)
SHARES = st.integers(1, 1000).map(lambda number: Decimal(number) / 1000)


def on(number: int) -> date:
    return START + timedelta(days=number)


def is_fen(amount: Decimal) -> bool:
    return amount >= 0 and to_fen(amount) == amount


@given(st.integers(0, 30), SPANS, st.booleans())
def test_a_seizure_never_lasts_above_sixty_days_but_for_what_was_told(
    longer: int, spans: list[tuple[int, int]], told: bool
) -> None:
    document = "告知书" if told else ""
    rows = tuple(Appraisal(on(first), on(first + more), "鉴定", document) for first, more in spans)
    prolonged = Prolonged(on(30), longer, "情况复杂") if longer else None
    found = seizure_days(START, carried_out_on=START, prolonged=prolonged, appraisals=rows)
    lasted = (found.last_on - START).days
    away = {first + n for first, more in spans for n in range(more + 1)} if told else set()
    assert 30 <= lasted - found.excluded == 30 + longer <= 60
    assert found.excluded == len([day for day in away if day <= lasted])
    assert found.derivation.result == lasted
    assert used_days(START, found.last_on, appraisals=rows) == 30 + longer


@given(SPANS, DAYS)
def test_used_days_never_fall(spans: list[tuple[int, int]], number: int) -> None:
    rows = tuple(Appraisal(on(first), on(first + more), "鉴定", "告知书") for first, more in spans)
    before, after = (used_days(START, on(day), appraisals=rows) for day in (number, number + 1))
    assert 0 <= before <= after <= before + 1


@given(OWED, SHARES, st.lists(st.tuples(DAYS, OWED), max_size=3), SPANS, DAYS)
def test_a_late_fee_is_capped_and_never_falls(
    principal: Decimal,
    share: Decimal,
    paid: list[tuple[int, Decimal]],
    spans: list[tuple[int, int]],
    number: int,
) -> None:
    payments = tuple(Payment(on(day), amount) for day, amount in paid)
    pauses = tuple(Exclusion(on(first), on(first + more), "行政复议") for first, more in spans)
    rate = Rate("滞纳金", share, "某条例第五条", START)
    debt = Debt(principal, START, payments, pauses)
    found = late_fee(debt, rate, until=on(number))
    assert is_fen(found.result) and found.result <= principal
    assert found.result <= late_fee(debt, rate, until=on(number + 1)).result
    assert found.result <= late_fee(Debt(principal, START), rate, until=on(number)).result


@given(OWED, st.lists(st.tuples(DAYS, OWED), max_size=3), DAYS)
def test_the_late_penalty_of_a_fine_is_the_same_on_both_roads(
    fine: Decimal, paid: list[tuple[int, Decimal]], number: int
) -> None:
    debt = Debt(fine, START, tuple(Payment(on(day), amount) for day, amount in paid))
    unpaid = [amount for _, amount in debt.counted_days(on(number))]
    found = late_fee(debt, penalty_rate(START), until=on(number))
    assert found.result == late_penalty_on(unpaid, fine=fine).amount


@given(OWED, st.integers(0, 200), DAYS)
def test_interest_never_falls(principal: Decimal, thousandths: int, number: int) -> None:
    rates = (YearlyRate(START, on(500), Decimal(thousandths) / 1000, "某行"),)
    before, after = (
        interest(principal, rates, from_on=START, until=on(day), days_in_year=365).result
        for day in (number, number + 1)
    )
    assert is_fen(before) and before <= after


@given(OWED, st.integers(1, 24), st.lists(st.tuples(DAYS, OWED), max_size=3), DAYS)
def test_instalments_add_up_and_what_is_overdue_is_owed(
    owed: Decimal, parts: int, paid: list[tuple[int, Decimal]], number: int
) -> None:
    owed = max(owed, FEN * parts)
    plan = split(owed, tuple(on(30 * n) for n in range(1, parts + 1)), whole_after=2)
    amounts = [row.amount for row in plan.instalments]
    assert sum(amounts) == owed and all(is_fen(amount) and amount for amount in amounts)
    assert max(amounts) - min(amounts) < FEN * parts
    payments = tuple(Payment(on(day), amount) for day, amount in paid)
    late = overdue(plan, payments, on=on(number))
    assert is_fen(late) and late <= owed
    assert (missed(plan, payments, on=on(number)) > 0) == (late > 0)
    bare = split(owed, tuple(row.due_on for row in plan.instalments))
    assert overdue(bare, (), on=on(number)) <= overdue(bare, (), on=on(number + 1))


PRICES = st.integers(0, 100_000).map(lambda number: Decimal(number) / 1000)


@given(st.lists(PRICES, min_size=1, max_size=4), AREAS, AREAS, DAYS, st.integers(0, 100), AMOUNTS)
def test_a_levy_never_falls_with_days_or_area(
    prices: list[Decimal], area: Decimal, more: Decimal, days: int, percent: int, fixed: Decimal
) -> None:
    rows = tuple(
        TariffRow(
            "费",
            "平方米",
            price,
            "某标准第一条",
            START,
            above=Decimal(100 * n),
            upto=Decimal(100 * n + 100) if n < len(prices) - 1 else None,
        )
        for n, price in enumerate(prices)
    )
    tariff = tariff_of("费", rows)
    cut = (
        Reduction("甲", "某办法第一条", percent=Decimal(percent)),
        Reduction("乙", "某办法第二条", amount=fixed),
    )

    def charged(quantity: Decimal, last: int, reductions: tuple[Reduction, ...] = ()) -> Decimal:
        return charge_for_days(tariff, (Use(quantity, START, on(last)),), reductions=reductions).result

    least = charged(area, days, cut)
    assert is_fen(least) and least <= charged(area, days)
    assert least <= charged(area, days + 1, cut) and least <= charged(area + more, days, cut)
    assert charged(area, 0) == charge_for_quantity(tariff, area, on=START).result
    paid = charged(area, days)
    back = refund_for_unused(tariff, paid, used=(Use(area, START, on(days // 2)),)).result
    assert is_fen(back) and back + charged(area, days // 2) == paid


@given(st.lists(st.tuples(st.integers(0, 400), PRICES, AMOUNTS, AMOUNTS), max_size=5))
def test_compensation_is_the_sum_of_its_rows(rows: list[tuple[int, Decimal, Decimal, Decimal]]) -> None:
    claims = tuple(
        claim
        for days, price, one, other in rows
        for claim in (
            by_day("机械", days=days, price=price, evidence=("单",)),
            lost("财物", valuation=max(one, other), remaining=min(one, other), evidence=("报告",)),
        )
    )
    found = compensation(REQUISITION, claims)
    assert is_fen(found.result)
    assert found.result == sum((step.amount for step in found.steps[:-1]), Decimal(0))


@given(AMOUNTS, st.lists(AMOUNTS, max_size=4), AMOUNTS)
def test_no_fen_of_the_proceeds_is_lost(proceeds: Decimal, owed: list[Decimal], costs: Decimal) -> None:
    found = distribute(proceeds, tuple(Owed(PaidFrom.FINE, amount, "某号决定书") for amount in owed))
    assert sum(found.paid) + found.surplus == proceeds
    assert sum(found.paid) + found.unpaid == sum(owed)
    assert min((*found.paid, found.surplus, found.unpaid)) >= 0
    assert not (found.surplus and found.unpaid)
    assert 0 <= deposited(found.surplus, costs).result <= found.surplus


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS, st.booleans(), st.none() | AMOUNTS), max_size=5))
def test_costs_by_proxy_are_never_above_what_was_spent(
    rows: list[tuple[Decimal, Decimal, bool, Decimal | None]],
) -> None:
    costs = tuple(
        ProxyCost("一项", budget, actual, ("发票",), "有理由" if reason else "", reasonable)
        for budget, actual, reason, reasonable in rows
    )
    found = proxy_cost(costs)
    assert is_fen(found.result) and found.result == sum((row.amount for row in costs), Decimal(0))
    assert all(row.amount <= row.actual for row in costs)
    assert all(row.amount <= row.budget for row in costs if not row.reason)
