"""Count a late penalty anew when an earlier payment, a suit or a correction shows that it was too high (行政处罚法 §72).

The earlier count stays; what was paid beyond the new one is to be given back.
"""

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import LatePenalty
from sanzhi.penalty.owed import recount_due
from sanzhi.penalty.queries import late_penalty_of


class RecountLatePenalty(OnProceeding):
    reason: str


@command("penalty.recount_late_penalty", title="重新计算加处罚款", internal=True)
def recount_late_penalty(actor: Actor, order: RecountLatePenalty) -> LatePenalty:
    proceeding = queries.proceeding_for_update(actor, order)
    standing, right = late_penalty_of(proceeding), recount_due(proceeding)
    require(Verdict.when(right, "加处罚款没有多计。", citation="行政处罚法第七十二条"))
    assert standing is not None and right is not None
    counted = LatePenalty(
        proceeding=proceeding,
        amount=right.amount,
        days=right.days,
        charged_on=standing.charged_on,
        recounted_for=order.reason,
    )
    counted.save()
    facts = {"amount": yuan(right.amount), "days": right.days, "before": yuan(standing.amount)}
    facts |= {"reason": order.reason}
    record(events.LATE_PENALTY_RECOUNTED, actor=actor, subject=proceeding.case, facts=facts)
    return counted


def recount(actor: Actor, proceeding: Proceeding, *, reason: str) -> None:
    """Recount where something new shows the standing late penalty too high; the rows are read afresh."""
    place = RecountLatePenalty(case=proceeding.case_id, proceeding=proceeding.pk, reason=reason)
    if recount_due(queries.proceeding_for_update(actor, place)) is not None:
        recount_late_penalty(actor, place)
