"""Rules and limits that are no periods, as rows by statute; which row applies is decided by the day (facts 2, 3; N6).

What a guard, a paper, a page or the judge may ask by its key. Periods stand in `law.deadline_rules` and `law.hours`;
amounts of the penalty law that were there before in `law.penalties`, measures in `law.measures`, floors in `law.floors`.
"""

from datetime import date

from sanzhi.law.limits import (
    coercion,
    crime_referral,
    enforcement,
    fines,
    greening,
    henan,
    licensing,
    penalty,
    pingdingshan,
    remedies,
    requisition,
    roads,
    service,
)
from sanzhi.law.limits.row import Bound, LegalLimit

__all__ = ["LIMITS", "Bound", "LegalLimit", "NoLimit", "limit"]

LIMITS: tuple[LegalLimit, ...] = (
    *coercion.LIMITS,
    *enforcement.LIMITS,
    *licensing.LIMITS,
    *penalty.LIMITS,
    *fines.LIMITS,
    *remedies.LIMITS,
    *service.LIMITS,
    *crime_referral.LIMITS,
    *requisition.LIMITS,
    *henan.LIMITS,
    *pingdingshan.LIMITS,
    *roads.LIMITS,
    *greening.LIMITS,
)


class NoLimit(LookupError):
    """No limit of this key is valid on the day."""


def limit(key: str, on: date) -> LegalLimit:
    """The limit `key` as it is valid on the day `on`. Raises NoLimit."""
    for row in LIMITS:
        if row.key == key and row.is_valid(on):
            return row
    raise NoLimit(f"no limit {key} on {on}")
