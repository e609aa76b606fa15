"""Approve afterwards what was seized on the spot, within twenty-four hours; refused, it is lifted at once (行政强制法 §19)."""

from typing import Literal

from pydantic import Field

from sanzhi.cases import board, queries
from sanzhi.cases.card import Card
from sanzhi.cases.fixed import tells_of_now
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.policies import is_no_reviewer
from sanzhi.coercion import events
from sanzhi.coercion.models import Seizure
from sanzhi.coercion.queries import seizure_of
from sanzhi.coercion.terms import is_reported_in_time
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

LAW = "行政强制法第十九条"
APPROVED, REFUSED = "批准", "不批准，立即解除"


class RegulariseSeizure(OnJudged):
    outcome: Literal["批准", "不批准，立即解除"]
    opinion: str = Field(min_length=2, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    seizure = seizure_of(proceeding)
    return Verdict.when(
        seizure is not None and seizure.is_urgent and seizure.is_regularised is None,
        "没有等待补办批准的查封、扣押。",
        citation=LAW,
    )


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={"outcome": "审批意见", "opinion": "理由"},
    objects=_objects,
    reads=lambda on: (queries.current_proposal(on), seizure_of(on)),
    is_main=True,
    is_done=lambda on: (row := seizure_of(on)) is not None and row.is_regularised is not None,
)


def _may_approve(proceeding: Proceeding, seizure: Seizure) -> Verdict:
    """In time, reviewed where it is a major one, and on a report that says what was done."""
    verdict = Verdict.when(
        is_reported_in_time(seizure),
        "实施以后已经超过二十四小时，不能再补办批准。",
        citation=LAW,
        remedy="请选择不批准，立即解除；仍需要查封、扣押的，解除以后重新报批。",
    ) & Verdict.when(
        tells_of_now(proceeding, "seizure_approval"),
        "没有按实施的情况制作并签批的《行政强制措施审批表》。",
        citation=LAW,
        remedy="请承办人报告，制作审批表并完成签批。",
    )
    for name in ("reviews.review_passed", "reviews.deliberation_concluded"):
        verdict &= board.guard(name, proceeding)
    return verdict


@act("coercion.regularise_seizure", title="补办审批", card=CARD)
def regularise_seizure(actor: Actor, order: RegulariseSeizure, *, on: Proceeding) -> Seizure:
    seizure = seizure_of(on)
    assert seizure is not None  # the card has asked for it
    approves = order.outcome == APPROVED
    require(is_no_reviewer(on.case, actor.officer_id))
    if approves:
        require(_may_approve(on, seizure))
    seizure.is_regularised, seizure.regularised_at = approves, clock.now()
    seizure.regularised_by, seizure.regularised_for = actor.name, order.opinion
    seizure.save()
    facts = {"outcome": order.outcome}
    record(events.SEIZURE_REGULARISED, actor=actor, subject=on.case, facts=facts)
    return seizure
