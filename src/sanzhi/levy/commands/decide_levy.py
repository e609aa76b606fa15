"""Decide the levy: what was told, heard, assessed by the list in force; its paper is made with it (河南省行政执法条例 §29)."""

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
from sanzhi.levy import events
from sanzhi.levy.queries import assessment_of
from sanzhi.levy.rules import major_reasons
from sanzhi.organisation.roles import Role

NAME = "levy.decide_levy"


class DecideLevy(OnJudged):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    return may_decide_by(proceeding, act=NAME)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    objects=_objects,
    reads=lambda on: (queries.current_proposal(on), assessment_of(on)),
    is_main=True,
)


@act(NAME, title="作出征收决定", card=CARD)
def decide_levy(actor: Actor, order: DecideLevy, *, on: Proceeding) -> Decision:
    require(is_no_reviewer(on.case, actor.officer_id))
    assessed, step = assessment_of(on), queries.procedure_of(on).step_with(NAME)
    assert assessed is not None and step is not None  # the guards have asked for both
    place: dict[str, Any] = {"case": on.case_id, "proceeding": on.pk}
    form = step.issues[Disposal.LEVY]
    decision = issue_decision(actor, IssueDecision(**place, form=form, is_major=bool(major_reasons(on))))
    record(events.DECIDED, actor=actor, subject=on.case, facts={"amount": yuan(assessed.amount)})
    return decision
