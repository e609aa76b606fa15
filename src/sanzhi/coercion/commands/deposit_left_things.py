"""Deposit 提存 what nobody has fetched sixty days after the public call; its cost is the party's (平顶山条例 §32)."""

from decimal import Decimal

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.coercion import events
from sanzhi.coercion.building import demolition_of, kept_things
from sanzhi.coercion.choosing import chosen
from sanzhi.coercion.leaving import LAW, fetch_by, is_kept, kept_choices
from sanzhi.coercion.models import LeftThing
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.ledger.commands import record


class DepositLeftThings(OnProceeding):
    things: list[int] = Field(min_length=1, max_length=200)
    deposited_with: str = Field(min_length=4, max_length=100)
    voucher: str = Field(min_length=3, max_length=40)
    cost: Decimal = Field(ge=0, max_digits=14, decimal_places=2)


def _objects(proceeding: Proceeding) -> Verdict:
    row, until = demolition_of(proceeding), fetch_by(proceeding)
    called = row is not None and row.called_on is not None
    return (
        is_kept(proceeding)
        & Verdict.when(
            called,
            "没有发布招领公告，不能提存。",
            citation=LAW,
            remedy="当事人二十日内没有领取的，先发布招领公告。",
        )
        & Verdict.when(
            not called or until is None or clock.today() > until.on,
            f"招领公告后领取的期限至{chinese_date(until.on) if until else ''}，尚未届满，不能提存。",
            citation=LAW,
        )
    )


CARD = Card(
    captions={
        "things": "财物",
        "deposited_with": "提存机构",
        "voucher": "提存凭证号",
        "cost": "提存、保管费用（元，由当事人承担）",
    },
    choices={"things": kept_choices},
    initial=lambda on: {"things": [key for key, _ in kept_choices(on)]},
    objects=_objects,
)


@act("coercion.deposit_left_things", title="登记提存", card=CARD)
def deposit_left_things(actor: Actor, order: DepositLeftThings, *, on: Proceeding) -> tuple[LeftThing, ...]:
    rows = chosen(order.things, kept_things(on), citation=LAW)
    for number, row in enumerate(rows):
        row.deposited_on, row.deposited_with = clock.today(), order.deposited_with
        row.voucher = order.voucher
        row.cost = order.cost if number == 0 else None  # one sum for all that is deposited together
        row.save()
    facts = {"count": len(rows), "voucher": order.voucher}
    record(events.LEFT_DEPOSITED, actor=actor, subject=on.case, facts=facts)
    return rows
