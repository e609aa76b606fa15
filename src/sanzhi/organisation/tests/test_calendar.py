"""A year that counts as known is whole: one without its holidays would end every period of working days too early."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.law.holiday_seed import COMPLETE_YEARS, assumed, seed
from sanzhi.law.statutory_holidays import holidays_left_out, needless_workdays
from sanzhi.organisation.models import CalendarDay
from sanzhi.organisation.queries import calendar
from tests.stories import assumed_calendar, done, refused

IMPORT = "organisation.import_calendar"


@pytest.fixture
def story(reached: Callable[..., Story]) -> Story:
    return reached(stop="lead")


def without(*days: date) -> dict[str, Any]:
    order = assumed_calendar(2027)
    return {**order, "days": [row for row in order["days"] if row["day"] not in days]}


def with_one(day: date, *, is_working: bool) -> dict[str, Any]:
    order = assumed_calendar(2027)
    return {**order, "days": [*order["days"], {"day": day, "is_working": is_working}]}


def test_a_whole_year_is_taken_again_and_replaces_itself(story: Story) -> None:
    done(story, IMPORT, who="guanli", **with_one(date(2027, 9, 26), is_working=True))
    assert not calendar().is_estimated(date(2027, 5, 3)) and calendar().is_working(date(2027, 9, 26))
    done(story, IMPORT, who="guanli", **assumed_calendar(2027))
    assert not CalendarDay.objects.filter(day=date(2027, 9, 26)).exists()


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ({**assumed_calendar(2027), "days": []}, "没有元旦、国庆节、春节"),
        (without(date(2027, 1, 1)), "没有元旦，或者没有录全"),
        (without(*(date(2027, 2, day) for day in range(1, 29))), "没有春节，"),
        (without(date(2027, 10, 1)), "没有国庆节，"),
        (with_one(date(2027, 5, 1), is_working=True), "没有劳动节，"),
        (with_one(date(2027, 9, 1), is_working=True), "本来就上班，不是调休：2027-09-01"),
        (with_one(date(2028, 1, 3), is_working=False), "不在2027年：2028-01-03"),
        ({**assumed_calendar(2028), "year": 2027}, "不在2027年"),
        (with_one(date(2027, 10, 1), is_working=False), "同一日期出现了两次"),
    ],
)
def test_what_is_no_calendar_of_the_year(story: Story, order: dict[str, Any], said: str) -> None:
    assert said in refused(story, IMPORT, who="guanli", **order)
    assert calendar().is_estimated(date(2027, 5, 3))


@pytest.mark.parametrize("year", range(2000, 2101))
def test_every_year_that_is_known_or_assumed_is_whole(year: int) -> None:
    for rows in [assumed(year), *([seed(year)] if year in COMPLETE_YEARS else [])]:
        off = [row.day for row in rows if not row.is_working]
        at_work = [row.day for row in rows if row.is_working]
        assert holidays_left_out(year, off=off, at_work=at_work) == [] == needless_workdays(at_work)
