"""Decide that there is no penalty: the head decides it, with its own paper; a case does not just end (行政处罚法 §57)."""

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
from sanzhi.penalty.gains import nothing_left_behind
from sanzhi.penalty.queries import sparing_of
from sanzhi.penalty.sparing import ground_is_true
from sanzhi.penalty.untaken import stays_taken

NAME = "penalty.decide_no_penalty"


class DecideNoPenalty(OnJudged):
    pass


def _objects(proceeding: Proceeding) -> Verdict:
    proposal, ground = queries.current_proposal(proceeding), sparing_of(proceeding)
    verdict = may_decide_by(proceeding, act=NAME) & Verdict.when(
        proposal is not None and proposal.disposal == Disposal.SPARE,
        "现在的处理建议不是不予处罚。",
        citation="行政处罚法第五十七条",
        remedy="请先提出不予处罚的建议。",
    )
    verdict &= nothing_left_behind(proceeding) & stays_taken(proceeding) & is_not_the_same_again(proceeding)
    return verdict & ground_is_true(proceeding, ground) if ground else verdict


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    objects=_objects,
    reads=lambda on: (queries.current_proposal(on), on.finding),
    is_main=True,
    signed_before=True,
)


@act(NAME, title="作出不予处罚决定", card=CARD)
def decide_no_penalty(actor: Actor, order: DecideNoPenalty, *, on: Proceeding) -> Decision:
    require(is_no_reviewer(on.case, actor.officer_id))
    step = queries.procedure_of(on).step_with(NAME)
    assert step is not None  # the act is offered by a step
    issue = IssueDecision(case=on.case_id, proceeding=on.pk, form=step.issues[Disposal.SPARE])
    return issue_decision(actor, issue)
