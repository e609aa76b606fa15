"""Withdraw what was proposed to be kept and is not carried out: the head did not approve it, or it is no longer needed (§56)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Preservation
from sanzhi.penalty.preservations import LAW, preservations_of, proposed


class WithdrawPreservation(OnProceeding):
    reason: Told = Field(min_length=5, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        proposed(proceeding),
        "没有可以撤回的证据保存意见。",
        citation=LAW,
        remedy="已经实施的，由机关负责人作出处理决定。",
    )


CARD = Card(
    citation="行政处罚法第五十六条",
    captions={"reason": "撤回的理由"},
    helps={"reason": "如：机关负责人没有批准；不再需要保存。"},
    objects=_objects,
)


@act("penalty.withdraw_preservation", title="撤回证据保存意见", card=CARD)
def withdraw_preservation(actor: Actor, order: WithdrawPreservation, *, on: Proceeding) -> Preservation:
    last = proposed(on)
    assert last is not None  # the card has asked for it
    for row in preservations_of(on):
        if row.begun_on is None:  # what it took the place of does not come back
            row.withdrawn_on, row.withdrawn_for = clock.today(), order.reason
            row.save()
    facts = {"kept_as": last.get_kept_as_display(), "reason": order.reason}
    record(events.PRESERVATION_WITHDRAWN, actor=actor, subject=on.case, facts=facts)
    return last
