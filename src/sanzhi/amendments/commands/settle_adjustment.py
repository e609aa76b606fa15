"""The legal reviewer has looked: the citation still fits, was amended, or no longer applies."""

from pydantic import Field

from sanzhi.amendments import events
from sanzhi.amendments.models import Adjustment, Outcome
from sanzhi.amendments.policies import is_possible, may_settle
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.verdict import require
from sanzhi.ledger.commands import record


class SettleAdjustment(Order):
    """`note` says why, in the reviewer's words."""

    adjustment: int
    outcome: Outcome
    note: str = Field(min_length=2, max_length=500)


@command("amendments.settle_adjustment", title="办结依据调整")
def settle_adjustment(actor: Actor, order: SettleAdjustment) -> Adjustment:
    row = Adjustment.objects.select_for_update().filter(pk=order.adjustment).first()
    if row is None or row.authority.code != actor.authority:
        raise NotVisible
    require(may_settle(actor, row), is_possible(row, order.outcome, on=clock.today()))
    row.settled_on, row.settled_by = clock.today(), actor.name
    row.outcome, row.note = order.outcome, order.note
    row.save()
    facts = {"target": str(row), "outcome": row.get_outcome_display(), "note": order.note}
    record(events.ADJUSTMENT_SETTLED, actor=actor, subject=row, facts=facts)
    return row
