"""Decide a relief, or that a use is cut short; the approval's paper is made with it (城市道路管理条例 §38)."""

from typing import Literal

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, issue_own_paper
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.levy import events
from sanzhi.levy.lowering import LAW
from sanzhi.levy.models import Lowering
from sanzhi.levy.queries import assessment_of, waiting_lowering
from sanzhi.organisation.roles import Role

GRANTED = "准予"


class DecideLowering(OnJudged):
    outcome: Literal["准予", "不予准许"]
    opinion: Told = Field(min_length=5, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        waiting_lowering(proceeding),
        "没有等待审批的减免、缩短占用。",
        citation=LAW,
        remedy="请承办人先登记。",
    )


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={"outcome": "审批意见", "opinion": "理由"},
    objects=_objects,
    reads=lambda on: (waiting_lowering(on), assessment_of(on)),
)


@act("levy.decide_lowering", title="审批减免、缩短占用", card=CARD)
def decide_lowering(actor: Actor, order: DecideLowering, *, on: Proceeding) -> Lowering:
    row = waiting_lowering(on)
    assert row is not None  # the card has asked for it
    row.is_granted, row.opinion = order.outcome == GRANTED, order.opinion
    row.decided_on, row.decided_by = clock.today(), actor.name
    row.save()
    paper = issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose="levy_lowering"))
    row.document_id = paper.document_id
    row.save()
    facts = {"kind": row.get_kind_display(), "outcome": order.outcome}
    record(events.LOWERING_DECIDED, actor=actor, subject=on.case, facts=facts)
    return row
