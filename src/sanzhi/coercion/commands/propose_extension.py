"""Propose that a complicated seizure last longer; review and the head see this very proposal (行政强制法 §25)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterProposal, enter_proposal
from sanzhi.cases.models import Proceeding, Proposal
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import terms
from sanzhi.coercion.extending import may_be_extended
from sanzhi.coercion.queries import seizure_of, unsettled
from sanzhi.coercion.rules import EXTENSION
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Disposal, Measure, Term


class ProposeExtension(OnProceeding):
    days: int = 30
    reason: str = Field(min_length=10, max_length=500)


CARD = Card(
    captions={"days": "延长（日）", "reason": "情况复杂、需要延长的理由"},
    helps={"days": "不超过三十日，自原期限届满之次日起计算，只能延长一次。"},
    objects=may_be_extended,
)


@act("coercion.propose_extension", title="报请延长查封、扣押期限", card=CARD)
def propose_extension(actor: Actor, order: ProposeExtension, *, on: Proceeding) -> Proposal:
    seizure, most = seizure_of(on), terms.most_days_more()
    assert seizure is not None  # the card has asked for it
    require(Verdict.when(1 <= order.days <= most, f"延长的期限应当在1日至{most}日之间。", citation=terms.LAW))
    rows = unsettled(on)
    proposal = EnterProposal(
        case=on.case_id,
        proceeding=on.pk,
        disposal=Disposal.SEIZE,
        terms=tuple(Term(Measure(seizure.manner), None, row.thing.text) for row in rows),
        text=f"延长{seizure.get_manner_display()}期限{order.days}日",
        grounds={"act": EXTENSION, "days": order.days},
        reason=order.reason,
        whole=order.said(),
    )
    return enter_proposal(actor, proposal)
