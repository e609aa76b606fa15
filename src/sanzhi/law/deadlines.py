"""Counts a deadline from its rule: unit, start, exclusions, extension, roll-over; and explains itself in sentences."""

import calendar as months
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sanzhi.law.days import UNIT_CAPTIONS, Calendar, DayUnit


@dataclass(frozen=True)
class DeadlineRule:
    """`days` in `unit` after the day of `starts`, which is not counted. `mark` tells how sure the figure is.

    `rolls_over`: a last day that is a day off moves to the next working day (民事诉讼法 §85). `before`: counted back
    from `starts`, so that as many days lie between the act and it (举行听证的七日前). `of_party`: the party's own time, which
    runs out and makes nobody late. `by_promise`: what the authority has promised beside the statute (承诺时限).
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
    before: bool = False
    of_party: bool = False
    by_promise: bool = False

    @property
    def asks_the_calendar(self) -> bool:
        """Plain days and months that roll over nothing are counted without knowing which of them are days off."""
        return self.unit == DayUnit.WORKING or self.rolls_over

    @property
    def caption(self) -> str:
        """7个工作日内, 90日内, 3个工作日前."""
        return f"{self.days}{UNIT_CAPTIONS[self.unit]}{'前' if self.before else '内'}"


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
    *,
    calendar: Calendar,
    exclusions: tuple[Exclusion, ...] = (),
    extensions: tuple[Extension, ...] = (),
) -> Deadline:
    """The deadline of `rule` for what started on `start`."""
    if rule.before:
        return _before(rule, start, calendar=calendar)
    said = [f"{rule.title}：自{start}（{rule.starts}）起{rule.caption}，开始之日不计入（{rule.citation}）。"]
    on = _after(start, rule.days, unit=rule.unit, calendar=calendar)
    for extension in extensions:
        on = _after(on, extension.days, unit=extension.unit, calendar=calendar)
        unit = UNIT_CAPTIONS[extension.unit]
        said.append(f"延长{extension.days}{unit}：{extension.reason}（{extension.citation}）。")
    counted = start  # no day is taken out twice, in whatever order the periods come
    for exclusion in sorted(exclusions, key=lambda period: (period.from_on, period.to_on)):
        on, days = _without(exclusion, counted, on=on, unit=rule.unit, calendar=calendar)
        counted = max(counted, exclusion.to_on)
        said.append(_said_of(exclusion, days, unit=rule.unit))
    if rule.rolls_over and rule.unit != DayUnit.WORKING and not calendar.is_working(on):
        on = calendar.next_working(on)
        said.append(f"届满日为休假日，顺延至{on}（民事诉讼法第八十五条）。")
    unknown = _unknown_years(rule, start, on=on, calendar=calendar)
    if unknown:
        said.append(f"{'、'.join(map(str, unknown))}年放假安排尚未录入，此为估算。")
    return Deadline(rule, start, on, bool(unknown), tuple(said))


@dataclass(frozen=True)
class Left:
    """A last day as pages show it; `days` left in `unit`, negative when it is over: of the party's own time, or overdue.

    `by_promise`: no statute's last day but the one that the authority has promised.
    """

    on: date
    days: int
    unit: str
    of_party: bool = False
    by_promise: bool = False


def days_until(on: date, today: date) -> Left:
    return Left(on, (on - today).days, "个自然日")


def left_until(on: date, today: date, *, unit: DayUnit, calendar: Calendar) -> Left:
    """In working days where the rule counts them, else in calendar days (months too); 0 on the last day."""
    if unit != DayUnit.WORKING:
        return days_until(on, today)
    days = calendar.working_between(today, on)
    return Left(on, days if days or today <= on else -1, "个工作日")


def remaining(deadline: Deadline, today: date, *, calendar: Calendar) -> Left:
    """What is left of the deadline in its own unit."""
    left = left_until(deadline.on, today, unit=deadline.rule.unit, calendar=calendar)
    return replace(left, of_party=deadline.rule.of_party, by_promise=deadline.rule.by_promise)


def add_months(day: date, count: int) -> date:
    """The same day `count` months later, or the month's last day where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, months.monthrange(year, month + 1)[1]))


def _before(rule: DeadlineRule, start: date, *, calendar: Calendar) -> Deadline:
    """The last day from which `days` still lie before `start`: nothing extends them, nothing is taken out."""
    on = _after(start, -rule.days, unit=rule.unit, calendar=calendar)
    said = [f"{rule.title}：{rule.starts}（{start}）的{rule.caption}，当日不计入（{rule.citation}）。"]
    unknown = _unknown_years(rule, start, on=on, calendar=calendar)
    if unknown:
        said.append(f"{'、'.join(map(str, unknown))}年放假安排尚未录入，此为估算。")
    return Deadline(rule, start, on, bool(unknown), tuple(said))


LAST = date(9000, 1, 1)  # a day so far away has no period that anybody could count


def _after(start: date, days: int, *, unit: DayUnit, calendar: Calendar) -> date:
    start = min(start, LAST)
    if unit == DayUnit.WORKING:
        return calendar.add_working(start, days)
    return add_months(start, days) if unit == DayUnit.MONTH else start + timedelta(days=days)


def _unknown_years(rule: DeadlineRule, start: date, *, on: date, calendar: Calendar) -> list[int]:
    """The years whose unknown notice could move the day: none where plain days are counted and nothing rolls over."""
    if rule.unit == DayUnit.WORKING:
        years = range(min(start, on).year, max(start, on).year + 1)
    else:
        years = range(on.year, on.year + rule.rolls_over)
    return [year for year in years if year not in calendar.published]


def _said_of(exclusion: Exclusion, days: int, *, unit: DayUnit) -> str:
    counted = f"{days}{UNIT_CAPTIONS[DayUnit.WORKING if unit == DayUnit.WORKING else DayUnit.CALENDAR]}"
    proof = f"（{exclusion.document}）" if exclusion.document else ""
    return f"扣除{exclusion.from_on}至{exclusion.to_on}共{counted}：{exclusion.reason}{proof}。"


def _without(
    exclusion: Exclusion, start: date, *, on: date, unit: DayUnit, calendar: Calendar
) -> tuple[date, int]:
    """Push `on` by the days of the exclusion that lie between start and the running end."""
    first = max(exclusion.from_on, start + timedelta(days=1))
    if first > min(exclusion.to_on, on):  # over before it begins, or begun after the deadline
        return on, 0
    if unit == DayUnit.WORKING:
        days = calendar.working_between(first - timedelta(days=1), exclusion.to_on)
        return calendar.add_working(on, days), days
    days = (exclusion.to_on - first).days + 1
    return on + timedelta(days=days), days
