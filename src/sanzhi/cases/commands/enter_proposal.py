"""Enter what a kind proposes; a later proposal supersedes the earlier one, which stays."""

from typing import Any

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.models import Proposal
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import is_not_ended
from sanzhi.cases.vouching import Weighed, basis_of
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import command
from sanzhi.kernel.news import is_news
from sanzhi.kernel.verdict import require
from sanzhi.law.measures import Disposal, Term
from sanzhi.ledger.commands import record


class EnterProposal(OnProceeding):
    """`text` is the proposal in words; `grounds` are what the kind weighed, as plain values; `weighed` what it tells.

    `whole` is all that the act's order says: another word in any field makes another proposal.
    """

    disposal: Disposal
    terms: tuple[Term, ...] = ()
    text: str
    grounds: dict[str, Any] = Field(default_factory=dict)
    weighed: Weighed = Weighed()
    reason: str
    public_interest: bool = False
    whole: dict[str, Any]


@command("cases.enter_proposal", title="记入处理建议", internal=True)
def enter_proposal(actor: Actor, order: EnterProposal) -> Proposal:
    proceeding = queries.proceeding_for_update(actor, order)
    require(is_not_ended(proceeding))
    standing = queries.current_proposal(proceeding)
    said = {
        "basis": {**basis_of(proceeding), "grounds": order.weighed.as_row(), "said": _plain(order)},
        "disposal": order.disposal,
        "terms": [term.as_row() for term in order.terms],
        "text": order.text,
        "grounds": order.grounds,
        "reason": order.reason,
        "public_interest": order.public_interest,
    }
    require(is_news(filter(None, [standing]), said, what=board.proposed_in(proceeding.procedure_key)))
    if standing is not None:
        standing.is_current = False
        standing.save()
    proposal = Proposal(proceeding=proceeding, proposed_on=clock.today(), proposed_by=actor.name, **said)
    proposal.save()
    record(events.PROPOSAL_MADE, actor=actor, subject=proceeding.case, facts={"text": order.text})
    return proposal


def _plain(order: EnterProposal) -> dict[str, Any]:
    """What was said, as values that come back from a row as they went in."""
    plain: dict[str, Any] = order.model_dump(mode="json", include={"whole"})["whole"]
    return plain
