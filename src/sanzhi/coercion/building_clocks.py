"""The clocks of an illegal structure: two working days thrice, three, sixty and twenty days (平顶山条例 §§24, 30, 32)."""

from datetime import date

from sanzhi.cases.models import Proceeding
from sanzhi.coercion.building import (
    entrusting_of,
    kept_things,
    stop_notice,
    structure_of,
)
from sanzhi.coercion.demanding import period
from sanzhi.coercion.halting import enforcement_of
from sanzhi.coercion.leaving import fetch_by
from sanzhi.coercion.queries import DEMOLITION, ORDER
from sanzhi.coercion.reporting import report_due
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, due

STOP, REPORT, ENTRUSTING = "building_stop_notice", "building_report", "building_entrusting"
AFTER_DEMAND, WITHIN = "demolition_report", "demolition"


def building_clocks(proceeding: Proceeding) -> dict[str, Deadline | None]:
    if proceeding.procedure_key == ORDER:
        return _of_the_order(proceeding)
    if proceeding.procedure_key == DEMOLITION:
        return _of_the_demolition(proceeding)
    return {}


def _of_the_order(proceeding: Proceeding) -> dict[str, Deadline | None]:
    if proceeding.decided_on is not None:
        return {}
    row, asked = structure_of(proceeding), entrusting_of(proceeding)
    if stop_notice(proceeding) is None:
        return {STOP: _due(proceeding, STOP, start=proceeding.case.found_on)}
    if row is None or row.stopped is not False:
        return {}
    if asked is None:
        return {REPORT: report_due(proceeding)}
    if asked.ordered_on is None:
        return {ENTRUSTING: _due(proceeding, ENTRUSTING, start=asked.reported_on)}
    return {}


def _of_the_demolition(proceeding: Proceeding) -> dict[str, Deadline | None]:
    row, asked = enforcement_of(proceeding), entrusting_of(proceeding)
    if row is None or row.fulfilled_on is not None:
        return {}
    if row.ended_at is not None:
        until = fetch_by(proceeding) if kept_things(proceeding) else None
        return {until.rule.key: until} if until else {}
    if asked is None:
        return {AFTER_DEMAND: report_due(proceeding)} if period(proceeding) else {}
    if asked.ordered_on is not None:
        return {WITHIN: _due(proceeding, WITHIN, start=asked.ordered_on)}
    return {}


def _due(proceeding: Proceeding, key: str, *, start: date) -> Deadline:
    return due(rule(key, start), start, calendar=proceeding.calendar)
