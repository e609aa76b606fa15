"""Propose that the licence ends as it was begun, or mend what was said of it; review and the head see this proposal (行政许可法 §69, §70)."""

from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterProposal, enter_proposal
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.vouching import Weighed
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Disposal
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.ending import is_paid_for, may_be_ended
from sanzhi.licensing.facts import DONE
from sanzhi.licensing.models import EndingGround
from sanzhi.licensing.proposed import CAPTION, HELP, remembered, stays_major
from sanzhi.licensing.queries import ending_of


class ProposeEnding(OnProceeding):
    reason: Told = Field(min_length=10, max_length=2000)
    compensation: Told = Field(default="", max_length=1000)
    aftermath: Told = Field(default="", max_length=1000)
    public_interest: bool = False
    not_major_because: Told = Field(default="", max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        ending_of(proceeding) is not None and proceeding.decided_on is None,
        "没有待决定的撤销、撤回、注销。",
        citation="行政许可法第六十九条、第七十条",
        remedy="请在许可的页面上提出。",
    )


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    row = ending_of(proceeding)
    if row is None:
        return {}
    said = {"reason": row.facts, "compensation": row.compensation, "aftermath": row.aftermath}
    return {**remembered(proceeding), **said}


CARD = Card(
    captions={
        "reason": "事实、理由和依据",
        "compensation": "补偿、赔偿",
        "aftermath": "恢复原状、返还",
        "public_interest": "涉及重大公共利益、疑难复杂",
        "not_major_because": CAPTION,
    },
    helps={"not_major_because": HELP},
    initial=_begins,
    objects=_objects,
    is_main=True,
)


@act("licensing.propose_ending", title="提出处理意见", card=CARD)
def propose_ending(actor: Actor, order: ProposeEnding, *, on: Proceeding) -> Proposal:
    row = ending_of(on)
    assert row is not None  # the card has asked for it
    ground = EndingGround(row.ground)
    require(
        may_be_ended(row.licence, ground),
        is_paid_for(ground, order.compensation),
        stays_major(on, public_interest=order.public_interest, because=order.not_major_because),
    )
    row.facts, row.compensation, row.aftermath = order.reason, order.compensation, order.aftermath
    row.save()
    disposal = Disposal(row.disposal)
    proposal = EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=disposal,
        text=f"{DONE[disposal]}{row.licence.certificate}（{row.licence.number}）：{ground.label}",
        grounds={
            "ground": row.ground,
            "compensation": row.compensation,
            "not_major_because": order.not_major_because,
        },
        weighed=Weighed(said={"理由": order.reason, "补偿、赔偿": order.compensation}),
        reason=order.reason,
        public_interest=order.public_interest,
        whole=order.said(),
    )
    found = enter_proposal(actor, proposal)
    record(events.LICENCE_PROPOSED, actor=actor, subject=on.case, facts={"outcome": DONE[disposal]})
    return found
