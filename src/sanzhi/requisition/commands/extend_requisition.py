"""Use things longer: decided by the head before the term ends, and told in writing (突发事件应对法 §12)."""

from datetime import date

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.commands import IssuePaper, issue_own_paper
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.days import chinese_date
from sanzhi.law.limits import limit
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role
from sanzhi.requisition import events
from sanzhi.requisition.chosen import any_in_use
from sanzhi.requisition.models import Requisition
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import requisition_of


class ExtendRequisition(OnProceeding):
    until: date
    reason: Told = Field(min_length=10, max_length=500)


def _objects(proceeding: Proceeding) -> Verdict:
    row = requisition_of(proceeding)
    return any_in_use(proceeding) & Verdict.when(
        row is None or (row.use_ended_on is None and clock.today() <= row.last_on),
        "征用期限已经届满或者已经停止使用，不能延长，应当返还。",
        citation=LAW,
        remedy="请登记停止使用，逐项返还；仍然需要的，另行征用。",
    )


CARD = Card(
    office=(Role.BUREAU_HEAD,),
    captions={"until": "延长至", "reason": "继续使用的紧急需要"},
    objects=_objects,
)


@act("requisition.extend_requisition", title="延长征用期限", card=CARD)
def extend_requisition(actor: Actor, order: ExtendRequisition, *, on: Proceeding) -> Requisition:
    row = requisition_of(on)
    assert row is not None  # something is in use
    most = limit("requisition_term", clock.today())
    require(
        Verdict.when(
            row.last_on < order.until and most.allows((order.until - row.last_on).days),
            f"延长后的期限应在{chinese_date(row.last_on)}以后、一次不超过{most.value}日（建议值）。",
            citation=LAW,
            remedy="请核对日期；届满时仍然需要的，再次延长。",
        )
    )
    row.extended_until, row.extended_for = order.until, order.reason
    row.extended_on, row.extended_by = clock.today(), actor.name
    row.save()
    issue_own_paper(actor, IssuePaper(case=on.case_id, proceeding=on.pk, purpose="requisition_extension"))
    record(events.EXTENDED, actor=actor, subject=on.case, facts={"until": chinese_date(order.until)})
    return row
