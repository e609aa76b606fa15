"""What a decision costs the party today, whoever has changed it since."""

from decimal import Decimal

from sanzhi.cases import board, queries
from sanzhi.cases.models import Proceeding
from sanzhi.law.derivation import NOTHING


def sum_now(proceeding: Proceeding) -> Decimal:
    """In yuan; nothing where none is decided, or once the decision has fallen."""
    if queries.has_fallen(proceeding):
        return NOTHING
    changed = queries.changed_fine(proceeding)
    return (board.sum_of(proceeding) or NOTHING) if changed is None else changed
