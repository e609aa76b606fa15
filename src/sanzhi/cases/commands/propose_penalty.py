"""Propose the penalty at the end of the investigation; a later proposal supersedes the earlier one, which stays."""

from decimal import Decimal

from pydantic import Field

from sanzhi.cases import events, queries
from sanzhi.cases.models import Case, Proposal
from sanzhi.cases.penalty_rules import describe_penalty, fine_fits, is_heavier
from sanzhi.cases.policies import may_act
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class ProposePenalty(Order):
    case: int
    warns: bool = False
    fine: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    other_measures: str = Field(default="", max_length=300)
    confiscated: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    no_penalty: bool = False
    quantities: dict[str, Decimal] = Field(default_factory=dict)
    tier: str = Field(default="", max_length=40)
    reason: str = Field(min_length=5, max_length=3000)
    mitigation: str = Field(default="", max_length=200)
    public_interest: bool = False


@command("cases.propose_penalty", title="提出处罚建议")
def propose_penalty(actor: Actor, order: ProposePenalty) -> Proposal:
    case = queries.case_for_update(actor, order.case)
    punishes = order.warns or order.fine is not None or bool(order.other_measures)
    require(
        may_act(actor, case, act="propose_penalty"),
        Verdict.when(
            punishes != order.no_penalty,
            "请或者提出处罚，或者建议不予处罚。",
            citation="行政处罚法第五十七条",
        ),
        fine_fits(case, order.fine, quantities=order.quantities, mitigation=order.mitigation),
        _confiscation_is_valued(order),
        _not_aggravated(case, order),
    )
    standing = queries.current_proposal(case)
    if standing is not None:
        standing.is_current = False
        standing.save()
    proposal = Proposal(
        case=case,
        proposed_on=clock.today(),
        proposed_by=actor.name,
        quantities={name: str(value) for name, value in order.quantities.items()},
        **order.model_dump(exclude={"case", "quantities"}),
    )
    proposal.save()
    text = describe_penalty(warns=order.warns, fine=order.fine, other_measures=order.other_measures)
    record(events.PENALTY_PROPOSED, actor=actor, subject=case, facts={"text": text or "不予处罚"})
    return proposal


def _confiscation_is_valued(order: ProposePenalty) -> Verdict:
    """What is confiscated and what it is worth go together: the hearing line counts the value."""
    citation = "行政处罚法第六十三条；河南省行政处罚听证办法第四条"
    confiscates = "没收" in order.other_measures
    return Verdict.when(
        order.confiscated or not confiscates,
        "拟没收的违法所得、财物没有填写价值，无法判断是否达到听证标准。",
        citation=citation,
    ) & Verdict.when(
        confiscates or not order.confiscated,
        "填写了没收的价值，请在“其他处罚或者措施”中写明没收什么。",
        citation=citation,
    )


def _not_aggravated(case: Case, order: ProposePenalty) -> Verdict:
    standing = queries.current_proposal(case)
    pleaded = hasattr(case, "plea") and not case.plea.is_waived
    heavier = standing is not None and is_heavier(order, standing)
    return Verdict.when(
        not (pleaded and heavier), "不得因当事人陈述申辩而给予更重的处罚。", citation="行政处罚法第四十五条"
    )
