"""A notice of one year's holidays as it is written: 春节：2月5日至2月11日, and the days that are worked instead.

A line that is no such thing raises Misread, which says where and how it is written.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sanzhi.law.days import chinese_date
from sanzhi.law.holiday_seed import SeedDay

DAY = r"(?:(?P<{0}y>\d{{4}})[年-])?(?P<{0}m>\d{{1,2}})[月-](?P<{0}d>\d{{1,2}})日?"
RUN = re.compile(rf"{DAY.format('a')}(?:[至到~～—]+{DAY.format('b')})?")
BETWEEN = re.compile(r"[、，,;；\s]+")
WORKED = "调休上班"
LONGEST = 12  # days off in a row; a longer run is a slip of the pen


class Misread(ValueError):
    """A line that cannot be read, as a sentence for whoever typed it."""


def days_of(year: int, *, off: str, worked: str) -> tuple[SeedDay, ...]:
    """Where the year departs from the plain week: `off` a holiday a line, `worked` the weekend days, one after another."""
    rows = [SeedDay(day, False, name) for name, day in _off(year, off) if day.weekday() < 5]
    rows += [SeedDay(day, True, WORKED) for day in _worked(year, worked)]
    return tuple(sorted(rows, key=lambda row: row.day))


def _off(year: int, text: str) -> Iterator[tuple[str, date]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        where = f"放假日第{number}行“{line.strip()}”"
        name, mark, said = line.strip().replace(":", "：").partition("：")
        if not (mark and name.strip() and said.strip()):
            raise Misread(f"{where}没有写明节日和日期，请写成“春节：2月5日至2月11日”的样子。")
        for part in filter(None, BETWEEN.split(said.strip())):
            yield from ((name.strip(), day) for day in _run(year, part, where=where))


def _worked(year: int, text: str) -> Iterator[date]:
    for part in filter(None, BETWEEN.split(text.strip())):
        yield from _run(year, part, where=f"调休上班日“{part}”")


def _run(year: int, part: str, *, where: str) -> list[date]:
    found = RUN.fullmatch(part)
    if found is None:
        raise Misread(f"{where}中的“{part}”不是日期，请写成“2月5日”或者“2月5日至2月11日”的样子。")
    first = _day(year, found, end="a", where=where)
    last = _day(year, found, end="b", where=where) if found["bm"] else first
    if last < first:
        raise Misread(f"{where}的结束日在开始日以前，请核对；跨年的，另一年的日子录入另一年。")
    if (last - first).days >= LONGEST:
        raise Misread(f"{where}连续{(last - first).days + 1}日，没有这样长的假期，请核对起止日期。")
    return [first + timedelta(days=at) for at in range((last - first).days + 1)]


def _day(year: int, found: re.Match[str], *, end: str, where: str) -> date:
    said = int(found[f"{end}y"] or year), int(found[f"{end}m"]), int(found[f"{end}d"])
    try:
        day = date(*said)
    except ValueError:
        raise Misread(f"{where}中没有{said[1]}月{said[2]}日这一天，请核对。") from None
    if day.year != year:
        raise Misread(f"{where}中的{chinese_date(day)}不在{year}年，请录入该日所在的年份。")
    return day
