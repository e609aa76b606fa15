"""Find that the party does not keep the agreement: the execution goes on (行政强制法 §42(2))."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.halting import standing_agreement
from sanzhi.coercion.models import Agreement
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation.roles import Role

LAW = "行政强制法第四十二条第二款"


class BreakAgreement(OnProceeding):
    reason: str = Field(min_length=10, max_length=1000)


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(standing_agreement(proceeding), "没有正在履行的执行协议。", citation=LAW)


CARD = Card(
    citation=LAW,
    office=(Role.BUREAU_HEAD,),
    captions={"reason": "当事人不履行协议的事实"},
    objects=_objects,
    at_any_step=True,
)


@act("coercion.break_agreement", title="认定不履行执行协议", card=CARD)
def break_agreement(actor: Actor, order: BreakAgreement, *, on: Proceeding) -> Agreement:
    row = standing_agreement(on)
    assert row is not None  # the card has asked for it
    first = row.stages[0]["by"]
    require(
        Verdict.when(
            first < clock.today().isoformat(),
            f"协议的第一阶段到{first}，还没有到期。",
            citation=LAW,
            remedy="请等期限届满、当事人仍不履行再认定。",
        )
    )
    row.broken_on, row.broken_for = clock.today(), order.reason
    row.save()
    record(events.AGREEMENT_BROKEN, actor=actor, subject=on.case, facts={})
    return row
