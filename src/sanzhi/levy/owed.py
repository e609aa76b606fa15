"""What a decided levy costs today: the sum as it was lowered, the late fee to the day, what was kept, what is left.

The sum itself is counted in law/levies, the late fee in law/late_fees (行政强制法 §45).
"""

from datetime import date
from decimal import Decimal

from sanzhi.cases import queries as cases
from sanzhi.cases.deadlines import decision_counts_from
from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due
from sanzhi.law.derivation import NOTHING, Derivation
from sanzhi.law.late_fees import Debt, Payment, Rate, late_fee
from sanzhi.levy.models import Refund
from sanzhi.levy.queries import assessment_of, granted, payments, refunds

CLOCK, LATE_FEE = "levy_payment", "滞纳金"


def principal(proceeding: Proceeding) -> Decimal:
    """As decided, as others changed it, or as lowered since; nothing once the decision has fallen."""
    decision = getattr(proceeding, "decision", None)
    if decision is None or assessment_of(proceeding) is None or cases.has_fallen(proceeding):
        return NOTHING
    changes = [row for row in cases.overturns(proceeding) if row.fine is not None and row.decided_on]
    judged_on, stands = date.min, decision.weight.levied
    for row in changes:  # what was lowered before it is what they have judged
        judged_on, stands = row.decided_on or judged_on, row.fine or NOTHING
    rows = (row for row in granted(proceeding) if row.decided_on and row.decided_on > judged_on)
    found: Decimal = min([stands, *(row.owed for row in rows)])
    return found


def payment_due(proceeding: Proceeding) -> Deadline | None:
    """The last day of payment once the decision was served."""
    since = decision_counts_from(proceeding)
    if since is None:
        return None
    return due(rule(CLOCK, since), since, calendar=proceeding.calendar)


def late(proceeding: Proceeding, *, until: date | None = None, but: int = 0) -> Derivation | None:
    """The late fee by the end of the day, only where the basis gives a rate and the decision told it (行政强制法 §45(1)).

    `but`: as if this payment had not been.
    """
    assessed, last = assessment_of(proceeding), payment_due(proceeding)
    if assessed is None or last is None or assessed.late_per_day is None or not principal(proceeding):
        return None
    told_on = decision_counts_from(proceeding)
    rate = Rate(LATE_FEE, Decimal(assessed.late_per_day), assessed.late_basis, told_on, assessed.mark)
    paid = tuple(Payment(row.paid_on, row.amount) for row in payments(proceeding) if row.pk != but)
    return late_fee(Debt(principal(proceeding), last.on, paid), rate, until=until or clock.today())


def late_amount(proceeding: Proceeding, *, until: date | None = None, but: int = 0) -> Decimal:
    found = late(proceeding, until=until, but=but)
    return found.result if found else NOTHING


def kept(proceeding: Proceeding, *, but: int = 0) -> Decimal:
    """What was paid and not given back; `but`: without this payment."""
    back = sum((row.amount for row in refunds(proceeding) if row.paid_on), NOTHING)
    return sum((row.amount for row in payments(proceeding) if row.pk != but), NOTHING) - back


def owed_in_all(proceeding: Proceeding, *, until: date | None = None, but: int = 0) -> Decimal:
    return principal(proceeding) + late_amount(proceeding, until=until, but=but)


def outstanding(proceeding: Proceeding, *, until: date | None = None, but: int = 0) -> Decimal:
    """Negative where something is to be given back; `but`: as if this payment had not been."""
    return owed_in_all(proceeding, until=until, but=but) - kept(proceeding, but=but)


def waiting_refund(proceeding: Proceeding) -> Refund | None:
    """The decided refund that is to be paid; none where it was decided on a payment that has been corrected since."""
    last = next(reversed(refunds(proceeding)), None)
    is_open = last is not None and last.paid_on is None and last.amount <= -outstanding(proceeding)
    return last if is_open else None


def is_overdue(proceeding: Proceeding) -> bool:
    last = payment_due(proceeding)
    return last is not None and clock.today() > last.on and outstanding(proceeding) > 0
