"""The clocks of a requisition: to give back, to decide the compensation, to pay it."""

from datetime import date

from sanzhi.cases.deadlines import decision_counts_from
from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due
from sanzhi.requisition.guards import compensated
from sanzhi.requisition.queries import COMPENSATION, left_to_pay, requisition_of, things_of, unsettled

BACK, DECIDE, PAY = "requisition_return", "requisition_compensation", "requisition_payment"


def must_return(proceeding: Proceeding) -> str:
    """Why what is still used goes back at once; empty as long as it may be used."""
    row = requisition_of(proceeding)
    if row is None or not unsettled(proceeding):
        return ""
    if row.use_ended_on is not None:
        return f"已经停止使用：{row.get_use_ended_for_display()}"
    return "征用期限已经届满" if clock.today() > row.last_on else ""


def clocks(proceeding: Proceeding) -> dict[str, Deadline | None]:
    found = {BACK: _from(BACK, _ended(proceeding), of=proceeding)}
    if proceeding.procedure_key == COMPENSATION:
        undecided = proceeding.decided_on is None
        found = {
            DECIDE: _from(DECIDE, _settled(proceeding), of=proceeding) if undecided else None,
            PAY: pay_by(proceeding) if left_to_pay(proceeding) > 0 else None,
        }
    elif not unsettled(proceeding):
        open_ones = things_of(proceeding) and not compensated(proceeding)
        found = {DECIDE: _from(DECIDE, _settled(proceeding), of=proceeding) if open_ones else None}
    return {key: row for key, row in found.items() if row is not None}


def pay_by(proceeding: Proceeding) -> Deadline | None:
    return _from(PAY, decision_counts_from(proceeding), of=proceeding)


def decide_by(proceeding: Proceeding) -> Deadline | None:
    return _from(DECIDE, _settled(proceeding), of=proceeding)


def _from(key: str, since: date | None, *, of: Proceeding) -> Deadline | None:
    return due(rule(key, since), since, calendar=of.calendar) if since else None


def _ended(proceeding: Proceeding) -> date | None:
    """From when things must go back: the end of their use, or of the term."""
    row = requisition_of(proceeding)
    if row is None or not unsettled(proceeding):
        return None
    return row.use_ended_on or (row.last_on if clock.today() > row.last_on else None)


def _settled(proceeding: Proceeding) -> date | None:
    """The day on which the last thing was back, used up or found lost."""
    days = [row.settled_on for row in things_of(proceeding) if row.settled_on]
    return max(days, default=None) if not unsettled(proceeding) else None
