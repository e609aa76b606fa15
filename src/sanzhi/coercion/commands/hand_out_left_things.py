"""Hand the goods that were kept to the party who comes for them (平顶山条例 §32)."""

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.building import kept_things, left_things
from sanzhi.coercion.choosing import chosen
from sanzhi.coercion.leaving import LAW, is_kept, kept_choices
from sanzhi.coercion.models import LeftThing
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.ledger.commands import record


class HandOutLeftThings(OnProceeding):
    things: list[int] = Field(min_length=1, max_length=200)
    claimed_by: str = Field(min_length=2, max_length=100)
    voucher: str = Field(min_length=3, max_length=40)


CARD = Card(
    captions={
        "things": "财物",
        "claimed_by": "领取人（当事人或者其委托的人）",
        "voucher": "签收的领取凭证号",
    },
    choices={"things": kept_choices},
    initial=lambda on: {
        "things": [key for key, _ in kept_choices(on)],
        "claimed_by": on.respondent.name if on.respondent else "",
    },
    objects=is_kept,
    is_main=True,
    is_done=lambda on: bool(left_things(on)) and not kept_things(on),
)


@act("coercion.hand_out_left_things", title="登记领取财物", card=CARD)
def hand_out_left_things(actor: Actor, order: HandOutLeftThings, *, on: Proceeding) -> tuple[LeftThing, ...]:
    rows = chosen(order.things, kept_things(on), citation=LAW)
    for row in rows:
        row.claimed_on, row.claimed_by, row.voucher = clock.today(), order.claimed_by, order.voucher
        row.save()
    facts = {"count": len(rows), "voucher": order.voucher}
    record(events.LEFT_CLAIMED, actor=actor, subject=on.case, facts=facts)
    return rows
