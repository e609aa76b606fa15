"""Decide the penalty: the one irreversible act. Every guard of the step is asked again, in this transaction.

If we stop before the commit, nothing was decided, no number taken, no paper made. After the commit the
decision stands, and its paper with it; the publication follows as a job.
"""

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
from sanzhi.organisation.roles import Role
from sanzhi.penalty.again import is_not_the_same_again
from sanzhi.penalty.rules import major_reasons

NAME = "penalty.decide_penalty"


class DecidePenalty(OnJudged):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    return may_decide_by(proceeding, act=NAME) & is_not_the_same_again(proceeding)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    objects=_objects,
    reads=lambda on: (queries.current_proposal(on), on.finding),
    is_main=True,
    signed_before=True,
)


@act(NAME, title="作出行政处罚决定", card=CARD)
def decide_penalty(actor: Actor, order: DecidePenalty, *, on: Proceeding) -> Decision:
    require(is_no_reviewer(on.case, actor.officer_id))
    step = queries.procedure_of(on).step_with(NAME)
    assert step is not None  # the act is offered by a step
    issue = IssueDecision(
        case=on.case_id,
        proceeding=on.pk,
        form=step.issues[Disposal.PUNISH],
        is_major=bool(major_reasons(on)),
    )
    return issue_decision(actor, issue)
