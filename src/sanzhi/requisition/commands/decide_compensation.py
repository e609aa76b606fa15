"""Decide the compensation that was told and heard; its paper is made with it (突发事件应对法 §12; 河南省行政执法条例 §29)."""

from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssueDecision, issue_decision
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.policies import is_no_reviewer, may_decide_by
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Disposal
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.requisition import events
from sanzhi.requisition.queries import compensation_of, things_of
from sanzhi.requisition.rules import major_reasons

NAME = "requisition.decide_compensation"


class DecideCompensation(OnJudged):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    return may_decide_by(proceeding, act=NAME)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    objects=_objects,
    reads=lambda on: (queries.current_proposal(on), compensation_of(on), *things_of(on)),
    is_main=True,
)


@act(NAME, title="作出补偿决定", card=CARD)
def decide_compensation(actor: Actor, order: DecideCompensation, *, on: Proceeding) -> Decision:
    require(is_no_reviewer(on.case, actor.officer_id))
    row, step = compensation_of(on), queries.procedure_of(on).step_with(NAME)
    assert row is not None and step is not None  # the guards have asked for both
    place: dict[str, Any] = {"case": on.case_id, "proceeding": on.pk}
    form = step.issues[Disposal.COMPENSATE]
    decision = issue_decision(actor, IssueDecision(**place, form=form, is_major=bool(major_reasons(on))))
    record(events.COMPENSATION_DECIDED, actor=actor, subject=on.case, facts={"amount": yuan(row.amount)})
    return decision
