"""Enter what a kind proposes; a later proposal supersedes the earlier one, which stays."""

from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Proposal
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.vouching import basis_of
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.law.measures import Measure
from sanzhi.ledger.commands import record


class EnterProposal(OnProceeding):
    """`says` is the proposal in words, for the timeline."""

    says: str
    warns: bool = False
    fine: Decimal | None = None
    measures: list[Measure] = Field(default_factory=list)
    other_measures: str = ""
    confiscated: Decimal | None = None
    no_penalty: bool = False
    quantities: dict[str, Any] = Field(default_factory=dict)
    tier: str = ""
    reason: str
    mitigation: str = ""
    correction: str = ""
    public_interest: bool = False


@command("cases.enter_proposal", title="记入处理建议", internal=True)
def enter_proposal(actor: Actor, order: EnterProposal) -> Proposal:
    proceeding = queries.proceeding_for_update(actor, order)
    standing = queries.current_proposal(proceeding)
    if standing is not None:
        standing.is_current = False
        standing.save()
    content = order.model_dump(exclude={"case", "proceeding", "says", "quantities"})
    proposal = Proposal(
        proceeding=proceeding,
        proposed_on=clock.today(),
        proposed_by=actor.name,
        basis=basis_of(proceeding),
        quantities={name: str(value) for name, value in order.quantities.items()},
        **content,
    )
    proposal.save()
    record(events.PROPOSAL_MADE, actor=actor, subject=proceeding.case, facts={"text": order.says})
    return proposal
