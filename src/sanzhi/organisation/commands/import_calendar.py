"""Enter the official holiday notice of one year; entering it again replaces the year.

It moves every period of working days: one proposes it, another confirms. What no notice ever said is refused.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from pydantic import Field

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Joint, Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.statutory_holidays import holidays_left_out, needless_workdays
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import CalendarDay, CalendarYear
from sanzhi.organisation.policies import keeps_common
from sanzhi.organisation.roles import Role

MOST_IN_A_ROW = 12  # days off, weekends counted; the longest yet was the ten of 2020
MOST_DAYS = 45  # listed in one notice
MOST_WEEKENDS = 2  # worked one after the other


class NoticeDay(Order):
    day: date
    is_working: bool
    name: str = ""


class ImportCalendar(Order):
    year: int = Field(ge=2000, le=2100)
    source: str = Field(min_length=2, max_length=200)
    days: list[NoticeDay]


def _objects(actor: Actor, order: ImportCalendar) -> Verdict:
    return (
        keeps_common(actor)
        & _is_of_its_year(order)
        & is_plausible(order)
        & (_is_whole(order) if _is_of_its_year(order) else Verdict.yes())
    )


def _told(order: ImportCalendar) -> str:
    """Which days the year takes off and which it works, as who confirms compares them with the notice."""
    off = [row.day for row in order.days if not row.is_working]
    at_work = "、".join(f"{row.day:%m-%d}" for row in order.days if row.is_working) or "无"
    said = "、".join(f"{run[0]:%m-%d}至{run[-1]:%m-%d}" for run in runs(off)) or "无"
    return f"{order.year}年放假安排（{order.source}）：放假{said}；上班{at_work}"


def _seen(order: ImportCalendar) -> str:
    """When the year that it replaces was entered."""
    row = CalendarYear.objects.filter(year=order.year).first()
    return row.entered_at.isoformat() if row else ""


JOINT = Joint(
    proposes=(Role.ADMINISTRATOR,),
    confirms=(Role.SECURITY, Role.AUDITOR),
    names=("year",),
    tells=_told,
    sees=_seen,
    objects=_objects,
)


@command("organisation.import_calendar", title="录入放假安排", internal=True, joint=JOINT)
def import_calendar(actor: Actor, order: ImportCalendar) -> CalendarYear:
    require(_objects(actor, order))
    for old in CalendarDay.objects.filter(day__year=order.year):
        old.delete()
    CalendarDay.objects.bulk_create(CalendarDay(**row.model_dump()) for row in order.days)
    year = CalendarYear.objects.filter(year=order.year).first() or CalendarYear(year=order.year)
    year.source, year.entered_at = order.source, clock.now()
    year.save()
    record(
        events.CALENDAR_IMPORTED,
        actor=actor,
        subject=year,
        facts={"year": order.year, "days": len(order.days)},
    )
    return year


def _is_of_its_year(order: ImportCalendar) -> Verdict:
    strays = [str(row.day) for row in order.days if row.day.year != order.year]
    return Verdict.when(not strays, f"这些日期不在{order.year}年：{'、'.join(strays[:5])}。") & Verdict.when(
        len({row.day for row in order.days}) == len(order.days), "同一日期出现了两次。"
    )


def runs(days: Iterable[date]) -> list[list[date]]:
    """Days that follow each other, together."""
    found: list[list[date]] = []
    for day in sorted(days):
        if found and day - found[-1][-1] == timedelta(days=1):
            found[-1].append(day)
        else:
            found.append([day])
    return found


def is_plausible(order: ImportCalendar) -> Verdict:
    """A year that takes a month off moves every period of working days (全国年节及纪念日放假办法)."""
    listed = {row.day: row.is_working for row in order.days}
    first = date(order.year, 1, 1)
    year = [first + timedelta(days=n) for n in range((date(order.year, 12, 31) - first).days + 1)]
    longest = max(map(len, runs(day for day in year if not listed.get(day, day.weekday() < 5))), default=0)
    weekends = [day - timedelta(days=day.weekday()) for day in listed if listed[day] and day.weekday() > 4]
    weeks = runs(date.fromordinal(day.toordinal() // 7) for day in set(weekends))
    said, remedy = "没有一年的放假通知是这样的，没有保存：", "请逐日对照国务院办公厅的通知。"
    return (
        Verdict.when(
            longest <= MOST_IN_A_ROW, f"{said}连续放假{longest}日，超过{MOST_IN_A_ROW}日。", remedy=remedy
        )
        & Verdict.when(
            len(listed) <= MOST_DAYS, f"{said}共列{len(listed)}日，超过{MOST_DAYS}日。", remedy=remedy
        )
        & Verdict.when(
            max(map(len, weeks), default=0) <= MOST_WEEKENDS,
            f"{said}连续{MOST_WEEKENDS + 1}个以上的周末都调休上班。",
            remedy=remedy,
        )
    )


def _is_whole(order: ImportCalendar) -> Verdict:
    """A year that counts as known and lacks its holidays makes every period of working days too short."""
    off = [row.day for row in order.days if not row.is_working]
    at_work = [row.day for row in order.days if row.is_working]
    left_out = holidays_left_out(order.year, off=off, at_work=at_work)
    needless = needless_workdays(at_work)
    return Verdict.when(
        not left_out,
        f"{order.year}年的放假安排里没有{'、'.join(left_out)}，或者没有录全，没有保存：按它推算的工作日期限会提前届满。",
        citation="全国年节及纪念日放假办法第二条",
        remedy="请按国务院办公厅的通知录入全年的放假日和调休上班日；通知还没有公布的，先不录入，期限注明“估算”。",
    ) & Verdict.when(
        not needless,
        f"这些日期不是周六、周日，本来就上班，不是调休：{'、'.join(map(str, needless[:5]))}。",
        remedy="请核对日期；放假的，填为不上班。",
    )
