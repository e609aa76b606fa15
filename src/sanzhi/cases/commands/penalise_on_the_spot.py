"""Decide on the spot 当场处罚: within 200 / 3,000 yuan or a warning, told and heard first, handed over at once."""

from decimal import Decimal

from pydantic import Field

from sanzhi.cases import board, events, queries
from sanzhi.cases.issuing import follow_up, issue_decision_paper
from sanzhi.cases.models import Case, Decision, Plea, Proposal
from sanzhi.cases.penalty_rules import describe_penalty, fine_fits, within_simplified_limits
from sanzhi.cases.policies import has_two_qualified_officers, may_touch
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class PenaliseOnTheSpot(Order):
    case: int
    warns: bool = False
    fine: Decimal | None = Field(default=None, gt=0, max_digits=14, decimal_places=2)
    quantities: dict[str, Decimal] = Field(default_factory=dict)
    reason: str = Field(min_length=5, max_length=2000)
    rights_told: bool = False
    plea_text: str = Field(default="", max_length=2000)
    plea_answer: str = Field(default="", max_length=2000)


@command("cases.penalise_on_the_spot", title="当场处罚")
def penalise_on_the_spot(actor: Actor, order: PenaliseOnTheSpot) -> Decision:
    case = queries.case_for_update(actor, order.case)
    require(_may(actor, case, order=order))
    today = clock.today()
    _write_plea_and_proposal(actor, case, order=order)
    case.filed_on = case.decided_on = today
    case.save()
    text = describe_penalty(warns=order.warns, fine=order.fine, other_measures="")
    decision = Decision(
        case=case,
        warns=order.warns,
        fine=order.fine,
        text=text,
        is_simplified=True,
        is_major=False,
        decided_on=today,
        decided_by=actor.name,
    )
    decision.save()
    paper = issue_decision_paper(actor, case, form="D43")
    decision.document_id, decision.number = paper.pk, paper.number
    decision.save()
    facts = {"number": decision.number, "text": text}
    record(events.PENALISED_ON_THE_SPOT, actor=actor, subject=case, facts=facts)
    follow_up(case)
    return decision


def _write_plea_and_proposal(actor: Actor, case: Case, *, order: PenaliseOnTheSpot) -> None:
    """What was said and what was proposed on the spot, as rows like those of the ordinary procedure."""
    today = clock.today()
    Plea(
        case=case,
        is_waived=not order.plea_text,
        text=order.plea_text,
        made_on=today,
        answer=order.plea_answer,
        is_accepted=False if order.plea_text else None,
        answered_on=today if order.plea_text else None,
    ).save()
    Proposal(
        case=case,
        warns=order.warns,
        fine=order.fine,
        quantities={name: str(value) for name, value in order.quantities.items()},
        reason=order.reason,
        proposed_on=today,
        proposed_by=actor.name,
    ).save()


def _may(actor: Actor, case: Case, *, order: PenaliseOnTheSpot) -> Verdict:
    verdict = Verdict.when(
        case.procedure_key == "penalty/simplified",
        "本案适用普通程序，不能当场处罚。",
        citation="行政处罚法第五十一条",
    )
    verdict &= Verdict.when(
        not hasattr(case, "decision"), "本案已经当场作出处罚决定。", citation="行政处罚法第二十九条"
    )
    verdict &= may_touch(actor, case, act="penalise_on_the_spot") & has_two_qualified_officers(case)
    verdict &= Verdict.when(
        order.warns or order.fine, "请填写警告或者罚款。", citation="行政处罚法第五十一条"
    )
    verdict &= Verdict.when(
        order.rights_told,
        "当场处罚前应当告知拟处罚内容、事实、理由、依据和陈述申辩权利。",
        citation="行政处罚法第四十四条",
    )
    verdict &= Verdict.when(
        not order.plea_text or order.plea_answer,
        "当事人提出了陈述申辩，请填写复核意见。",
        citation="行政处罚法第四十五条",
    )
    verdict &= within_simplified_limits(case, order.fine)
    verdict &= fine_fits(case, order.fine, quantities=order.quantities, mitigation="")
    for name in ("within_limitation", "respondent_punishable"):
        verdict &= board.guard(name, case)
    return verdict
