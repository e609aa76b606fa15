"""Propose a requisition: in which emergency, what, for how long, at which worth; the head decides (突发事件应对法 §12)."""

from typing import Any

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.policies import is_not_decided
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.requisition import events
from sanzhi.requisition.models import Requisition
from sanzhi.requisition.proposing import CAPTIONS, HELPS, LAW, SAID, Proposing, may_be_proposed, propose
from sanzhi.requisition.queries import requisition_of


class ProposeRequisition(Proposing):
    pass


def _as_it_stands(proceeding: Proceeding) -> dict[str, Any]:
    row = requisition_of(proceeding)
    if row is None:
        case = proceeding.case
        return {"declared_on": case.happened_on, "reason": case.summary, "place": case.place}
    said = {name: getattr(row, name) for name in SAID}
    return {**said, "things": "\n".join(one.line for one in row.decided)}


def may_still_be_proposed(proceeding: Proceeding) -> Verdict:
    row = requisition_of(proceeding)
    return is_not_decided(proceeding) & Verdict.when(
        row is None or row.taken_at is None,
        "已经先行征用，不能再更改提出的内容。",
        citation=LAW,
        remedy="请机关负责人当日补办决定；不应当征用的，登记不批准并立即返还。",
    )


CARD = Card(
    captions=CAPTIONS, helps=HELPS, initial=_as_it_stands, objects=may_still_be_proposed, is_main=True
)


@act("requisition.propose_requisition", title="提出征用", card=CARD)
def propose_requisition(actor: Actor, order: ProposeRequisition, *, on: Proceeding) -> Requisition:
    require(may_be_proposed(on, order))
    row = propose(actor, order, on=on)
    record(events.PROPOSED, actor=actor, subject=on.case, facts={"count": len(row.things)})
    return row
