"""The clocks that only a penalty has: payment as deferred, cash on its way, a crime reported, evidence registered."""

from dataclasses import replace

from sanzhi.cases import queries
from sanzhi.cases.contestable import contestable_until
from sanzhi.cases.deadlines import deadline
from sanzhi.cases.models import Payment, Proceeding
from sanzhi.kernel import clock
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due
from sanzhi.penalty import preservations, referrals
from sanzhi.penalty.contesting import court_period
from sanzhi.penalty.court import may_ask_again, review_since
from sanzhi.penalty.models import CashTransfer
from sanzhi.penalty.owed import next_due_on, outstanding
from sanzhi.penalty.queries import transfers_of

SINCE = {  # deadline: from which day it runs, if it does
    "crime_answer": referrals.answer_since,
    "crime_handing": referrals.handing_since,
    "police_answer": referrals.asked_since,
    "crime_objection": referrals.objection_since,
    "court_review": review_since,
    preservations.CLOCK: preservations.running_since,
}


def clocks(proceeding: Proceeding) -> dict[str, Deadline | None]:
    """What runs, by the key of its rule; None for what the core counts and what is over."""
    found: dict[str, Deadline | None] = {}
    payment, until = deadline(proceeding, "payment"), next_due_on(proceeding)
    if payment is not None and until is not None:
        found["payment"] = replace(payment, on=until) if outstanding(proceeding) > 0 else None
    for row in queries.payments(proceeding):
        if row.is_on_the_spot and (running := cash_due(proceeding, row)) is not None:
            found[running.rule.key] = running
    if (asking := court_period(proceeding)) is not None and _may_come_to_court(proceeding):
        found[asking.rule.key] = asking
    for key, since in SINCE.items():
        if (day := since(proceeding)) is not None:
            found[key] = due(rule(key, day), day, calendar=proceeding.calendar)
    return found


def _may_come_to_court(proceeding: Proceeding) -> bool:
    over_on = contestable_until(proceeding)
    unasked = outstanding(proceeding) > 0 and bool(may_ask_again(proceeding))
    return unasked and over_on is not None and clock.today() > over_on


def cash_due(proceeding: Proceeding, payment: Payment) -> Deadline | None:
    """By when the cash must go on: two working days to the authority, two more to the bank (行政处罚法 §71)."""
    done, target = transfers_of(payment), CashTransfer.Target
    if target.BANK in done:
        return None
    handed = done.get(target.AUTHORITY)
    key, start = (
        ("on_the_spot_banking", handed.transferred_on) if handed else ("on_the_spot_turn_in", payment.paid_on)
    )
    return due(rule(key, start), start, calendar=proceeding.calendar)
