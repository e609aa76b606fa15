"""The clocks of a levy: the party's time to pay, ours to give back, the three months for the court."""

from datetime import date

from sanzhi.cases import at_court
from sanzhi.cases.models import Proceeding, RecordKind
from sanzhi.cases.queries import approved_corrections
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due
from sanzhi.levy.owed import CLOCK, is_overdue, outstanding, payment_due
from sanzhi.levy.queries import granted, last_application, payments

BACK = "levy_refund"


def clocks(proceeding: Proceeding) -> dict[str, Deadline | None]:
    left = outstanding(proceeding)
    found = {
        CLOCK: payment_due(proceeding) if left > 0 else None,
        BACK: _to_give_back(proceeding) if left < 0 else None,
        at_court.APPLICATION: at_court.period(proceeding)
        if is_overdue(proceeding) and not last_application(proceeding)
        else None,
    }
    return {key: row for key, row in found.items() if row is not None}


def _to_give_back(proceeding: Proceeding) -> Deadline | None:
    """From the day on which it was too much: of the lowering, of the payment that came after it, or of what it was corrected to."""
    days = [row.decided_on for row in granted(proceeding) if row.decided_on]
    days += [row.recorded_on for row in payments(proceeding)]
    days += [row.settled_on for row in approved_corrections(proceeding, RecordKind.PAYMENT) if row.settled_on]
    since: date | None = max(days, default=None)
    return due(rule(BACK, since), since, calendar=proceeding.calendar) if since else None


def pay_by(proceeding: Proceeding) -> date | None:
    found = payment_due(proceeding)
    return found.on if found else None
