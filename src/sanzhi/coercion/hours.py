"""When nothing is executed: at night and on statutory holidays, but for urgency (行政强制法 §43)."""

from datetime import date, datetime, time

from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.holiday_seed import statutory
from sanzhi.law.limits import limit

LAW = "行政强制法第四十三条第一款"


def is_holiday(proceeding: Proceeding, day: date) -> bool:
    """By the notice of the year, and by the law itself where that falls on a weekend or no notice is entered yet."""
    return day in proceeding.calendar.holidays or day in statutory(day.year)


def is_by_day(proceeding: Proceeding, begun_at: datetime, *, urgent_for: str) -> Verdict:
    """From its beginning to this moment by day and on no holiday; else the urgency is on record.

    When the night is, the law does not say (建议).
    """
    moments = [moment.astimezone(clock.CHINA) for moment in (begun_at, clock.now())]
    night = limit("night", clock.today())
    begins, ends = (time.fromisoformat(word) for word in night.words)
    at_night = any(moment.time() >= begins or moment.time() < ends for moment in moments)
    on_holiday = any(is_holiday(proceeding, moment.date()) for moment in moments)
    when = "夜间" if at_night else "法定节假日"
    return Verdict.when(
        not (at_night or on_holiday) or len(urgent_for.strip()) >= 10,
        f"不得在{when}实施行政强制执行（夜间按{night.words[0]}至次日{night.words[1]}，{night.mark}）。",
        citation=LAW,
        remedy="请改在工作时间实施；情况紧急的，写明紧急的情况（不少于十个字）。",
    )
