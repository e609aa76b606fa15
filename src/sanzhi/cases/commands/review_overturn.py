"""Review the proposal to revoke or change a major decision, before the head decides it (行政处罚法 §58)."""

from pydantic import Field

from sanzhi.cases import events
from sanzhi.cases.card import Card
from sanzhi.cases.models import Overturn, OverturnedBy, Proceeding
from sanzhi.cases.orders import OnJudged
from sanzhi.cases.overturning import LAW, waiting
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role


class ReviewOverturn(OnJudged):
    is_agreed: bool
    opinion: str = Field(min_length=5, max_length=2000)


def _objects(proceeding: Proceeding) -> Verdict:
    row = waiting(proceeding)
    return Verdict.when(
        row is not None and row.reviewed_on is None and row.by_whom == OverturnedBy.SELF,
        "没有等待审核的撤销、变更意见。",
        citation=LAW,
        remedy="本机关撤销、变更的，请先由承办人提出；复议机关、人民法院作出的不必审核，由机关负责人登记。",
    )


CARD = Card(
    citation="行政处罚法第七十五条第二款；河南省行政执法条例第三十二条",
    office=(Role.LEGAL_REVIEWER,),
    captions={"is_agreed": "同意", "opinion": "审核意见"},
    objects=_objects,
    reads=lambda on: (waiting(on),),
    at_any_step=True,
    after_closure=True,
)


@act("cases.review_overturn", title="审核撤销、变更意见", card=CARD)
def review_overturn(actor: Actor, order: ReviewOverturn, *, on: Proceeding) -> Overturn:
    row = waiting(on)
    assert row is not None  # the card asks for it
    row.is_agreed, row.opinion = order.is_agreed, order.opinion
    row.reviewed_on, row.reviewed_by = clock.today(), actor.name
    row.save()
    outcome = "同意" if order.is_agreed else "不同意"
    record(events.OVERTURN_REVIEWED, actor=actor, subject=on.case, facts={"outcome": outcome})
    return row
