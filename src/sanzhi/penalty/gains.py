"""Whose the illegal gains are: of several who took part, each is taken what he or she gained (行政处罚法 §28(2))."""

from dataclasses import dataclass
from decimal import Decimal

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.law.measures import Disposal


@dataclass(frozen=True)
class Share:
    """What of the gains that were found the other proceedings of the case leave to this one.

    `is_rest`: all the others take something, so that whatever they leave is taken here.
    """

    left: Decimal
    others: Decimal
    is_rest: bool


def share_of(proceeding: Proceeding) -> Share:
    """A proceeding that ended without a penalty, or whose decision has fallen, takes nothing."""
    found = (proceeding.finding.gains if proceeding.finding else None) or Decimal(0)
    rows = _others(proceeding) if found else []
    taken = [_takes(row) for row in rows]
    others = sum((amount for amount in taken if amount is not None), Decimal(0))
    return Share(max(found - others, Decimal(0)), others, None not in taken)


def _others(proceeding: Proceeding) -> list[Proceeding]:
    rows = Proceeding.objects.filter(case=proceeding.case_id).exclude(pk=proceeding.pk)
    return [row for row in rows.select_related("decision") if not queries.has_fallen(row)]


def _takes(proceeding: Proceeding) -> Decimal | None:
    """What a proceeding takes of the gains, by its decision or by what is proposed now; None where nobody can say."""
    decision = getattr(proceeding, "decision", None)
    if decision is not None:
        return decision.weight.gains if decision.disposal == Disposal.PUNISH else None
    if proceeding.closed_on is not None:
        return None
    row = Proposal.objects.filter(proceeding=proceeding, is_current=True).first()
    return row.weight.gains if row is not None and row.disposal == Disposal.PUNISH else None
