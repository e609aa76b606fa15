"""Assess the compensation: counted from the rows of inventory, return and valuation, nothing typed (突发事件应对法 §12)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import EnterProposal, enter_proposal
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.cases.policies import has_two_qualified_officers, is_not_decided
from sanzhi.cases.vouching import Weighed
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.measures import Disposal, Measure, Term, described
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.requisition import events
from sanzhi.requisition.claims import counted
from sanzhi.requisition.models import CompensationAssessment
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import to_value


class AssessCompensation(OnProceeding):
    reason: Told = Field(min_length=5, max_length=1000)
    public_interest: bool = False


def _objects(proceeding: Proceeding) -> Verdict:
    waiting = to_value(proceeding)
    return (
        is_not_decided(proceeding)
        & Verdict.when(
            not waiting,
            f"{'、'.join(row.name for row in waiting)}毁损、灭失，尚未估价。",
            citation=LAW,
            remedy="请先按证据估价。",
        )
        & has_two_qualified_officers(proceeding.case)
    )


CARD = Card(
    captions={"reason": "核算的说明", "public_interest": "重大公共利益或者疑难复杂"},
    objects=_objects,
    is_main=True,
)


@act("requisition.assess_compensation", title="核算补偿", card=CARD)
def assess_compensation(actor: Actor, order: AssessCompensation, *, on: Proceeding) -> CompensationAssessment:
    found = counted(on)
    terms = (Term(Measure.COMPENSATION, found.result),)
    proposal = enter_proposal(
        actor,
        EnterProposal(
            case=on.case_id,
            proceeding=on.pk,
            disposal=Disposal.COMPENSATE,
            terms=terms,
            text=described(terms),
            grounds={"act": "compensation", "lines": list(found.lines())},
            weighed=Weighed(),
            reason=order.reason,
            public_interest=order.public_interest,
            whole=order.said(),
        ),
    )
    row = CompensationAssessment(
        proceeding=on,
        proposal=proposal,
        amount=found.result,
        lines=list(found.lines()),
        assessed_on=clock.today(),
        assessed_by=actor.name,
    )
    row.save()
    facts = {"amount": yuan(found.result)}
    record(events.COMPENSATION_ASSESSED, actor=actor, subject=on.case, facts=facts)
    return row
