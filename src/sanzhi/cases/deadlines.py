"""The deadlines of a case, counted by law/ from the days that the case itself holds."""

from dataclasses import dataclass
from datetime import date

from sanzhi.cases import queries
from sanzhi.cases.models import Case
from sanzhi.kernel import clock
from sanzhi.law.days import Calendar
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due, remaining
from sanzhi.organisation import queries as organisation


def working_calendar(case: Case | None = None) -> Calendar:
    """The official calendar; asked once for each loaded case."""
    if case is None:
        return organisation.calendar()
    known: Calendar | None = case.__dict__.get("_calendar")
    if known is None:
        known = case.__dict__["_calendar"] = organisation.calendar()
    return known


def served_on(case: Case, *forms: str) -> date | None:
    """The day on which the newest issued paper of these forms was served."""
    days = [paper.served_on for paper in queries.papers(case) if paper.form in forms and paper.served_on]
    return max(days) if days else None


def plea_deadline(case: Case) -> Deadline | None:
    return _from(case, served_on(case, "D29", "D30"), key="plea")


def hearing_request_deadline(case: Case) -> Deadline | None:
    return _from(case, served_on(case, "D30"), key="hearing_request")


def decision_deadline(case: Case) -> Deadline | None:
    """Ninety days from the filing (行政处罚法 §60)."""
    return _from(case, case.filed_on, key="case_decision")


def payment_deadline(case: Case) -> Deadline | None:
    """Fifteen days from receipt of the decision (行政处罚法 §67)."""
    return _from(case, served_on(case, "D41", "D43"), key="payment")


def service_deadline(case: Case) -> Deadline | None:
    return _from(case, case.decided_on, key="service")


def lead_deadline(case: Case) -> Deadline | None:
    return _from(case, case.registered_on, key="lead_check")


def check_by(case: Case) -> date | None:
    deadline = lead_deadline(case)
    return deadline.on if deadline else None


def earliest_hearing_day(notified_on: date) -> date:
    """The first day on which a hearing notified on `notified_on` may be held (行政处罚法 §64(2))."""
    return working_calendar().add_working(notified_on, 7)


def _from(case: Case, start: date | None, *, key: str) -> Deadline | None:
    return due(rule(key, start), start, calendar=working_calendar(case)) if start else None


@dataclass(frozen=True)
class Countdown:
    """A deadline as pages show it; `days` left, negative when overdue."""

    title: str
    on: date
    days: int
    citation: str
    is_estimated: bool


def countdowns(case: Case) -> tuple[Countdown, ...]:
    """The deadlines that still run for the case, the nearest first."""
    if case.closed_on:
        return ()
    running = []
    if case.step == "lead":
        running.append(lead_deadline(case))
    if case.filed_on and not case.decided_on:
        running.append(decision_deadline(case))
        running.append(plea_deadline(case) if case.step in {"notice", "plea"} else None)
    if case.step == "service":
        running.append(service_deadline(case))
    if case.step == "performance":
        running.append(payment_deadline(case))
    calendar = working_calendar(case)
    rows = [_countdown(deadline, calendar) for deadline in running if deadline is not None]
    return tuple(sorted(rows, key=lambda row: row.on))


def _countdown(deadline: Deadline, calendar: Calendar) -> Countdown:
    left = remaining(deadline, clock.today(), calendar=calendar)
    return Countdown(deadline.rule.title, deadline.on, left, deadline.rule.citation, deadline.estimated)
