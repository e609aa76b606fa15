"""Counts a deadline from its rule: unit, start, exclusions, extension, roll-over; and explains itself in sentences."""

import calendar as months
from dataclasses import dataclass
from datetime import date, timedelta

from sanzhi.law.days import UNIT_CAPTIONS, Calendar, DayUnit


@dataclass(frozen=True)
class DeadlineRule:
    """`days` in `unit` after the day of `starts`, which is not counted. `mark` tells how sure the figure is.

    `rolls_over`: a last day that is a day off moves to the next working day (民事诉讼法 §85).
    """

    key: str
    title: str
    days: int
    unit: DayUnit
    starts: str
    rolls_over: bool
    citation: str
    valid_from: date = date(1900, 1, 1)
    valid_to: date | None = None
    mark: str = "原文"

    @property
    def caption(self) -> str:
        """7个工作日内, 90日内."""
        return f"{self.days}{UNIT_CAPTIONS[self.unit]}内"


@dataclass(frozen=True)
class Exclusion:
    """A period that does not count, both days included; `document` is the paper that proves it (F10-34)."""

    from_on: date
    to_on: date
    reason: str
    document: str = ""


@dataclass(frozen=True)
class Extension:
    days: int
    unit: DayUnit
    reason: str
    citation: str


@dataclass(frozen=True)
class Deadline:
    """`on` is the last day on which the act is in time; `estimated` when a year's notice is not known yet."""

    rule: DeadlineRule
    start: date
    on: date
    estimated: bool
    explained: tuple[str, ...]


def due(
    rule: DeadlineRule,
    start: date,
    calendar: Calendar,
    *,
    exclusions: tuple[Exclusion, ...] = (),
    extensions: tuple[Extension, ...] = (),
) -> Deadline:
    """The deadline of `rule` for what started on `start`."""
    said = [f"{rule.title}：自{start}（{rule.starts}）起{rule.caption}，开始之日不计入（{rule.citation}）。"]
    on = _after(start, rule.days, rule.unit, calendar)
    for extension in extensions:
        on = _after(on, extension.days, extension.unit, calendar)
        unit = UNIT_CAPTIONS[extension.unit]
        said.append(f"延长{extension.days}{unit}：{extension.reason}（{extension.citation}）。")
    for exclusion in exclusions:
        on, days = _without(exclusion, start, on, rule.unit, calendar)
        said.append(f"扣除{exclusion.from_on}至{exclusion.to_on}共{days}{UNIT_CAPTIONS[rule.unit]}：{exclusion.reason}。")
    if rule.rolls_over and rule.unit != DayUnit.WORKING and not calendar.is_working(on):
        on = calendar.next_working(on)
        said.append(f"届满日为休假日，顺延至{on}（民事诉讼法第八十五条）。")
    estimated = calendar.is_estimated(on) or calendar.is_estimated(start)
    if estimated:
        said.append(f"{on.year}年放假安排尚未录入，此为估算。")
    return Deadline(rule, start, on, estimated, tuple(said))


def remaining(deadline: Deadline, today: date, calendar: Calendar) -> int:
    """Days left in the deadline's own unit (months count in days); 0 on the last day, negative when overdue."""
    if deadline.rule.unit == DayUnit.WORKING:
        left = calendar.working_between(today, deadline.on)
        return left if left or today <= deadline.on else -1
    return (deadline.on - today).days


def add_months(day: date, count: int) -> date:
    """The same day `count` months later, or the month's last day where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def _after(start: date, days: int, unit: DayUnit, calendar: Calendar) -> date:
    if unit == DayUnit.WORKING:
        return calendar.add_working(start, days)
    return add_months(start, days) if unit == DayUnit.MONTH else start + timedelta(days=days)


def _without(exclusion: Exclusion, start: date, on: date, unit: DayUnit, calendar: Calendar) -> tuple[date, int]:
    """Push `on` by the days of the exclusion that lie between start and the running end."""
    first = max(exclusion.from_on, start + timedelta(days=1))
    if first > min(exclusion.to_on, on):
        return on, 0
    if unit == DayUnit.WORKING:
        days = calendar.working_between(first - timedelta(days=1), exclusion.to_on)
        return calendar.add_working(on, days), days
    days = (exclusion.to_on - first).days + 1
    return on + timedelta(days=days), days
