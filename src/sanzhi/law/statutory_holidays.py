"""What a notice of one year's holidays must hold to be whole: the days that are off in every year, and no day that contradicts the week."""

from collections.abc import Iterable
from datetime import date, timedelta

# 全国年节及纪念日放假办法 §2: days with a date of their own; those of the moon fall on another one each year
FIXED = {"元旦": ((1, 1),), "劳动节": ((5, 1),), "国庆节": ((10, 1), (10, 2), (10, 3))}
SPRING = (
    (1, 20),
    (2, 24),
)  # 春节 begins between the 21st of January and the 21st of February, and is off for three days at least


def holidays_left_out(year: int, *, off: Iterable[date], at_work: Iterable[date]) -> list[str]:
    """The holidays of which `off` has not each day that no weekend gives, or which are worked."""
    given, worked = set(off), set(at_work)

    def is_off(day: date) -> bool:
        return day not in worked and (day in given or day.weekday() > 4)

    left_out = [
        name for name, days in FIXED.items() if not all(is_off(date(year, *month_day)) for month_day in days)
    ]
    first, last = (date(year, *month_day) for month_day in SPRING)
    spring = (first + timedelta(days=at) for at in range((last - first).days + 1))
    if not any(day in given and day.weekday() < 5 for day in spring):
        left_out.append("春节")
    return left_out


def needless_workdays(at_work: Iterable[date]) -> list[date]:
    """Days said to be worked instead that are worked anyhow: only a Saturday or a Sunday can be."""
    return [day for day in at_work if day.weekday() < 5]
