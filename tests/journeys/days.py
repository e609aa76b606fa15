"""The days of a story: what the served bureau takes for now, moved forwards only."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sanzhi.law.holiday_seed import assumed, is_complete, seed

CHINA = ZoneInfo("Asia/Shanghai")


def is_off(day: date) -> bool:
    """Whether nobody is at work; of a year without a notice, by the statutory holidays."""
    rows = {row.day: row.is_working for row in (seed if is_complete(day.year) else assumed)(day.year)}
    return not rows.get(day, day.weekday() < 5)


@dataclass
class Days:
    """`file` holds by how many seconds the bureau is ahead of the machine."""

    file: Path
    ahead: timedelta = timedelta()

    @property
    def now(self) -> datetime:
        return datetime.now(CHINA) + self.ahead

    @property
    def today(self) -> date:
        return self.now.date()

    def day(self, later: int) -> str:
        """As a page wants it: so many days from today."""
        return (self.today + timedelta(days=later)).isoformat()

    def working(self, later: int) -> str:
        """The same, or the first working day after it: to where `pass_by` leads."""
        then = self.today + timedelta(days=later)
        while is_off(then):
            then += timedelta(days=1)
        return then.isoformat()

    def pass_by(self, *, days: int = 0, minutes: int = 0) -> None:
        """So much later; days end on the morning of a working day."""
        then = self.now + timedelta(days=days, minutes=minutes)
        if days:
            then = datetime.combine(then.date(), time(9, 30), CHINA)
            while is_off(then.date()):
                then += timedelta(days=1)
        self.ahead += then - self.now
        written = self.file.with_suffix(".new")
        written.write_text(str(self.ahead.total_seconds()), encoding="ascii")
        written.replace(self.file)  # the server reads it at any moment
