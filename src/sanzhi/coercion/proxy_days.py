"""On which day it is done in the party's place: the one that the decision names, or the later one that the party was told (行政强制法 §51)."""

from datetime import date

from sanzhi.coercion.models import Enforcement
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date

LAW = "行政强制法第五十一条第一款第一项、第二项"


def day_of(row: Enforcement) -> date | None:
    return row.moved_to or row.planned_on


def is_the_day(row: Enforcement) -> Verdict:
    day = day_of(row)
    return Verdict.when(
        day == clock.today(),
        f"告知当事人的代履行日期是{chinese_date(day) if day else '尚未确定的'}，不是今天。",
        citation=LAW,
        remedy="请在告知的日期实施；需要改期的，由机关负责人改定代履行日期，并再次催告、写明新的日期。",
    )


def is_ahead(day: date | None) -> Verdict:
    return Verdict.when(
        day is None or day > clock.today(),
        f"代履行日期{chinese_date(day) if day else ''}已经到了或者过了，不能再写在决定书里。",
        citation=LAW,
        remedy="请退回，提出新的代履行日期并催告。",
    )
