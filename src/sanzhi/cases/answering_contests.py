"""By when we reply to a reconsideration or a suit (行政复议法 §48, §54; 行政诉讼法 §67)."""

from datetime import date

from sanzhi.cases.contests import pending_contest
from sanzhi.cases.models import Contest, ContestWay, Proceeding
from sanzhi.law.days import Calendar
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due


def reply_key(row: Contest) -> str:
    if row.way == ContestWay.LITIGATION:
        return "suit_reply"
    return "reconsideration_reply_simplified" if row.is_simplified else "reconsideration_reply"


def reply_due(row: Contest, *, copy_on: date, calendar: Calendar) -> Deadline:
    return due(rule(reply_key(row), copy_on), copy_on, calendar=calendar)


def reply_clock(proceeding: Proceeding) -> Deadline | None:
    """The reply that is still owed, once the copy has reached us."""
    row = pending_contest(proceeding)
    if row is None or row.copy_on is None or row.replied_on is not None:
        return None
    return reply_due(row, copy_on=row.copy_on, calendar=proceeding.calendar)
