"""Enter the official holiday notice of one year; entering it again replaces the year."""

from datetime import date

from pydantic import Field

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
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
    strays = [str(row.day) for row in order.days if row.day.year != order.year]
    require(
        may_administer(actor),
        keeps_common(actor),
        Verdict.when(not strays, f"这些日期不在{order.year}年：{'、'.join(strays[:5])}。"),
        Verdict.when(len({row.day for row in order.days}) == len(order.days), "同一日期出现了两次。"),
    )
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
