"""Counting days, as a lawyer reads it: rule, start, last day."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanzhi.law.days import Calendar, DayUnit
from sanzhi.law.deadline_rules import RULES, NoRule, rule
from sanzhi.law.deadlines import Exclusion, Extension, add_months, due, remaining
from sanzhi.law.holiday_seed import COMPLETE_YEARS, seed

ROWS = [row for year in COMPLETE_YEARS for row in seed(year)]
CALENDAR = Calendar(
    holidays=frozenset(row.day for row in ROWS if not row.is_working),
    workdays=frozenset(row.day for row in ROWS if row.is_working),
    published=frozenset(COMPLETE_YEARS),
)
DAYS = st.dates(date(2019, 2, 1), date(2026, 10, 1))


@pytest.mark.parametrize("year", COMPLETE_YEARS)
def test_every_day_of_the_year_agrees_with_the_oracle(year: int) -> None:
    day, wrong = date(year, 1, 1), []
    while day.year == year:
        if CALENDAR.is_working(day) != chinese_calendar.is_workday(day):
            wrong.append(day)
        day += timedelta(days=1)
    assert wrong == []


def test_a_year_that_is_not_known_is_refused_and_estimated() -> None:
    with pytest.raises(ValueError, match="2027"):
        seed(2027)
    assert CALENDAR.is_estimated(date(2027, 3, 1))
    assert not CALENDAR.is_estimated(date(2026, 3, 1))


@given(DAYS, st.integers(1, 60))
def test_going_forth_and_back(day: date, count: int) -> None:
    later = CALENDAR.add_working(day, count)
    assert CALENDAR.is_working(later)
    assert CALENDAR.working_between(day, later) == count
    start = CALENDAR.next_working(day)
    assert CALENDAR.add_working(CALENDAR.add_working(start, count), -count) == start


@pytest.mark.parametrize(
    ("key", "start", "last", "why"),
    [
        ("plea", date(2026, 3, 2), date(2026, 3, 9), "周一送达，五个工作日至下周一"),
        ("plea", date(2026, 9, 28), date(2026, 10, 10), "国庆放假七日，10月10日调休上班"),
        ("hearing_request", date(2026, 2, 12), date(2026, 2, 26), "春节放假，2月14日调休上班"),
        ("publication", date(2026, 9, 1), date(2026, 9, 10), "七个工作日"),
        ("case_decision", date(2026, 7, 3), date(2026, 10, 1), "九十日为自然日，不因休假顺延"),
        ("payment", date(2026, 9, 17), date(2026, 10, 8), "十五日届满于国庆假期，顺延至10月8日"),
        ("payment", date(2026, 9, 1), date(2026, 9, 16), "届满日为工作日"),
        ("service", date(2026, 9, 1), date(2026, 9, 10), "七个工作日"),
        ("litigation", date(2026, 8, 31), date(2027, 3, 1), "六个月至二月末（周日），顺延至周一"),
        ("reconsideration", date(2026, 3, 2), date(2026, 5, 6), "六十日届满于劳动节假期，顺延"),
        ("lead_check", date(2026, 3, 2), date(2026, 3, 23), "十五个工作日"),
        ("withdrawal", date(2026, 3, 6), date(2026, 3, 11), "三个工作日跨周末"),
    ],
)
def test_deadlines(key: str, start: date, last: date, why: str) -> None:
    found = due(rule(key, start), start, calendar=CALENDAR)
    assert found.on == last, f"{why}：{found.explained}"
    assert found.explained[0].endswith("）。") and found.rule.citation in found.explained[0]


def test_an_estimated_deadline_says_so() -> None:
    found = due(rule("publication", date(2026, 12, 29)), date(2026, 12, 29), calendar=CALENDAR)
    assert found.estimated and "估算" in found.explained[-1]


def test_exclusions_and_extensions_are_added_and_told() -> None:
    start = date(2026, 3, 2)
    away = Exclusion(date(2026, 3, 10), date(2026, 3, 19), "检测鉴定", "鉴定期间告知书")
    longer = Extension(30, DayUnit.CALENDAR, "案情复杂", "住房和城乡建设行政处罚程序规定")
    plain = due(rule("case_decision", start), start, calendar=CALENDAR)
    found = due(
        rule("case_decision", start), start, calendar=CALENDAR, exclusions=(away,), extensions=(longer,)
    )
    assert found.on == plain.on + timedelta(days=40)
    assert any("检测鉴定" in sentence for sentence in found.explained)


@given(DAYS, st.integers(0, 30))
def test_a_later_start_never_ends_earlier(start: date, shift: int) -> None:
    for row in RULES:
        later = start + timedelta(days=shift)
        assert due(row, start, calendar=CALENDAR).on <= due(row, later, calendar=CALENDAR).on


@given(DAYS)
def test_remaining_is_zero_on_the_last_day_and_negative_after(start: date) -> None:
    for row in RULES:
        found = due(row, start, calendar=CALENDAR)
        assert remaining(found, found.on, calendar=CALENDAR).days == 0
        assert remaining(found, found.on + timedelta(days=1), calendar=CALENDAR).days < 0
        assert remaining(found, found.on - timedelta(days=12), calendar=CALENDAR).days > 0


def test_the_day_decides_which_rule_applies() -> None:
    with pytest.raises(NoRule):
        rule("hearing_request", date(2020, 1, 1))
    assert rule("hearing_request", date(2021, 7, 15)).days == 5


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2023, 12, 31), 2, date(2024, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 30), 14, date(2028, 1, 30)),
    ],
)
def test_months(day: date, count: int, found: date) -> None:
    assert add_months(day, count) == found
