"""Decide that it is executed: in the party's place, or by force; the paper names how and when (行政强制法 §37, §50, §51)."""

from typing import Any

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssueDecision, issue_decision
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.policies import is_no_reviewer, may_decide_by
from sanzhi.coercion.halting import enforcement_of, goes_on
from sanzhi.coercion.proxy_days import is_ahead
from sanzhi.coercion.queries import ENFORCEMENT
from sanzhi.coercion.rules import major_reasons
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.organisation.roles import Role

NAME = "coercion.decide_enforcement"


class DecideEnforcement(OnJudged):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    return may_decide_by(proceeding, act=NAME) & goes_on(proceeding)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    objects=_objects,
    reads=lambda on: (queries.current_proposal(on), enforcement_of(on)),
    is_main=True,
)


@act(NAME, title="作出强制执行决定", card=CARD)
def decide_enforcement(actor: Actor, order: DecideEnforcement, *, on: Proceeding) -> Decision:
    row = enforcement_of(on)
    is_proxy = on.procedure_key == ENFORCEMENT and row is not None
    require(
        is_no_reviewer(on.case, actor.officer_id),
        is_ahead(row.planned_on) if is_proxy and row else Verdict.yes(),
    )
    step, proposal = queries.procedure_of(on).step_with(NAME), queries.current_proposal(on)
    assert step is not None and proposal is not None  # the act is offered by a step, the guards have asked
    place: dict[str, Any] = {"case": on.case_id, "proceeding": on.pk}
    form = step.issues[proposal.disposal]
    return issue_decision(actor, IssueDecision(**place, form=form, is_major=bool(major_reasons(on))))
