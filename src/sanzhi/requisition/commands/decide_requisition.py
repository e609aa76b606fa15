"""Decide the requisition; of what was taken at once on the same day, later only with the reason on record."""

from typing import Any

from pydantic import Field

from sanzhi.cases import queries
from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssueDecision, issue_decision
from sanzhi.cases.models import Decision, Proceeding
from sanzhi.cases.orders import OnJudged, Told
from sanzhi.cases.policies import is_no_reviewer, may_decide_by
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.measures import Disposal
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.requisition import events
from sanzhi.requisition.proposing import LAW, still_holds
from sanzhi.requisition.queries import requisition_of, things_of
from sanzhi.requisition.rules import major_reasons

NAME = "requisition.decide_requisition"


class DecideRequisition(OnJudged):
    late_for: Told = Field(default="", max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    return may_decide_by(proceeding, act=NAME) & still_holds(proceeding)


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={"late_for": "没有当日补办手续的原因"},
    helps={"late_for": "只在先行征用、不是当日补办时填写。"},
    objects=_objects,
    reads=lambda on: (queries.current_proposal(on), requisition_of(on), *things_of(on)),
    is_main=True,
)


@act(NAME, title="作出征用决定", card=CARD)
def decide_requisition(actor: Actor, order: DecideRequisition, *, on: Proceeding) -> Decision:
    row, step = requisition_of(on), queries.procedure_of(on).step_with(NAME)
    assert row is not None and step is not None  # the guards have asked for both
    is_late = row.taken_on is not None and clock.today() > row.taken_on
    require(
        is_no_reviewer(on.case, actor.officer_id),
        Verdict.when(
            is_late == bool(order.late_for.strip()),
            "先行征用的，当日补办决定；不是当日补办的写明原因，其他情形不写。",
            citation=LAW,
        ),
    )
    row.late_for = order.late_for
    row.save()
    place: dict[str, Any] = {"case": on.case_id, "proceeding": on.pk}
    form = step.issues[Disposal.REQUISITION]
    decision = issue_decision(actor, IssueDecision(**place, form=form, is_major=bool(major_reasons(on))))
    record(events.DECIDED, actor=actor, subject=on.case, facts={})
    return decision
