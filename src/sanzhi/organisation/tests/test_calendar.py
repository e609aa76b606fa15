"""A year that counts as known is whole: one without its holidays would end every period of working days too early."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from typing import Any

import pytest

from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.errors import Refused
from sanzhi.law.holiday_seed import COMPLETE_YEARS, assumed, seed
from sanzhi.law.statutory_holidays import holidays_left_out, needless_workdays
from sanzhi.ledger.models import JointAct
from sanzhi.organisation.commands.import_calendar import ImportCalendar, is_plausible
from sanzhi.organisation.models import CalendarDay
from sanzhi.organisation.queries import calendar
from tests.stories import assumed_calendar, done, refused

LAST = 2099  # of which an order may speak
SECONDS = count(1)
IMPORT = "organisation.import_calendar"


@pytest.fixture
def story(reached: Callable[..., Story]) -> Story:
    """Each test enters its year at another second: the calendar is remembered by it, and a rolled-back year too."""
    found = reached(stop="lead")
    clock.advance(timedelta(seconds=next(SECONDS)))
    return found


def without(*days: date) -> dict[str, Any]:
    order = assumed_calendar(2027)
    return {**order, "days": [row for row in order["days"] if row["day"] not in days]}


def with_one(day: date, *, is_working: bool) -> dict[str, Any]:
    order = assumed_calendar(2027)
    return {**order, "days": [*order["days"], {"day": day, "is_working": is_working}]}


MONDAYS = [date(2027, 1, 4) + timedelta(days=7 * week) for week in range(52)]
SUNDAYS = [day - timedelta(days=1) for day in MONDAYS]
DECEMBER = [day for n in range(31) if (day := date(2027, 12, 1) + timedelta(days=n)).weekday() < 5]


def working(*days: date) -> dict[str, Any]:
    order = assumed_calendar(2027)
    return {**order, "days": [*order["days"], *({"day": day, "is_working": True} for day in days)]}


def proposed(story: Story, who: str = "guanli", **order: Any) -> JointAct:
    fields = {"act": IMPORT, "fields": jsonable(order), "reason": "按通知录入"}
    row: JointAct = done(story, "ledger.propose_joint_act", who=who, **fields)
    return row


def jsonable(order: dict[str, Any]) -> dict[str, Any]:
    return {**order, "days": [{**row, "day": row["day"].isoformat()} for row in order["days"]]}


@pytest.mark.parametrize("who", ["anquan", "shenji"])
def test_a_year_is_entered_by_two(story: Story, who: str) -> None:
    order = assumed_calendar(2027)
    with pytest.raises(Refused, match="这一事项由一人提出、另一人确认"):
        proposed(story, "zhifa1", **order)
    row = proposed(story, **order)
    assert row.sentence.startswith("2027年放假安排（推定日历") and "10-01至" in row.sentence
    for other in ("guanli", "juzhang"):
        assert "另一" in refused(story, "ledger.confirm_joint_act", who=other, joint_act=row.pk)
    assert calendar().is_estimated(date(2027, 5, 3))
    done(story, "ledger.confirm_joint_act", who=who, joint_act=row.pk)
    assert not calendar().is_estimated(date(2027, 5, 3))


def test_nobody_proposes_what_no_notice_ever_said(story: Story) -> None:
    with pytest.raises(Refused, match="连续放假31日"):
        proposed(story, **assumed_calendar(2027, *DECEMBER))
    row = proposed(story, **assumed_calendar(2027))
    done(story, IMPORT, who="guanli", **with_one(date(2027, 9, 26), is_working=True))
    assert "所涉的内容又有改动" in refused(story, "ledger.confirm_joint_act", who="anquan", joint_act=row.pk)


def test_two_weekends_in_a_row_have_been_worked(story: Story) -> None:
    done(story, IMPORT, who="guanli", **working(*SUNDAYS[30:32]))
    assert calendar().is_working(SUNDAYS[31])


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
        (assumed_calendar(2027, *DECEMBER), "连续放假31日，超过12日"),
        (assumed_calendar(2027, *MONDAYS), "日，超过45日"),
        (working(*SUNDAYS[30:33]), "连续3个以上的周末都调休上班"),
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
        said = [{"day": row.day, "is_working": row.is_working} for row in rows]
        assert year > LAST or is_plausible(
            ImportCalendar.model_validate({"year": year, "source": "通知", "days": said})
        )
