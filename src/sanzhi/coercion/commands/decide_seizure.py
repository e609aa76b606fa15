"""Decide the seizure before it is carried out; its paper is made with it (行政强制法 §18(1), §24)."""

from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssueDecision, issue_decision
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.policies import is_no_reviewer, may_decide_by
from sanzhi.coercion import events
from sanzhi.coercion.queries import seizure_of
from sanzhi.coercion.rules import major_reasons
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Disposal
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

NAME = "coercion.decide_seizure"


class DecideSeizure(OnJudged):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    return may_decide_by(proceeding, act=NAME)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    objects=_objects,
    reads=lambda on: (queries.current_proposal(on), seizure_of(on)),
    is_main=True,
)


@act(NAME, title="作出查封、扣押决定", card=CARD)
def decide_seizure(actor: Actor, order: DecideSeizure, *, on: Proceeding) -> Decision:
    require(is_no_reviewer(on.case, actor.officer_id))
    seizure, step = seizure_of(on), queries.procedure_of(on).step_with(NAME)
    assert seizure is not None and step is not None  # the guards have asked for both
    place: dict[str, Any] = {"case": on.case_id, "proceeding": on.pk}
    form = step.issues[Disposal.SEIZE]
    decision = issue_decision(actor, IssueDecision(**place, form=form, is_major=bool(major_reasons(on))))
    facts = {"manner": seizure.get_manner_display()}
    record(events.SEIZURE_DECIDED, actor=actor, subject=on.case, facts=facts)
    return decision
