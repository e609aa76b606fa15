"""Order the party to pull down what must go; the paper names structure, ground, day and remedies (城乡规划法 §64)."""

from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssueDecision, issue_decision
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.policies import is_no_reviewer, may_decide_by
from sanzhi.coercion import events
from sanzhi.coercion.building import structure_of
from sanzhi.coercion.rules import major_reasons
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Disposal
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

NAME = "coercion.decide_removal"


class DecideRemoval(OnJudged):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    row = structure_of(proceeding)
    return may_decide_by(proceeding, act=NAME) & Verdict.when(
        row is None or row.due_on is None or row.due_on > clock.today(),
        "意见中自行拆除的期限已经届满，当事人无法在期限内拆除。",
        citation="平顶山市城乡规划建设管理条例第二十八条",
        remedy="请退回，重新提出期限并告知。",
    )


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    objects=_objects,
    reads=lambda on: (queries.current_proposal(on), structure_of(on)),
    is_main=True,
)


@act(NAME, title="作出限期拆除决定", card=CARD)
def decide_removal(actor: Actor, order: DecideRemoval, *, on: Proceeding) -> Decision:
    require(is_no_reviewer(on.case, actor.officer_id))
    step = queries.procedure_of(on).step_with(NAME)
    assert step is not None  # the act is offered by a step
    place: dict[str, Any] = {"case": on.case_id, "proceeding": on.pk}
    form = step.issues[Disposal.DEMOLISH]
    decision = issue_decision(actor, IssueDecision(**place, form=form, is_major=bool(major_reasons(on))))
    record(events.REMOVAL_DECIDED, actor=actor, subject=on.case, facts={})
    return decision
