"""Official days off and 调休 working days from the `holidays` package, for the years it knows completely.

It silently omits the 调休 of a year whose notice is not out yet, so only the years listed here are taken.
"""

from dataclasses import dataclass
from datetime import date

import holidays

COMPLETE_YEARS = range(2019, 2027)


@dataclass(frozen=True)
class SeedDay:
    day: date
    is_working: bool
    name: str


def seed(year: int) -> tuple[SeedDay, ...]:
    """Where the year departs from the plain week. ValueError for a year that is not known completely."""
    if year not in COMPLETE_YEARS:
        raise ValueError(f"{year} is not known completely")
    public = holidays.country_holidays("CN", years=year, categories=("public",))
    rows = [
        SeedDay(day, False, name) for day, name in public.items() if day.weekday() < 5 and day.year == year
    ]
    rows += [SeedDay(day, True, "调休上班") for day in public.weekend_workdays if day.year == year]
    return tuple(sorted(rows, key=lambda row: row.day))
