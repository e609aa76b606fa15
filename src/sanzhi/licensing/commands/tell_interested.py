"""Tell somebody whom the licence concerns directly, so that he may speak (行政许可法 §36)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding, Told
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.receipts import plain_number
from sanzhi.ledger.commands import record
from sanzhi.licensing import events
from sanzhi.licensing.models import InterestedView
from sanzhi.licensing.offering import is_undecided
from sanzhi.licensing.queries import interested_views

LAW = "行政许可法第三十六条"


class TellInterested(OnProceeding):
    name: str = Field(min_length=2, max_length=100)
    contact: str = Field(min_length=4, max_length=100)
    interest: Told = Field(min_length=5, max_length=300)


CARD = Card(
    captions={"name": "利害关系人", "contact": "联系方式", "interest": "与许可事项的重大利益关系"},
    helps={"interest": "例如：占用位置在其门前，影响出入和采光。"},
    objects=is_undecided,
)


@act("licensing.tell_interested", title="告知利害关系人", card=CARD)
def tell_interested(actor: Actor, order: TellInterested, *, on: Proceeding) -> InterestedView:
    known = {plain_number(row.name) for row in interested_views(on)}
    party = on.respondent
    own = {plain_number(name) for name in party.names} if party else set()
    require(
        Verdict.when(
            plain_number(order.name) not in known,
            f"已经告知过{order.name}。",
            citation=LAW,
            remedy="请在已有的登记中填写其意见。",
        ),
        Verdict.when(
            plain_number(order.name) not in own,
            "申请人、被许可人本人不是利害关系人。",
            citation=LAW,
            remedy="请填写与许可事项有重大利益关系的他人。",
        ),
    )
    row = InterestedView(proceeding=on, told_on=clock.today(), **order.said())
    row.save()
    record(events.INTERESTED_TOLD, actor=actor, subject=on.case, facts={})
    return row
