"""Answer an owner's objection, the oldest first; the remedies are told beside it (河南省行政执法条例 §26)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.requisition import events
from sanzhi.requisition.models import Objection
from sanzhi.requisition.proposing import TOLD
from sanzhi.requisition.queries import waiting_objections


class AnswerObjection(OnJudged):
    answer: Told = Field(min_length=10, max_length=2000)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        waiting_objections(proceeding), "没有等待答复的异议。", citation=TOLD, remedy="请先登记异议。"
    )


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={"answer": "答复（同时告知可以申请行政复议、提起行政诉讼）"},
    objects=_objects,
    reads=lambda on: waiting_objections(on)[:1],
)


@act("requisition.answer_objection", title="答复异议", card=CARD)
def answer_objection(actor: Actor, order: AnswerObjection, *, on: Proceeding) -> Objection:
    row = waiting_objections(on)[0]
    row.answer, row.answered_on, row.answered_by = order.answer, clock.today(), actor.name
    row.save()
    record(events.OBJECTION_ANSWERED, actor=actor, subject=on.case, facts={})
    return row
