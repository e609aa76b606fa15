"""Decide that what was paid beyond what is owed goes back; the sum is counted, never typed (城市道路管理条例 §38)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, issue_own_paper
from sanzhi.cases.correcting import no_correction_waits
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnJudged, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.derivation import NOTHING
from sanzhi.law.levies import given_back
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.levy import events
from sanzhi.levy.guards import REFUND, lowerings_settled
from sanzhi.levy.models import Refund
from sanzhi.levy.owed import kept, outstanding, owed_in_all, waiting_refund
from sanzhi.levy.queries import assessment_of, granted, payments
from sanzhi.organisation.roles import Role


class RefundLevy(OnJudged):
    reason: Told = Field(min_length=5, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    return (
        Verdict.when(
            waiting_refund(proceeding) is None,
            "已经决定的退费尚未退还。",
            citation=REFUND,
            remedy="请先登记退还。",
        )
        & Verdict.when(
            outstanding(proceeding) < 0,
            "没有多缴的款项可以退还。",
            citation=REFUND,
            remedy="缩小面积、缩短时间的，请先提出并经审批。",
        )
        & lowerings_settled(proceeding)
        & no_correction_waits(proceeding)
    )


CARD = Card(
    citation="城市道路管理条例第三十八条",
    office=(Role.BUREAU_HEAD,),
    captions={"reason": "退还的理由"},
    objects=_objects,
    reads=lambda on: (assessment_of(on), *granted(on), *payments(on)),
    after_closure=True,
)


@act("levy.refund_levy", title="决定退费", card=CARD)
def refund_levy(actor: Actor, order: RefundLevy, *, on: Proceeding) -> Refund:
    assessed = assessment_of(on)
    assert assessed is not None  # something was paid
    paid = kept(on)
    found = given_back(assessed.item, paid, owed=max(owed_in_all(on), NOTHING))
    lowered = [line for row in granted(on)[-1:] for line in row.lines]
    row = Refund(
        proceeding=on,
        amount=found.result,
        lines=[*lowered, *found.lines()],
        reason=order.reason,
        decided_on=clock.today(),
        decided_by=actor.name,
    )
    row.save()
    paper = issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose="levy_refund"))
    row.document_id = paper.document_id
    row.save()
    record(events.REFUND_DECIDED, actor=actor, subject=on.case, facts={"amount": yuan(row.amount)})
    return row
