"""Working days by the official notice with 调休; a year without a published notice counts as estimated."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

ONE = timedelta(days=1)
NEW_YEAR = (1, 1)  # a holiday in every year, whatever its notice will say (F10-32)


def chinese_date(day: date) -> str:
    """As papers and sentences write it: 2026年12月3日; of a moment also 09时05分."""
    said = f"{day.year}年{day.month}月{day.day}日"
    return f"{said}{day.hour:02}时{day.minute:02}分" if isinstance(day, datetime) else said


class DayUnit(StrEnum):
    """How a statute's 日 is counted; the statutes differ (facts G-03)."""

    WORKING = "working"
    CALENDAR = "calendar"
    MONTH = "month"


UNIT_CAPTIONS = {DayUnit.WORKING: "个工作日", DayUnit.CALENDAR: "日", DayUnit.MONTH: "个月"}


@dataclass(frozen=True)
class Calendar:
    """`holidays` are official days off, `workdays` the weekend days worked instead, `published` the years known."""

    holidays: frozenset[date]
    workdays: frozenset[date]
    published: frozenset[int]

    def is_working(self, day: date) -> bool:
        if day in self.workdays:
            return True
        if self.is_estimated(day) and (day.month, day.day) == NEW_YEAR:
            return False
        return day.weekday() < 5 and day not in self.holidays

    def is_estimated(self, day: date) -> bool:
        """Whether `day` lies in a year whose notice is not known: never silently an ordinary week (F10-32)."""
        return day.year not in self.published

    def next_working(self, day: date) -> date:
        """`day` itself if it is a working day, else the first one after it."""
        while not self.is_working(day):
            day += ONE
        return day

    def add_working(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`; `day` itself is not counted. Negative counts go back."""
        step = ONE if count >= 0 else -ONE
        left = abs(count)
        while left:
            day += step
            left -= self.is_working(day)
        return day

    def working_between(self, start: date, end: date) -> int:
        """Working days after `start` up to and including `end`; negative when `end` lies before `start`."""
        if end < start:
            return -self.working_between(end, start)
        days = (start + ONE * offset for offset in range(1, (end - start).days + 1))
        return sum(self.is_working(day) for day in days)
