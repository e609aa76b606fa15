"""The numbers of the coming kinds, counted by hand: seizures, late fees, instalments, proceeds, costs, compensation."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from sanzhi.law.compensation import (
    REQUISITION,
    WITHDRAWAL,
    by_day,
    compensation,
    consumed,
    damaged,
    lost,
)
from sanzhi.law.days import Calendar
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Exclusion, due
from sanzhi.law.deposits import (
    Owed,
    PaidFrom,
    Unclaimed,
    deposited,
    distribute,
    stage_of_unclaimed,
)
from sanzhi.law.derivation import CannotCount, Derivation, Step, plain, to_fen, told_lines
from sanzhi.law.hours import NoHourRule, due_at, hour_rule
from sanzhi.law.instalments import Instalment, agreed, missed, overdue, split, whole_is_due
from sanzhi.law.late_fees import Debt, Payment, Rate, YearlyRate, interest, late_fee, penalty_rate
from sanzhi.law.proxy_costs import ProxyCost, proxy_cost
from sanzhi.law.seizure_days import Appraisal, Prolonged, seizure_days, used_days

MARCH = date(2026, 3, 2)
TOLD = "鉴定期间告知书第1号"


def day(number: int, month: int = 3) -> date:
    return date(2026, month, number)


def yuan(text: str) -> Decimal:
    return Decimal(text)


def test_a_derivation_is_printed_line_by_line() -> None:
    found = Derivation(
        "费用",
        (Step("一项", "3×4.125元", yuan("12.375")), Step("取至分", "", yuan("12.38"))),
        yuan("12.38"),
        "某法第一条",
        mark="建议",
    )
    assert found.lines() == (
        "费用（某法第一条〔建议〕）",
        "1. 一项：3×4.125元＝12.375元。",
        "2. 取至分：12.38元。",
        "结果：12.38元（人民币壹拾贰元叁角捌分）。",
    )
    assert told_lines(found.lines()).startswith("费用（某法第一条）\n1. 一项"), "a letter bears no mark"


@pytest.mark.parametrize(
    ("amount", "fen"), [("0.005", "0.01"), ("0.004", "0.00"), ("2.675", "2.68"), ("1000", "1000.00")]
)
def test_half_a_fen_goes_up(amount: str, fen: str) -> None:
    assert to_fen(yuan(amount)) == yuan(fen)


def test_digits_that_do_not_count_are_left_out() -> None:
    assert [plain(yuan(text)) for text in ("4.3750", "1000", "0.030", "1E+3", "0.00")] == [
        "4.375",
        "1000",
        "0.03",
        "1000",
        "0",
    ]


def test_a_seizure_ends_on_the_thirtieth_day_even_on_a_sunday() -> None:
    found = seizure_days(day(6), carried_out_on=day(6))
    assert found.last_on == day(5, 4) and found.last_on.isoweekday() == 7
    assert found.derivation.result == 30


def test_it_counts_from_the_earlier_of_decision_and_carrying_out() -> None:
    assert seizure_days(day(6), carried_out_on=day(5)).last_on == day(4, 4)
    assert seizure_days(day(5), carried_out_on=day(6)).last_on == day(4, 4)


def test_it_is_prolonged_once_by_thirty_days_and_by_what_was_told() -> None:
    longer = Prolonged(day(30), 30, "情况复杂")
    assert seizure_days(MARCH, carried_out_on=MARCH, prolonged=longer).last_on == day(1, 5)
    told = (Appraisal(day(5), day(14), "鉴定", TOLD), Appraisal(day(10), day(19), "检测", "告知书第2号"))
    found = seizure_days(MARCH, carried_out_on=MARCH, prolonged=longer, appraisals=told)
    assert (found.last_on, found.excluded) == (day(16, 5), 15)
    assert "至2026年5月16日（届满日为休假日的不顺延）＝75日。" in found.derivation.lines()[-2]


def test_an_appraisal_that_nobody_was_told_of_stops_nothing() -> None:
    silent = Appraisal(day(5), day(14), "鉴定")
    found = seizure_days(MARCH, carried_out_on=MARCH, appraisals=(silent,))
    assert (found.last_on, found.excluded) == (day(1, 4), 0)
    assert any("没有书面告知当事人" in line for line in found.derivation.lines())


def test_an_appraisal_lasts_no_longer_than_it_took() -> None:
    early = Appraisal(day(5), day(14), "鉴定", TOLD, ended_on=day(7))
    assert seizure_days(MARCH, carried_out_on=MARCH, appraisals=(early,)).excluded == 3
    late = Appraisal(day(5), day(14), "鉴定", TOLD, ended_on=day(30))
    assert seizure_days(MARCH, carried_out_on=MARCH, appraisals=(late,)).excluded == 10


def test_what_had_passed_before_the_party_was_told_is_not_taken_out() -> None:
    told = Appraisal(day(5), day(14), "鉴定", TOLD, told_on=day(8))
    assert seizure_days(MARCH, carried_out_on=MARCH, appraisals=(told,)).excluded == 7
    never = Appraisal(day(5), day(14), "鉴定", TOLD, told_on=day(15))
    assert seizure_days(MARCH, carried_out_on=MARCH, appraisals=(never,)).excluded == 0


def test_a_decision_may_name_a_shorter_term() -> None:
    assert seizure_days(MARCH, carried_out_on=MARCH, decided_days=10).last_on == day(12)
    with pytest.raises(CannotCount, match="30日以下，现为31日"):
        seizure_days(MARCH, carried_out_on=MARCH, decided_days=31)


@pytest.mark.parametrize(
    ("prolonged", "said"),
    [
        (Prolonged(day(30), 31, "情况复杂"), "一日以上、30日以下"),
        (Prolonged(day(30), 0, "情况复杂"), "一日以上、30日以下"),
        (Prolonged(day(2, 4), 30, "情况复杂"), "期满之前批准：期限至2026年4月1日"),
        (Prolonged(day(30), 30, " "), "应说明理由"),
    ],
)
def test_an_unlawful_prolongation_is_refused(prolonged: Prolonged, said: str) -> None:
    with pytest.raises(CannotCount, match=said):
        seizure_days(MARCH, carried_out_on=MARCH, prolonged=prolonged)


def test_the_days_used_leave_out_the_first_and_what_was_told() -> None:
    told = (Appraisal(day(5), day(6), "鉴定", TOLD), Appraisal(day(6), day(7), "检测"))
    assert [used_days(MARCH, day(n), appraisals=told) for n in (1, 2, 3, 4, 5, 6, 7)] == [0, 0, 1, 2, 2, 2, 3]


def test_a_fine_grows_by_three_per_cent_of_what_is_unpaid() -> None:
    debt = Debt(
        yuan("1000"),
        day(17),
        payments=(Payment(day(20), yuan("333.33")),),
        pauses=(Exclusion(day(25), day(27), "行政复议期间"),),
    )
    found = late_fee(debt, penalty_rate(MARCH), until=day(1, 4))
    assert found.result == yuan("270.00") and found.mark == "记忆"
    assert found.lines()[1] == "1. 2026年3月18日至2026年3月20日：1000元×每日3%×3日＝90元。"
    assert "行政复议期间，2026年3月25日至2026年3月27日＝3日。" in "".join(found.lines())
    assert "270.0009元不足一分的舍去＝270元" in "".join(found.lines())


def test_it_never_exceeds_the_sum_itself() -> None:
    assert late_fee(Debt(yuan("200"), day(1)), penalty_rate(day(1)), until=day(1, 12)).result == 200
    assert late_fee(Debt(yuan("200"), day(1)), penalty_rate(day(1)), until=day(1)).result == 0


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (penalty_rate(None), "没有告知当事人"),
        (Rate("滞纳金", yuan("0.0005"), "本局通知", day(1)), "没有法律、法规的依据"),
        (Rate("滞纳金", yuan("0"), "某条例第五条", day(1)), "每日0%"),
        (Rate("滞纳金", yuan("1.5"), "某条例第五条", day(1)), "每日150%"),
    ],
)
def test_a_rate_without_ground_or_telling_is_refused(rate: Rate, said: str) -> None:
    with pytest.raises(CannotCount, match=said):
        late_fee(Debt(yuan("200"), day(1)), rate, until=day(9))


def test_interest_runs_over_a_change_of_the_rate() -> None:
    rates = (
        YearlyRate(day(1, 1), day(28, 2), yuan("0.018"), "甲"),
        YearlyRate(day(1, 3), day(31, 12), yuan("0.015"), "乙"),
    )
    found = interest(yuan("10000"), rates, from_on=day(18, 2), until=day(10, 3), days_in_year=360)
    # ten days of 0.5 and ten of 0.41666…
    assert found.result == yuan("9.17")


def test_a_day_without_a_rate_is_named() -> None:
    rates = (YearlyRate(day(1, 1), day(28, 2), yuan("0.018"), "甲"),)
    with pytest.raises(CannotCount, match="2026年3月1日没有利率"):
        interest(yuan("10000"), rates, from_on=day(18, 2), until=day(10, 3), days_in_year=360)
    twice = (*rates, YearlyRate(day(20, 2), day(31, 12), yuan("0.015"), "乙"))
    with pytest.raises(CannotCount, match="2026年2月20日有两个利率"):
        interest(yuan("10000"), twice, from_on=day(18, 2), until=day(10, 3), days_in_year=360)
    with pytest.raises(CannotCount, match="没有这样的算法"):
        interest(yuan("10000"), rates, from_on=day(18, 2), until=day(20, 2), days_in_year=300)


DUE = (day(31, 1), day(28, 2), day(31))


def test_what_does_not_divide_stands_in_the_last_part() -> None:
    plan = split(yuan("1000"), DUE)
    assert [row.amount for row in plan.instalments] == [yuan("333.33"), yuan("333.33"), yuan("333.34")]
    assert plan.derivation.result == 1000


def test_missed_parts_and_when_the_whole_is_due() -> None:
    plan = split(yuan("900"), DUE, whole_after=2)
    paid = (Payment(day(31, 1), yuan("100")),)
    assert [missed(plan, paid, on=on) for on in (day(31, 1), day(1, 2), day(1))] == [0, 1, 2]
    assert [overdue(plan, paid, on=on) for on in (day(31, 1), day(1, 2), day(1))] == [0, 200, 800]
    assert not whole_is_due(plan, paid, on=day(1, 2)) and whole_is_due(plan, paid, on=day(1))
    assert overdue(split(yuan("900"), DUE), paid, on=day(1)) == 500


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            (Instalment(day(1), yuan("500")), Instalment(day(2), yuan("400"))),
            "各期合计900元，应缴1000元，相差100元",
        ),
        ((Instalment(day(2), yuan("500")), Instalment(day(2), yuan("500"))), "应晚于"),
        ((Instalment(day(2), yuan("0")),), "没有金额"),
        ((Instalment(day(2), yuan("0.001")),), "应精确到分"),
    ],
)
def test_a_plan_that_does_not_fit_is_refused(rows: tuple[Instalment, ...], said: str) -> None:
    with pytest.raises(CannotCount, match=said):
        agreed(rows, sum_owed=yuan("1000"))


def test_a_sum_too_small_is_not_split() -> None:
    with pytest.raises(CannotCount, match="逾期-1期不能"):
        split(yuan("900"), DUE, whole_after=-1)
    with pytest.raises(CannotCount, match="不能分为3期"):
        split(yuan("0.02"), DUE)


def test_requisition_is_compensated_row_by_row() -> None:
    rows = (
        by_day("挖掘机", days=3, price=yuan("800"), evidence=("台班单",)),
        consumed("柴油", quantity=yuan("33.3"), price=yuan("7.85"), evidence=("加油单",)),
        lost("水泵", valuation=yuan("3000"), remaining=yuan("200"), evidence=("估价报告",)),
        damaged("围挡", valuation=yuan("450"), remaining=yuan("0"), evidence=("维修发票",)),
    )
    found = compensation(REQUISITION, rows)
    assert found.result == yuan("5911.41")  # 2400 + 261.405 + 2800 + 450
    assert found.lines()[1] == "1. 使用补偿：挖掘机：800元×3日（台班单）＝2400元。"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ((lost("水泵", valuation=yuan("3000"), remaining=yuan("0"), evidence=(" ",)),), "没有证据"),
        (
            (lost("水泵", valuation=yuan("300"), remaining=yuan("301"), evidence=("报告",)),),
            "残值301元高于估价300元",
        ),
        ((by_day("挖掘机", days=-1, price=yuan("8"), evidence=("单",)),), "数量应为零以上"),
        ((by_day("挖掘机", days=1, price=yuan("NaN"), evidence=("单",)),), "应为零以上的数"),
    ],
)
def test_a_row_that_cannot_stand_is_refused(rows: tuple[object, ...], said: str) -> None:
    with pytest.raises(CannotCount, match=said):
        compensation(REQUISITION, rows)  # type: ignore[arg-type]


def test_a_withdrawn_licence_pays_no_use() -> None:
    with pytest.raises(CannotCount, match="没有“使用补偿”一项"):
        compensation(WITHDRAWAL, (by_day("场地", days=1, price=yuan("8"), evidence=("单",)),))


def test_proceeds_pay_in_the_told_order_and_the_rest_goes_back() -> None:
    claims = (
        Owed(PaidFrom.FINE, yuan("3000"), "舞城管罚决字〔2026〕第1号"),
        Owed(PaidFrom.LATE_PENALTY, yuan("900"), "舞城管加处字〔2026〕第1号"),
        Owed(PaidFrom.COSTS, yuan("300"), "拍卖合同"),
    )
    rich = distribute(yuan("5000"), claims)
    assert [*rich.paid, rich.surplus, rich.unpaid] == [3000, 900, 300, 800, 0]
    poor = distribute(yuan("3100"), claims)
    assert [*poor.paid, poor.surplus, poor.unpaid] == [3000, 100, 0, 0, 1100]
    assert "应付900元，不足800元＝100元" in poor.derivation.lines()[3]
    with pytest.raises(CannotCount, match="没有写明依据"):
        distribute(yuan("5000"), (Owed(PaidFrom.COSTS, yuan("1"), ""),))


def test_things_that_nobody_fetches_are_called_and_then_deposited() -> None:
    plain_weeks = Calendar(frozenset(), frozenset(), frozenset({2026}))

    def stage(on: date, called_on: date | None = None) -> Unclaimed:
        return stage_of_unclaimed(MARCH, called_on=called_on, on=on, calendar=plain_weeks)[0]

    # the twentieth day is a Sunday: the party has the Monday too
    assert day(22).isoweekday() == 7
    assert [stage(day(23)), stage(day(24))] == [Unclaimed.TO_COLLECT, Unclaimed.TO_CALL]
    assert stage(day(23, 5), called_on=day(24)) == Unclaimed.CALLED
    assert stage(day(26, 5), called_on=day(24)) == Unclaimed.TO_DEPOSIT
    assert stage(day(21, 5), called_on=day(3)) == Unclaimed.CALLED  # counts from the end of the first period
    assert deposited(yuan("800"), yuan("120.50")).result == yuan("679.50")
    assert deposited(yuan("100"), yuan("120")).result == 0


def test_the_budget_is_the_end_where_no_reason_is_given() -> None:
    bare = ProxyCost("清运", yuan("1000"), yuan("1200"), ("发票",))
    told = ProxyCost("清运", yuan("1000"), yuan("1200"), ("发票",), reason="当事人加堆")
    dear = ProxyCost("清运", yuan("1000"), yuan("1200"), ("发票",), reason="加堆", reasonable=yuan("1100"))
    assert [proxy_cost((row,)).result for row in (bare, told, dear)] == [1000, 1200, 1100]
    with pytest.raises(CannotCount, match="没有费用凭证"):
        proxy_cost((ProxyCost("清运", yuan("1000"), yuan("900"), ()),))


def test_hours_are_counted_through_the_night_of_a_holiday() -> None:
    start = datetime(2026, 10, 1, 16, 30)
    found = due_at(hour_rule("urgent_report", start.date()), start)
    assert found.at == datetime(2026, 10, 2, 16, 30)
    assert "至2026年10月2日16时30分（行政强制法第十九条）" in found.explained[0]
    with pytest.raises(NoHourRule):
        hour_rule("building_urgent_approval", date(2017, 12, 31))


def test_a_period_before_is_counted_back() -> None:
    plain_weeks = Calendar(frozenset(), frozenset(), frozenset({2026}))
    found = due(rule("second_demand", MARCH), day(16), calendar=plain_weeks)
    assert (found.on, found.estimated) == (day(11), False)
    assert "代履行（2026-03-16）的3个工作日前" in found.explained[0]
    assert due(rule("license_renewal", MARCH), day(31), calendar=plain_weeks).on == day(1)
    unknown = Calendar(frozenset(), frozenset(), frozenset())
    assert due(rule("second_demand", MARCH), day(16), calendar=unknown).estimated
