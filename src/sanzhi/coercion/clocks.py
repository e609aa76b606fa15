"""The clocks of coercion, whichever of its procedures runs."""

from sanzhi.cases import at_court
from sanzhi.cases.models import Proceeding
from sanzhi.coercion.building_clocks import building_clocks
from sanzhi.coercion.costs import owed
from sanzhi.coercion.costs_at_court import PAYMENT, court_period, last_request, payment_due
from sanzhi.coercion.demanding import DEMAND, period
from sanzhi.coercion.halting import enforcement_of, last_halt
from sanzhi.coercion.models import HaltKind
from sanzhi.coercion.terms import seizure_clocks
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due


def clocks(proceeding: Proceeding) -> dict[str, Deadline | None]:
    return {
        **seizure_clocks(proceeding),
        **_enforcement_clocks(proceeding),
        **building_clocks(proceeding),
    }


def _enforcement_clocks(proceeding: Proceeding) -> dict[str, Deadline | None]:
    """The demand until it is decided; the costs until they are paid or the court is asked; a suspension until nothing is executed any more (行政强制法 §39(2))."""
    if enforcement_of(proceeding) is None:
        return {}
    found: dict[str, Deadline | None] = {}
    until, halt = period(proceeding), last_halt(proceeding)
    if until is not None and proceeding.decided_on is None:
        found[DEMAND] = until
    if owed(proceeding) and last_request(proceeding) is None:
        found[PAYMENT], found[at_court.APPLICATION] = payment_due(proceeding), court_period(proceeding)
    if halt is not None and halt.kind == HaltKind.SUSPENDED:
        counted = rule("suspension", halt.halted_on)
        found["suspension"] = due(counted, halt.halted_on, calendar=proceeding.calendar)
    return found
