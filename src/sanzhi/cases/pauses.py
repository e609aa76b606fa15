"""What lengthens or stops the time of a proceeding: extensions, suspensions, appraisals (行政处罚法 §60)."""

from datetime import date, timedelta

from sanzhi.cases.models import Appraisal, Delay, Proceeding, Suspension
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Exclusion, Extension
from sanzhi.law.not_counted import not_counted


def delays(proceeding: Proceeding, of: str = "case_decision") -> tuple[Delay, ...]:
    """What was granted or explained of the deadline `of`."""
    return tuple(row for row in rows_of(proceeding.delays) if row.clock == of)


def extensions(proceeding: Proceeding, of: str = "case_decision") -> tuple[Extension, ...]:
    """What was added to the deadline `of`."""
    granted = [row for row in delays(proceeding, of) if row.days]
    if not granted:
        return ()
    allowed = rule(f"{of}_extension", proceeding.step_since)
    return tuple(Extension(row.days or 0, allowed.unit, row.reason, allowed.citation) for row in granted)


def exclusions(proceeding: Proceeding) -> tuple[Exclusion, ...]:
    """What does not count towards the time for the decision; the day on which it goes on counts again."""
    rows = [("suspension", row.since, row.until, row.reason) for row in _suspensions(proceeding)]
    rows += [("appraisal", row.since, row.until, row.question) for row in _appraisals(proceeding)]
    found = []
    for key, since, until, reason in rows:
        allowed = not_counted(key, since)
        last = until - timedelta(days=1) if until else clock.today()
        if allowed is not None and since <= last:
            found.append(Exclusion(since, last, f"{allowed.title}：{reason}"))
    return tuple(found)


def stood_still(proceeding: Proceeding, day: date) -> bool:
    """Whether the proceeding was suspended on `day`; on the day of resuming it goes on."""
    return any(
        row.since <= day and (row.until is None or day < row.until) for row in _suspensions(proceeding)
    )


def _suspensions(proceeding: Proceeding) -> tuple[Suspension, ...]:
    return rows_of(proceeding.suspensions)


def _appraisals(proceeding: Proceeding) -> tuple[Appraisal, ...]:
    return rows_of(proceeding.appraisals)


def suspension(proceeding: Proceeding) -> Suspension | None:
    """The suspension under which the proceeding stands still today."""
    return next((row for row in _suspensions(proceeding) if row.until is None), None)


def appraisal(proceeding: Proceeding, *, newest: bool = False) -> Appraisal | None:
    """The appraisal whose result is awaited; the newest of all where that is asked for."""
    rows = [row for row in _appraisals(proceeding) if newest or row.until is None]
    return rows[-1] if rows else None
