"""How long a seizure may last, and until when it does (行政强制法 §25): the days are counted by law.seizure_days."""

from datetime import date, datetime, timedelta

from sanzhi.cases.fixed import tells
from sanzhi.cases.models import Appraisal, Paper, Proceeding
from sanzhi.cases.queries import issued_for
from sanzhi.coercion.models import Seizure
from sanzhi.coercion.queries import seizure_of, unsettled
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.law import seizure_days as days
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due
from sanzhi.law.hours import due_at, hour_rule

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
    return _until(proceeding, prolonged=_prolonged(seizure)) if seizure is not None else None


def until_without_extension(proceeding: Proceeding) -> Deadline | None:
    return _until(proceeding, prolonged=None)


def _until(proceeding: Proceeding, *, prolonged: days.Prolonged | None) -> Deadline | None:
    seizure = seizure_of(proceeding)
    if seizure is None or seizure.begun_on is None:
        return None
    counted = days.seizure_days(
        seizure.begun_on,
        carried_out_on=seizure.begun_on,
        decided_days=seizure.days,
        prolonged=prolonged,
        appraisals=tuple(_appraised(proceeding)),
    )
    told = counted.derivation.lines()
    return Deadline(rule(CLOCK, seizure.begun_on), seizure.begun_on, counted.last_on, False, told)


def _prolonged(seizure: Seizure) -> days.Prolonged | None:
    if seizure.extended_on is None or seizure.extended_days is None:
        return None
    return days.Prolonged(seizure.extended_on, seizure.extended_days, seizure.extended_for)


def _appraised(proceeding: Proceeding) -> list[days.Appraisal]:
    """Those of which the party was told in writing, from then to the day before the result (行政强制法 §25(3))."""
    found = []
    for row in rows_of(proceeding.appraisals):
        paper = _notice_of(proceeding, row)
        if paper is not None:
            last = row.until - timedelta(days=1) if row.until else clock.today()
            what = f"委托{row.appraiser}鉴定、检测"
            found.append(days.Appraisal(row.since, last, what, document=paper.label, told_on=paper.served_on))
    return found


def _notice_of(proceeding: Proceeding, row: Appraisal) -> Paper | None:
    """The notice of this appraisal that was served first."""
    said = {"appraisal": {name: getattr(row, name) for name in ("appraiser", "subject", "question", "since")}}
    papers = [paper for paper in issued_for(proceeding, "appraisal_notice") if tells(paper, said)]
    served = [paper for paper in papers if paper.served_on]
    return min(served, key=lambda paper: paper.served_on or date.max, default=None)


def has_expired(proceeding: Proceeding) -> bool:
    last = until(proceeding)
    return last is not None and clock.today() > last.on


def report_by(seizure: Seizure) -> datetime | None:
    """Until when what was done on the spot must be reported and approved (行政强制法 §19): twenty-four hours."""
    if not seizure.is_urgent or seizure.begun_at is None:
        return None
    begun_at = seizure.begun_at.astimezone(clock.CHINA)
    return due_at(hour_rule(URGENT, begun_at.date()), begun_at).at


def is_reported_in_time(seizure: Seizure) -> bool:
    last = report_by(seizure)
    return last is None or clock.now() <= last


def seizure_clocks(proceeding: Proceeding) -> dict[str, Deadline | None]:
    """What runs: the seizure until all that was taken is settled, the report of one that was urgent."""
    seizure = seizure_of(proceeding)
    if seizure is None or seizure.begun_on is None:
        return {}
    found: dict[str, Deadline | None] = {CLOCK: until(proceeding) if unsettled(proceeding) else None}
    if seizure.is_urgent and seizure.is_regularised is None:
        counted = rule(URGENT, seizure.begun_on)
        found[URGENT] = due(counted, seizure.begun_on, calendar=proceeding.calendar)
    return {key: row for key, row in found.items() if row is not None}
