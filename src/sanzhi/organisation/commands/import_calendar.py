"""Enter the official holiday notice of one year; entering it again replaces the year."""

from datetime import date

from pydantic import Field

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.statutory_holidays import holidays_left_out, needless_workdays
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import CalendarDay, CalendarYear
from sanzhi.organisation.policies import keeps_common, may_administer


class NoticeDay(Order):
    day: date
    is_working: bool
    name: str = ""


class ImportCalendar(Order):
    year: int = Field(ge=2000, le=2100)
    source: str = Field(min_length=2, max_length=200)
    days: list[NoticeDay]


@command("organisation.import_calendar", title="录入放假安排")
def import_calendar(actor: Actor, order: ImportCalendar) -> CalendarYear:
    require(may_administer(actor), keeps_common(actor))
    require(_is_of_its_year(order))
    require(_is_whole(order))
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
