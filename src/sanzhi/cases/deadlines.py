"""The deadlines of a proceeding, counted by law/ from the days that it holds."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import overload

from sanzhi.cases import board, pauses, queries
from sanzhi.cases.answering_contests import reply_clock
from sanzhi.cases.models import Paper, Proceeding
from sanzhi.documents import queries as documents
from sanzhi.kernel import clock
from sanzhi.law.days import Calendar
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, Left, due, left_until, remaining
from sanzhi.organisation import queries as organisation


def working_calendar() -> Calendar:
    return organisation.calendar()


def served_on(proceeding: Proceeding, *purposes: str) -> date | None:
    """The day on which the newest issued paper for these purposes was served."""
    served = (paper.served_on for paper in queries.issued_for(proceeding, *purposes))
    return max((day for day in served if day is not None), default=None)


def decision_paper(proceeding: Proceeding) -> Paper | None:
    decision = getattr(proceeding, "decision", None)
    own = (row for row in queries.papers(proceeding) if decision and row.document_id == decision.document_id)
    return next(own, None)


def last_issued_at(proceeding: Proceeding, *, nature: str) -> datetime | None:
    """When the newest paper of this nature was issued."""
    found = (row.document for row in queries.papers(proceeding) if documents.form(row.form).nature == nature)
    return max((row.issued_at for row in found if row.issued_at), default=None)


def decision_served_on(proceeding: Proceeding) -> date | None:
    """The day on which the paper of the decision was served."""
    paper = decision_paper(proceeding)
    return paper.served_on if paper else None


def counts_from(proceeding: Proceeding, *purposes: str) -> date | None:
    """From which day the party's time runs after the newest served paper for these purposes."""
    days = (paper.counts_from for paper in queries.issued_for(proceeding, *purposes))
    return max((day for day in days if day is not None), default=None)


def decision_counts_from(proceeding: Proceeding) -> date | None:
    """From which day the party's time runs after the decision: to pay, to ask for remedies."""
    paper = decision_paper(proceeding)
    return paper.counts_from if paper else None


# for what is counted without it: the official calendar is a question to the database
NO_CALENDAR = Calendar(frozenset(), frozenset(), frozenset())

# from which day a deadline of law/ is counted in a proceeding
STARTS: dict[str, Callable[[Proceeding], date | None]] = {
    "lead_check": lambda row: row.case.registered_on,
    "case_decision": lambda row: row.filed_on,
    "plea": lambda row: counts_from(row, *board.notices(row)),
    "hearing_request": lambda row: counts_from(row, "hearing_notice"),
    "service": lambda row: row.decided_on,
    "payment": decision_counts_from,
}


EXTENDED = frozenset({"case_decision", "lead_check"})


def deadline(proceeding: Proceeding, key: str) -> Deadline | None:
    """The deadline `key` of the proceeding, or None as long as it has not begun."""
    start = STARTS[key](proceeding) if key in STARTS else None
    if start is None:
        return None
    left_out = pauses.exclusions(proceeding) if key == "case_decision" else ()
    granted = pauses.extensions(proceeding, key) if key in EXTENDED else ()
    counted = rule(key, start)
    days = proceeding.calendar if counted.asks_the_calendar or left_out or granted else NO_CALENDAR
    return due(counted, start, calendar=days, exclusions=left_out, extensions=granted)


def earliest_hearing_day(proceeding: Proceeding, notified_on: date) -> date:
    """The first day on which a hearing notified on `notified_on` may be held (行政处罚法 §64(2))."""
    return proceeding.calendar.add_working(notified_on, 7)


def is_hearing_day_estimated(proceeding: Proceeding, notified_on: date) -> bool:
    """Whether those days reach into a year whose holidays are not known."""
    days = proceeding.calendar
    return days.is_estimated(notified_on) or days.is_estimated(days.add_working(notified_on, 7))


@dataclass(frozen=True)
class Countdown:
    """A deadline as pages show it; `days` left in its own `unit`, negative when it is over; `of_party` as in its rule."""

    title: str
    on: date
    days: int
    citation: str
    is_estimated: bool
    unit: str
    of_party: bool


def countdowns(proceeding: Proceeding) -> tuple[Countdown, ...]:
    """The deadlines that still run for the proceeding, the nearest first."""
    step, reply = queries.current_step(proceeding), reply_clock(proceeding)
    if step is None:
        return (_countdown(reply, proceeding),) if reply else ()
    running = {step.within}
    if not proceeding.decided_on:
        running |= {row.within for row in queries.procedure_of(proceeding).deciding}
    own = board.clocks(proceeding)
    found = [own.get(key, deadline(proceeding, key)) for key in sorted(running - {""})]
    found += [row for key, row in own.items() if key not in running and key != "payment"]
    shown = (_countdown(row, proceeding) for row in (*found, reply) if row is not None)
    return tuple(sorted(shown, key=lambda row: row.on))


def _countdown(deadline: Deadline, proceeding: Proceeding) -> Countdown:
    days = proceeding.calendar if deadline.rule.asks_the_calendar else NO_CALENDAR
    left = remaining(deadline, clock.today(), calendar=days)
    rule_of = deadline.rule
    return Countdown(
        title=rule_of.title,
        on=deadline.on,
        days=left.days,
        citation=rule_of.citation,
        is_estimated=deadline.estimated,
        unit=left.unit,
        of_party=left.of_party,
    )


@overload
def time_left(on: date, key: str, *, calendar: Calendar) -> Left: ...
@overload
def time_left(on: date | None, key: str, *, calendar: Calendar) -> Left | None: ...
def time_left(on: date | None, key: str, *, calendar: Calendar) -> Left | None:
    """What is left until a last day, in the unit of the rule `key` by which it was counted; lists read the calendar once."""
    if on is None:
        return None
    return left_until(on, clock.today(), unit=rule(key, clock.today()).unit, calendar=calendar)


def main_deadline(proceeding: Proceeding) -> Deadline | None:
    """For a list of many cases: of a lead its check, of a case its decision (行政处罚法 §54, §60); none once it is decided.

    Other kinds name a clock of their own.
    """
    if keys := board.main_clocks(proceeding):
        own = board.clocks(proceeding)
        return next((found for key in keys if (found := own.get(key)) is not None), None)
    if proceeding.decided_on:
        return None
    return deadline(proceeding, "case_decision" if proceeding.filed_on else "lead_check")


def main_terms(proceeding: Proceeding) -> tuple[Left, ...]:
    """What is left until the main deadline, and until what the kind has promised beside it; the nearer first."""
    rows = [main_deadline(proceeding)]
    if board.main_clocks(proceeding):  # of the others everything would have to be asked
        rows += (row for row in board.clocks(proceeding).values() if row is not None and row.rule.by_promise)
    days, today = proceeding.calendar, clock.today()
    found = (remaining(row, today, calendar=days) for row in rows if row is not None)
    return tuple(sorted(found, key=lambda left: left.on))
