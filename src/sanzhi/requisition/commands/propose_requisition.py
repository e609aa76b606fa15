"""Propose a requisition: in which emergency, what, for how long, at which worth; the head decides (突发事件应对法 §12)."""

from typing import Any

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.policies import is_not_decided
from sanzhi.cases.queries import current_proposal
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.requisition import events
from sanzhi.requisition.models import Requisition
from sanzhi.requisition.proposing import (
    CAPTIONS,
    HELPS,
    LAW,
    SAID,
    Proposing,
    begins,
    inventory,
    levels,
    may_be_proposed,
    propose,
)
from sanzhi.requisition.queries import requisition_of

HEARD = ("plea", "plea_manner", "plea_answer", "plea_accepted")


class ProposeRequisition(Proposing):
    pass


def _as_it_stands(proceeding: Proceeding) -> dict[str, Any]:
    row, proposal = requisition_of(proceeding), current_proposal(proceeding)
    if row is None or proposal is None:
        return begins(proceeding)
    said = {name: getattr(row, name) for name in SAID}
    said |= {"things": "\n".join(one.line for one in row.decided), "rights_told": True}
    heard = proposal.basis.get("said", {})
    more = {name: heard[name] for name in HEARD if name in heard}
    return {**said, **more, "public_interest": proposal.public_interest}


def may_still_be_proposed(proceeding: Proceeding) -> Verdict:
    row = requisition_of(proceeding)
    return is_not_decided(proceeding) & Verdict.when(
        row is None or row.refused_on is None,
        "机关负责人没有批准征用，不能再更改提出的内容。",
        citation=LAW,
        remedy="请立即返还；仍然需要的，另行提出征用。",
    )


def _things_stand(proceeding: Proceeding, order: Proposing) -> Verdict:
    """What was taken at once is taken; what was written wrongly beside it is put right before the head decides."""
    row = requisition_of(proceeding)
    return Verdict.when(
        row is None or row.taken_at is None or row.decided == inventory(order.things),
        "已经先行征用，不能再更改征用的财物；应急决定、地点、期限等写错的可以更正。",
        citation=LAW,
        remedy="请机关负责人当日补办决定；不应当征用的，登记不批准并立即返还。",
    )


CARD = Card(
    captions=CAPTIONS,
    helps=HELPS,
    choices={"level": levels},
    initial=_as_it_stands,
    objects=may_still_be_proposed,
    is_main=True,
)


@act("requisition.propose_requisition", title="提出征用", card=CARD)
def propose_requisition(actor: Actor, order: ProposeRequisition, *, on: Proceeding) -> Requisition:
    require(may_be_proposed(on, order), _things_stand(on, order))
    taken = requisition_of(on)
    kept = {"urgency": taken.urgency, "approved_by": taken.approved_by} if taken and taken.taken_at else {}
    row = propose(actor, order, on=on, **kept)
    record(events.PROPOSED, actor=actor, subject=on.case, facts={"count": len(row.things)})
    return row
