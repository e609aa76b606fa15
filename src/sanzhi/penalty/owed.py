"""What a decided penalty costs: the fine as it stands, the day by which it is paid, the late penalty, what is left."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from sanzhi.cases import queries
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.kernel import clock
from sanzhi.law import penalties
from sanzhi.penalty.models import RemedyWay
from sanzhi.penalty.queries import granted_deferrals, late_penalty_of, refunded, remedies, wrongly_ended

NOTHING = Decimal(0)
LONGEST = 4000  # days after which a late penalty has long reached the fine


def fine_owed(proceeding: Proceeding) -> Decimal:
    """The fine of the decision as it stands today; nothing once the decision has fallen."""
    decision: Decision | None = getattr(proceeding, "decision", None)
    if decision is None or queries.has_fallen(proceeding):
        return NOTHING
    changed = queries.changed_fine(proceeding)
    return decision.weight.fine if changed is None else changed


def owed_in_all(proceeding: Proceeding) -> Decimal:
    """Fine and late penalty as they stand, whatever was paid of them."""
    late = late_penalty_of(proceeding)
    charged = late.amount if late and not queries.has_fallen(proceeding) else NOTHING
    return fine_owed(proceeding) + charged


def outstanding(proceeding: Proceeding) -> Decimal:
    """What is still to be paid: fine and late penalty less payments; negative where something is to be given back."""
    return owed_in_all(proceeding) - queries.paid(proceeding) + refunded(proceeding)


def payable(proceeding: Proceeding, day: date) -> Decimal:
    """What was to be paid on `day`: of a decision that has fallen later, what stood until then."""
    gone = queries.overturn_of(proceeding)
    if gone is None or not queries.has_fallen(proceeding) or gone.decided_on is None or day > gone.decided_on:
        return outstanding(proceeding)
    changed = queries.changed_fine(proceeding)
    stood = proceeding.decision.weight.fine if changed is None else changed
    return stood - queries.paid(proceeding) + refunded(proceeding)


def payment_due_on(proceeding: Proceeding) -> date | None:
    """The last day of payment once the decision was served, later where it was deferred in time (行政处罚法 §66, §67)."""
    due = deadline(proceeding, "payment")
    on = due.on if due else None
    for row in granted_deferrals(proceeding):
        if on is not None and row.decided_on is not None and row.decided_on <= on:
            on = max(on, row.until)
    return on


def falls_due_on(proceeding: Proceeding) -> date | None:
    """From when it may be demanded: not while it is put off, also where that was granted after the day (§66(2))."""
    due_on = payment_due_on(proceeding)
    return max([due_on, *(row.until for row in granted_deferrals(proceeding))]) if due_on else None


def instalments_left(proceeding: Proceeding) -> list[tuple[date, Decimal]]:
    """What was put off last and is still to be paid, by its days: what was paid since counts for the first ones."""
    last = max(granted_deferrals(proceeding), key=lambda row: (row.decided_on, row.pk), default=None)
    rows = (
        [(date.fromisoformat(one["day"]), Decimal(one["amount"])) for one in last.instalments] if last else []
    )
    paid = sum((amount for _, amount in rows), NOTHING) - outstanding(proceeding)
    found = []
    for day, amount in rows:
        done = min(amount, max(paid, NOTHING))
        paid -= done
        if amount > done:
            found.append((day, amount - done))
    return found


def next_due_on(proceeding: Proceeding) -> date | None:
    """By when the next payment is to be made: the next instalment of what was put off, or the last day of all."""
    days = [day for day, _ in instalments_left(proceeding) if day >= clock.today()]
    return min(days, default=falls_due_on(proceeding))


def late_penalty_by(proceeding: Proceeding, day: date) -> penalties.LatePenalty | None:
    """The late penalty that had accrued by `day`, or None when nothing was overdue."""
    fine, due_on = fine_owed(proceeding), payment_due_on(proceeding)
    if not fine or due_on is None or day <= due_on:
        return None
    unpaid = [amount for amount in _unpaid(proceeding, fine, days=_late_days(due_on, day)) if amount > 0]
    return penalties.late_penalty_on(unpaid, fine=fine) if unpaid else None


def _late_days(due_on: date, until: date) -> Iterator[date]:
    return (due_on + timedelta(days=n) for n in range(1, min((until - due_on).days, LONGEST) + 1))


def _unpaid(proceeding: Proceeding, fine: Decimal, *, days: Iterator[date]) -> Iterator[Decimal]:
    """What of the fine was unpaid on each of the days that count; the day of a payment is still late."""
    paid, spans = queries.payments(proceeding), _spans(proceeding)
    for day in days:
        if not any(since <= day <= until for since, until in spans):
            yield fine - sum((row.amount for row in paid if row.paid_on < day), NOTHING)


def _spans(proceeding: Proceeding) -> list[tuple[date, date]]:
    """Of remedies (行政处罚法 §73(3)), of deferrals (§66(2)), of an end that was none: then nobody had to pay (§72).

    A judgment after which the suit went on, before a higher court or again, had not ended it (行政诉讼法 §89).
    """
    found = [(row.accepted_on, row.ended_on or date.max) for row in remedies(proceeding)]
    suits = [row for row in remedies(proceeding) if row.way == RemedyWay.LITIGATION]
    found += [(one.ended_on, later.accepted_on) for one, later in pairwise(suits) if one.ended_on]
    granted = granted_deferrals(proceeding)
    found += [(row.decided_on, row.until) for row in granted if row.decided_on]
    return [*found, *wrongly_ended(proceeding)]


def late_penalty_today(proceeding: Proceeding) -> penalties.LatePenalty | None:
    return late_penalty_by(proceeding, clock.today())


def recount_due(proceeding: Proceeding) -> penalties.LatePenalty | None:
    """What the standing late penalty should have been, where it was counted too high by what is known today."""
    standing = late_penalty_of(proceeding)
    if standing is None or not standing.amount or queries.has_fallen(proceeding):
        return None
    now = late_penalty_by(proceeding, standing.charged_on) or penalties.LatePenalty(NOTHING, 0, capped=False)
    return now if now.amount < standing.amount else None
