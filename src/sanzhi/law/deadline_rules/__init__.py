"""All deadlines that the platform counts, as rows by kind; which row applies is decided by the day (facts 2.0–3, 8).

Periods of hours stand in `law.hours`, limits that are no periods in `law.limits`.
"""

from datetime import date

from sanzhi.law.deadline_rules import (
    coercion,
    common,
    disclosure,
    levy,
    licensing,
    penalty,
    requisition,
)
from sanzhi.law.deadlines import DeadlineRule

RULES: tuple[DeadlineRule, ...] = (
    *common.RULES,
    *penalty.RULES,
    *coercion.RULES,
    *licensing.RULES,
    *levy.RULES,
    *requisition.RULES,
    *disclosure.RULES,
)


class NoRule(LookupError):
    """No rule of this key is valid on the day."""


def rule(key: str, on: date) -> DeadlineRule:
    """The rule `key` as it is valid on the day `on`. Raises NoRule."""
    for row in RULES:
        if row.key == key and row.valid_from <= on and (row.valid_to is None or on <= row.valid_to):
            return row
    raise NoRule(f"no rule {key} on {on}")


def captions(on: date) -> dict[str, str]:
    """The caption of every rule valid on the day: {"case_decision": "90日内"}."""
    return {
        row.key: row.caption
        for row in RULES
        if row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)
    }
