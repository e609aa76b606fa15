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
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.penalty import events
from sanzhi.penalty.models import Referral
from sanzhi.penalty.referral_models import ThingsBack
from sanzhi.penalty.things_back import LAW, awaited


class TakeThingsBack(OnProceeding):
    things: list[str] = Field(default_factory=list, max_length=50)
    missing: str = Field(default="", max_length=300)
    back_on: date
    receipt: str = Field(min_length=3, max_length=60)


def _begun(proceeding: Proceeding) -> dict[str, Any]:
    return {"things": next(iter(awaited(proceeding).values()), []), "back_on": clock.today()}


CARD = Card(
    citation=LAW,
    captions={
        "things": "退回的物品（每行一项）",
        "missing": "没有退回的物品及原因",
        "back_on": "退回日",
        "receipt": "退还清单、交接凭证号",
    },
    helps={"things": "物品的名称与移送清单一致；没有退回的一行删去，在下面写明原因；其后退回的，再次登记。"},
    initial=_begun,
    objects=lambda proceeding: Verdict.when(
        awaited(proceeding),
        "没有等待登记退回的随案移交物品。",
        citation=LAW,
        remedy="接收机关不予立案、退回的，请先登记其答复。",
    ),
    at_any_step=True,
    after_closure=True,
)


@act("penalty.take_things_back", title="登记退回的物品", card=CARD)
def take_things_back(actor: Actor, order: TakeThingsBack, *, on: Proceeding) -> ThingsBack:
    row, out = _meant(on, order.things)
    require(_fits(order, row, out=out), _is_in_time(row, order.back_on))
    back = ThingsBack(referral=row, recorded_by=actor.name, **order.said())
    back.save()
    facts = {"receiver": row.receiver, "count": len(order.things), "receipt": order.receipt}
    record(events.THINGS_BACK, actor=actor, subject=on.case, facts=facts)
    return back


def _meant(on: Proceeding, things: list[str]) -> tuple[Referral, list[str]]:
    """The referral of which these things are still out; the first one where none of them has them all."""
    rows = list(awaited(on).items())  # the card has asked for them
    return next((one for one in rows if things and set(things) <= set(one[1])), rows[0])


def _fits(order: TakeThingsBack, row: Referral, *, out: list[str]) -> Verdict:
    other = "、".join(thing for thing in order.things if thing not in out)
    away = "、".join(thing for thing in out if thing not in order.things)
    is_later = bool(rows_of(row.things_back))
    return (
        Verdict.when(
            not other,
            f"尚未退回的移交物品中没有{other}。",
            citation=LAW,
            remedy=f"请按移送清单填写：{'、'.join(out)}。",
        )
        & Verdict.when(
            not away or is_later or len(order.missing) >= 5,
            f"没有写明{away}为什么没有退回。",
            citation=LAW,
            remedy="请写明没有退回的物品和接收机关说明的原因（不少于5个字）。",
        )
        & Verdict.when(
            order.things or not is_later,
            "没有填写其后退回的物品。",
            citation=LAW,
            remedy=f"请填写退回的物品：{'、'.join(out)}。",
        )
    )


def _is_in_time(row: Referral, back_on: date) -> Verdict:
    handed_on = row.handed_at.astimezone(clock.CHINA).date() if row.handed_at else back_on
    return Verdict.when(
        handed_on <= back_on <= clock.today(),
        "物品的退回日应不早于移交日、不晚于今天。",
        citation=LAW,
        remedy="请按退还清单上的日期填写。",
    )
