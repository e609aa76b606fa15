"""Official days off and 调休 working days from the `holidays` package, for the years it knows completely.

It silently omits the 调休 of a year whose notice is not out yet, so only the years listed here are taken.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import holidays

COMPLETE_YEARS = range(2019, 2027)


@dataclass(frozen=True)
class SeedDay:
    day: date
    is_working: bool
    name: str


def is_complete(year: int) -> bool:
    """Whether the year's notice is known with its 调休."""
    return year in COMPLETE_YEARS


def seed(year: int) -> tuple[SeedDay, ...]:
    """Where the year departs from the plain week. ValueError for a year that is not known completely."""
    if not is_complete(year):
        raise ValueError(f"{year} is not known completely")
    public = _public(year)
    rows = [SeedDay(day, True, "调休上班") for day in public.weekend_workdays if day.year == year]
    return _sorted([*_days_off(public, year), *rows])


def assumed(year: int) -> tuple[SeedDay, ...]:
    """The statutory holidays of a year whose notice is not known, without any 调休: for inventions only."""
    return _sorted(_days_off(_public(year), year))


@lru_cache(maxsize=8)
def statutory(year: int) -> frozenset[date]:
    """Every day that is a holiday in that year, those on weekends too, whether its notice is known or not."""
    return frozenset(day for day in _public(year) if day.year == year)


def _public(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("CN", years=year, categories=("public",))


def _days_off(public: holidays.HolidayBase, year: int) -> list[SeedDay]:
    return [
        SeedDay(day, False, name) for day, name in public.items() if day.weekday() < 5 and day.year == year
    ]


def _sorted(rows: list[SeedDay]) -> tuple[SeedDay, ...]:
    return tuple(sorted(rows, key=lambda row: row.day))
