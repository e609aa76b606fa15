"""Reads the penalty clauses of a statute into drafts of powers; what is no power is passed over with its reason.

Deterministic: figures are read whole or not at all, and a piece that carries a sanction and was not read is named.
"""

from sanzhi.law.liability.drafts import LiabilityReading, PassedOver, PenaltyDraft
from sanzhi.law.liability.reading import read_liability, read_penalties

__all__ = ["LiabilityReading", "PassedOver", "PenaltyDraft", "read_liability", "read_penalties"]
