"""What a decided penalty costs: the fine as it stands, the day by which it is paid, the late penalty, what is left."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from sanzhi.cases import queries
from sanzhi.cases.contests import contests
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import ContestWay, Proceeding
from sanzhi.cases.sums import sum_now
from sanzhi.kernel import clock
from sanzhi.kernel.db import rows_of
from sanzhi.law import penalties
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import due
from sanzhi.penalty.models import Deferral
from sanzhi.penalty.queries import granted_deferrals, kept, late_penalty_of, wrongly_ended

NOTHING = Decimal(0)
# 最高人民法院关于人民法院案件案号的若干规定: 终 is the second instance, 申, 监, 再 come after what was in force
APPEAL = re.compile("终")
LONGEST = 4000  # days after which a late penalty has long reached the fine


def fine_owed(proceeding: Proceeding) -> Decimal:
    """The fine of the decision as it stands today; nothing once the decision has fallen."""
    return sum_now(proceeding)


def owed_in_all(proceeding: Proceeding) -> Decimal:
    """Fine and late penalty as they stand, whatever was paid of them."""
    late = late_penalty_of(proceeding)
    charged = late.amount if late and not queries.has_fallen(proceeding) else NOTHING
    return fine_owed(proceeding) + charged


def outstanding(proceeding: Proceeding) -> Decimal:
    """What is still to be paid: fine and late penalty less what was kept; negative where something is to be given back."""
    return owed_in_all(proceeding) - kept(proceeding)


def owed_on(proceeding: Proceeding, day: date) -> Decimal:
    """Fine and late penalty as the decision stood when `day` was over, whatever was paid of them."""
    decided = [row for row in queries.overturns(proceeding) if row.decided_on]
    before = [row for row in decided if row.decided_on and row.decided_on <= day]
    if before == decided:
        return owed_in_all(proceeding)
    fines = [row.fine for row in before if row.fine is not None]
    late = late_penalty_of(proceeding)
    return (fines[-1] if fines else proceeding.decision.weight.fine) + (late.amount if late else NOTHING)


def payable(proceeding: Proceeding, day: date) -> Decimal:
    """What was to be paid on `day`: of a decision that has fallen later, what stood until then."""
    gone = queries.overturn_of(proceeding)
    if gone is None or not queries.has_fallen(proceeding) or gone.decided_on is None or day > gone.decided_on:
        return outstanding(proceeding)
    changed, late = queries.changed_fine(proceeding), late_penalty_of(proceeding)
    stood = proceeding.decision.weight.fine if changed is None else changed
    charged = late.amount if late else NOTHING
    return stood + charged - kept(proceeding)


def payment_due_on(proceeding: Proceeding) -> date | None:
    """The last day of payment once the decision was served, later where it was deferred in time (行政处罚法 §66, §67)."""
    on = _first_due_on(proceeding)
    for row in granted_deferrals(proceeding):
        if on is not None and row.decided_on is not None and row.decided_on <= on:
            on = max(on, row.until)
    return on


def falls_due_on(proceeding: Proceeding) -> date | None:
    """From when all of it may be demanded: not while it is put off, also where that was granted after the day (§66(2))."""
    plan, added = _plan(proceeding, clock.today()), [day for _, day in _added(proceeding)]
    first = plan[-1][0] if plan else _first_due_on(proceeding)
    return max([first, *added]) if first is not None else None


def instalments_left(proceeding: Proceeding) -> list[tuple[date, Decimal]]:
    """What was put off last and has still to fall due, by its days: what was paid since counts for the first ones."""
    return [(day, owed) for day, owed in _unpaid_instalments(proceeding) if day >= clock.today()]


def _unpaid_instalments(proceeding: Proceeding) -> list[tuple[date, Decimal]]:
    left, found = outstanding(proceeding), []
    for day, amount in reversed(_plan(proceeding, clock.today())):
        owed = min(amount, max(left, NOTHING))
        left -= owed
        found += [(day, owed)] if owed else []
    return found[::-1]


def overdue_now(proceeding: Proceeding) -> Decimal:
    """What of fine and late penalty should have been paid before today: of instalments those whose day is past (§72(1))."""
    due_on = _first_due_on(proceeding)
    if due_on is None or clock.today() <= due_on:
        return NOTHING
    put_off = sum((amount for _, amount in instalments_left(proceeding)), NOTHING)
    not_yet = _not_yet_due(_added(proceeding), clock.today())
    return max(outstanding(proceeding) - put_off - not_yet, NOTHING)


def next_due_on(proceeding: Proceeding) -> date | None:
    """By when the next payment is to be made, or should have been: the first unpaid instalment, or the last day of all."""
    days = [day for day, _ in _unpaid_instalments(proceeding)]
    return min(days, default=falls_due_on(proceeding))


def _first_due_on(proceeding: Proceeding) -> date | None:
    """The day that the decision itself has told; none that was put off is before it."""
    first = deadline(proceeding, "payment")
    return first.on if first else None


def _added(proceeding: Proceeding) -> list[tuple[Decimal, date]]:
    """By how much others have made the fine heavier, as somebody asked them to, and the last day to pay that.

    Fifteen days as after the decision itself (行政处罚法 §67(3)), from the day on which it was entered; what was
    lowered again since is gone.
    """
    if not hasattr(proceeding, "decision") or queries.has_fallen(proceeding):
        return []
    stood, found = proceeding.decision.weight.fine, []
    for row in queries.overturns(proceeding):
        if row.decided_on is None or row.fine is None:
            continue
        if row.fine > stood:
            day = due(rule("payment", row.decided_on), row.decided_on, calendar=proceeding.calendar).on
            found.append((row.fine - stood, day))
        elif row.fine < stood:
            found = _lowered_by(found, stood - row.fine)
        stood = row.fine
    return found


def _lowered_by(added: list[tuple[Decimal, date]], less: Decimal) -> list[tuple[Decimal, date]]:
    found = []
    for amount, day in reversed(added):
        gone = min(amount, less)
        less -= gone
        found += [(amount - gone, day)] if amount > gone else []
    return found[::-1]


def _not_yet_due(added: list[tuple[Decimal, date]], day: date) -> Decimal:
    return sum((amount for amount, until in added if day <= until), NOTHING)


def _deferral_on(proceeding: Proceeding, day: date) -> Deferral | None:
    """The deferral by which the party could go on this day: the one that was granted last."""
    rows = [row for row in granted_deferrals(proceeding) if row.decided_on and row.decided_on <= day]
    return max(rows, key=lambda row: (row.decided_on, row.pk), default=None)


def _plan(proceeding: Proceeding, day: date) -> list[tuple[date, Decimal]]:
    row, first = _deferral_on(proceeding, day), _first_due_on(proceeding)
    if row is None or first is None:
        return []
    plan = [(max(date.fromisoformat(one["day"]), first), Decimal(one["amount"])) for one in row.instalments]
    return _lowered(plan, by=_lowered_since(proceeding, row))


def _lowered(plan: list[tuple[date, Decimal]], *, by: Decimal) -> list[tuple[date, Decimal]]:
    """What the fine was lowered by comes off the last instalments: the first ones stay as they were granted."""
    left, found = sum((amount for _, amount in plan), NOTHING) - by, []
    for day, amount in plan:
        stays = min(amount, max(left, NOTHING))
        left -= stays
        found += [(day, stays)] if stays else []
    return found


def _lowered_since(proceeding: Proceeding, row: Deferral) -> Decimal:
    """By how much the fine was changed after the plan was granted; on the same day where the plan asks for more than stands."""
    changes = [one for one in queries.overturns(proceeding) if one.decided_on and one.fine is not None]
    if not changes or row.decided_on is None or queries.has_fallen(proceeding):
        return NOTHING
    fine = fine_owed(proceeding)
    asked = sum((Decimal(one["amount"]) for one in row.instalments), NOTHING)
    plan_is_older = asked > fine + _charged_by(proceeding, row.decided_on)
    before = [
        one.fine
        for one in changes
        if one.decided_on
        and (one.decided_on < row.decided_on or (one.decided_on == row.decided_on and not plan_is_older))
    ]
    then = before[-1] if before else proceeding.decision.weight.fine
    return max((then or NOTHING) - fine, NOTHING)


def _charged_by(proceeding: Proceeding, day: date) -> Decimal:
    """The late penalty as it was charged last by that day."""
    rows = rows_of(proceeding.late_penalties)
    return next((one.amount for one in reversed(rows) if one.charged_on <= day), NOTHING)


def is_by_instalments(proceeding: Proceeding) -> bool:
    """Whether what stands was granted in several parts (分期), or only put off (暂缓), whatever is left of it."""
    row = _deferral_on(proceeding, clock.today())
    return row is not None and len(row.instalments) > 1


def late_penalty_by(proceeding: Proceeding, day: date) -> penalties.LatePenalty | None:
    """The late penalty that had accrued by `day`, or None when nothing was overdue."""
    fine, due_on = fine_owed(proceeding), _first_due_on(proceeding)
    if not fine or due_on is None or day <= due_on:
        return None
    unpaid = [amount for amount in _unpaid(proceeding, fine, days=_late_days(due_on, day)) if amount > 0]
    return penalties.late_penalty_on(unpaid, fine=fine) if unpaid else None


def _late_days(due_on: date, until: date) -> Iterator[date]:
    return (due_on + timedelta(days=n) for n in range(1, min((until - due_on).days, LONGEST) + 1))


def _unpaid(proceeding: Proceeding, fine: Decimal, *, days: Iterator[date]) -> Iterator[Decimal]:
    """What of the fine was overdue on each of the days that count; the day of a payment is still late."""
    spans, added = _spans(proceeding), _added(proceeding)
    for day in days:
        if not any(since <= day <= until for since, until in spans):
            not_yet = _not_yet_due(added, day)
            yield fine - not_yet - kept(proceeding, before=day) - _put_off(proceeding, day)


def _put_off(proceeding: Proceeding, day: date) -> Decimal:
    """What of the fine need not yet have been paid on `day` (§66(2)): of a plan the late penalty is what is paid last."""
    row = _deferral_on(proceeding, day)
    if row is None or row.decided_on is None:
        return NOTHING
    charged = _charged_by(proceeding, row.decided_on)
    ahead = sum((amount for until, amount in _plan(proceeding, day) if until >= day), NOTHING)
    return max(ahead - charged, NOTHING)


def _spans(proceeding: Proceeding) -> list[tuple[date, date]]:
    """Of remedies (行政处罚法 §73(3)), of an end that was none: then nobody had to pay (§72).

    A judgment that was appealed had not ended the suit (行政诉讼法 §89); one that was in force had, also where a
    retrial follows it (§90).
    """
    found = [(row.accepted_on, row.over_on or date.max) for row in contests(proceeding)]
    suits = [row for row in contests(proceeding) if row.way == ContestWay.LITIGATION]
    found += [
        (one.ended_on, later.accepted_on)
        for one, later in pairwise(suits)
        if one.ended_on and (not one.is_effective or APPEAL.search(later.number))
    ]
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
