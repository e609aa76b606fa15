"""Record that the receiver of a referral gave back the things that went with it: against its list, with what is missing."""

from datetime import date
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Referral
from sanzhi.penalty.referral_models import ThingsBack
from sanzhi.penalty.things_back import LAW, still_out, things_sent


class TakeThingsBack(OnProceeding):
    things: list[str] = Field(default_factory=list, max_length=50)
    missing: str = Field(default="", max_length=300)
    back_on: date
    receipt: str = Field(min_length=3, max_length=60)


def _begun(proceeding: Proceeding) -> dict[str, Any]:
    row = still_out(proceeding)
    return {"things": things_sent(proceeding, row) if row else [], "back_on": clock.today()}


CARD = Card(
    captions={
        "things": "退回的物品（每行一项）",
        "missing": "没有退回的物品及原因",
        "back_on": "退回日",
        "receipt": "退还清单、交接凭证号",
    },
    helps={"things": "物品的名称与移送清单一致；没有退回的一行删去，在下面写明原因。"},
    initial=_begun,
    objects=lambda proceeding: Verdict.when(
        still_out(proceeding),
        "没有等待登记退回的随案移交物品。",
        citation=LAW,
        remedy="接收机关不予立案、退回的，请先登记其答复。",
    ),
    at_any_step=True,
    after_closure=True,
)


@act("penalty.take_things_back", title="登记退回的物品", card=CARD)
def take_things_back(actor: Actor, order: TakeThingsBack, *, on: Proceeding) -> ThingsBack:
    row = still_out(on)
    assert row is not None  # the card has asked for it
    sent = things_sent(on, row)
    other = "、".join(thing for thing in order.things if thing not in sent)
    away = "、".join(thing for thing in sent if thing not in order.things)
    require(
        Verdict.when(
            not other,
            f"移送清单中没有{other}。",
            citation=LAW,
            remedy=f"请按移送清单填写：{'、'.join(sent)}。",
        ),
        Verdict.when(
            not away or len(order.missing) >= 5,
            f"没有写明{away}为什么没有退回。",
            citation=LAW,
            remedy="请写明没有退回的物品和接收机关说明的原因（不少于5个字）。",
        ),
        _is_in_time(row, order.back_on),
    )
    back = ThingsBack(referral=row, recorded_by=actor.name, **order.said())
    back.save()
    facts = {"receiver": row.receiver, "count": len(order.things), "receipt": order.receipt}
    record(events.THINGS_BACK, actor=actor, subject=on.case, facts=facts)
    return back


def _is_in_time(row: Referral, back_on: date) -> Verdict:
    handed_on = row.handed_at.astimezone(clock.CHINA).date() if row.handed_at else back_on
    return Verdict.when(
        handed_on <= back_on <= clock.today(),
        "物品的退回日应在移交之后、不晚于今天。",
        citation=LAW,
        remedy="请按退还清单上的日期填写。",
    )
