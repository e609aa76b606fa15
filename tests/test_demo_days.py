"""The demonstration is built on any day: of a year whose notice is not known it assumes the holidays, and says so."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest

from sanzhi.demo.build import _at_work
from sanzhi.demo.cast import found_bureau
from sanzhi.kernel import clock
from sanzhi.kernel.clock import CHINA
from sanzhi.law.holiday_seed import COMPLETE_YEARS, assumed, is_complete
from sanzhi.organisation.models import CalendarYear, Certificate
from sanzhi.organisation.queries import calendar

UNKNOWN = COMPLETE_YEARS.stop


def test_assumed_holidays_are_days_off_of_the_year_and_never_working_weekends() -> None:
    rows = assumed(UNKNOWN)
    assert not is_complete(UNKNOWN)
    assert date(UNKNOWN, 10, 1) in {row.day for row in rows}
    assert {row.day.year for row in rows} == {UNKNOWN}
    assert not any(row.is_working for row in rows)


@pytest.mark.django_db
@pytest.mark.parametrize("until", [date(UNKNOWN, 2, 20), date(UNKNOWN + 1, 3, 10)])
def test_the_calendar_reaches_to_the_last_day(until: date, forget_editions: Callable[[], None]) -> None:
    forget_editions()
    with clock.moved(datetime.combine(until.replace(year=until.year - 1), time(8), CHINA)):
        found_bureau(until=until)
    assert not calendar().is_estimated(until)
    assert calendar().is_estimated(date(until.year + 1, 6, 1))
    assert "推定" in CalendarYear.objects.get(year=until.year).source
    assert all(row.valid_until > until for row in Certificate.objects.all())


@pytest.mark.django_db
@pytest.mark.parametrize("hour", [8, 12, 20])
def test_no_scene_is_played_before_hearings_begin(hour: int) -> None:
    for day in range(1, 29):
        moment = datetime(2026, 2, day, hour, tzinfo=CHINA)
        if calendar().is_working(moment.date()) and hour < 17:
            assert _at_work(moment, calendar()) == moment
        else:
            assert _at_work(moment, calendar()).time() >= time(9)
