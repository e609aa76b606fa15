"""How long a seizure may last, and until when it does (行政强制法 §25): days without gaps, counted by law/."""

from datetime import date, datetime, timedelta

from sanzhi.cases.fixed import tells
from sanzhi.cases.models import Appraisal, Proceeding
from sanzhi.cases.queries import issued_for
from sanzhi.coercion.models import Seizure
from sanzhi.coercion.queries import seizure_of, unsettled
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.law.days import DayUnit
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, Exclusion, Extension, due

CLOCK, EXTENSION, URGENT = "seizure", "seizure_extension", "urgent_report"
LAW = "行政强制法第二十五条"


def most_days() -> int:
    """The longest that may be decided at once, in days."""
    return rule(CLOCK, clock.today()).days


def most_days_more() -> int:
    return rule(EXTENSION, clock.today()).days


def until(proceeding: Proceeding) -> Deadline | None:
    """The last day of the seizure: as decided, as extended, appraisals that the party was told taken out."""
    seizure = seizure_of(proceeding)
    return _until(proceeding, extensions=_extended(seizure)) if seizure is not None else None


def until_without_extension(proceeding: Proceeding) -> Deadline | None:
    return _until(proceeding, extensions=())


def _until(proceeding: Proceeding, *, extensions: tuple[Extension, ...]) -> Deadline | None:
    seizure = seizure_of(proceeding)
    if seizure is None or seizure.begun_on is None:
        return None
    counted = rule(CLOCK, seizure.begun_on)
    shorter = Extension(
        seizure.days - counted.days, DayUnit.CALENDAR, "决定书所写的期限短于法定最长期限", LAW
    )
    less = (shorter,) if shorter.days else ()
    return due(
        counted,
        seizure.begun_on,
        calendar=proceeding.calendar,
        exclusions=_appraised(proceeding),
        extensions=(*less, *extensions),
    )


def _extended(seizure: Seizure) -> tuple[Extension, ...]:
    if seizure.extended_days is None:
        return ()
    return (Extension(seizure.extended_days, DayUnit.CALENDAR, seizure.extended_for, LAW),)


def _appraised(proceeding: Proceeding) -> tuple[Exclusion, ...]:
    """From the day on which the party was told in writing to the day of the result (行政强制法 §25(3))."""
    found = []
    for row in rows_of(proceeding.appraisals):
        told = told_of(proceeding, row)
        if told is not None:
            last = row.until - timedelta(days=1) if row.until else clock.today()
            if told <= last:
                found.append(Exclusion(told, last, f"委托{row.appraiser}鉴定、检测"))
    return tuple(found)


def told_of(proceeding: Proceeding, row: Appraisal) -> date | None:
    """The day on which the notice of this appraisal was served."""
    said = {"appraisal": {name: getattr(row, name) for name in ("appraiser", "subject", "question", "since")}}
    papers = (paper for paper in issued_for(proceeding, "appraisal_notice") if tells(paper, said))
    return min((paper.served_on for paper in papers if paper.served_on), default=None)


def has_expired(proceeding: Proceeding) -> bool:
    last = until(proceeding)
    return last is not None and clock.today() > last.on


def report_by(seizure: Seizure) -> datetime | None:
    """Until when what was done on the spot must be reported and approved (行政强制法 §19): twenty-four hours."""
    if not seizure.is_urgent or seizure.begun_at is None:
        return None
    return seizure.begun_at + timedelta(hours=24)


def is_reported_in_time(seizure: Seizure) -> bool:
    last = report_by(seizure)
    return last is None or clock.now() <= last


def clocks(proceeding: Proceeding) -> dict[str, Deadline | None]:
    """What runs: the seizure until all that was taken is settled, the report of one that was urgent."""
    seizure = seizure_of(proceeding)
    if seizure is None or seizure.begun_on is None:
        return {}
    found: dict[str, Deadline | None] = {CLOCK: until(proceeding) if unsettled(proceeding) else None}
    if seizure.is_urgent and seizure.is_regularised is None:
        counted = rule(URGENT, seizure.begun_on)
        found[URGENT] = due(counted, seizure.begun_on, calendar=proceeding.calendar)
    return {key: row for key, row in found.items() if row is not None}
