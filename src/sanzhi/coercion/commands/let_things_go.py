"""Record that settled things left custody: to whom, by which receipt, in what condition (行政强制法 §28(2); 行政处罚法 §74)."""

from decimal import Decimal

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import has_two_qualified_officers
from sanzhi.coercion import events
from sanzhi.coercion.choosing import chosen
from sanzhi.coercion.disposing import may_be_disposed_of
from sanzhi.coercion.models import SeizedThing, Way
from sanzhi.coercion.queries import in_custody, taken
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

LAW = "行政强制法第二十八条第二款"


class LetThingsGo(OnProceeding):
    things: list[int] = Field(min_length=1, max_length=200)
    received_by: str = Field(min_length=2, max_length=100)
    voucher: str = Field(min_length=3, max_length=40)
    condition: str = Field(min_length=2, max_length=200)
    proceeds: Decimal | None = Field(default=None, max_digits=14, decimal_places=2, ge=0)


def _settled(proceeding: Proceeding) -> list[SeizedThing]:
    return [row for row in in_custody(proceeding) if row.settled_at is not None]


def _choices(proceeding: Proceeding) -> Choices:
    return [(row.pk, f"{row.thing.text}（{row.get_way_display()}）") for row in _settled(proceeding)]


def _objects(proceeding: Proceeding) -> Verdict:
    return Verdict.when(
        _settled(proceeding),
        "没有已经处理、等待交接的财物。",
        citation=LAW,
        remedy="请机关负责人先作出处理决定。",
    ) & has_two_qualified_officers(proceeding.case)


CARD = Card(
    captions={
        "things": "财物",
        "received_by": "接收人",
        "voucher": "交接凭证号（签收的清单、票据、销毁记录）",
        "condition": "交接时的状况",
        "proceeds": "变卖、拍卖所得（元）",
    },
    helps={"proceeds": "只在变卖、拍卖的填写；解除的，变卖所得退还当事人。"},
    choices={"things": _choices},
    initial=lambda on: {"things": [key for key, _ in _choices(on)], "condition": "与清单所写一致"},
    objects=_objects,
    is_main=True,
    is_done=lambda on: bool(taken(on)) and not in_custody(on),
)


@act("coercion.let_things_go", title="登记财物交接", card=CARD)
def let_things_go(actor: Actor, order: LetThingsGo, *, on: Proceeding) -> tuple[SeizedThing, ...]:
    rows = chosen(order.things, in_custody(on), citation=LAW)
    ways = {Way(row.way) for row in rows if row.way}
    require(
        Verdict.when(
            len(ways) == 1 and all(row.settled_at for row in rows),
            "一次只登记同一种处理方式、已经作出处理决定的财物。",
            citation=LAW,
            remedy="请按处理方式分次登记。",
        )
    )
    (way,) = ways
    require(
        Verdict.when(
            way != Way.SET_OFF,
            "拍卖抵缴罚款的财物由拍卖机构交付买受人，不在这里登记交接。",
            citation="行政强制法第四十六条第三款、第四十八条",
            remedy="请委托拍卖，登记拍卖成交、抵缴罚款。",
        ),
        Verdict.when(
            way == Way.SET_OFF or (way == Way.SOLD) == (order.proceeds is not None),
            "变卖、拍卖的应当填写所得款项，其他处理方式不填。",
            citation=LAW,
        ),
        may_be_disposed_of(on, way, receiver=order.received_by),
    )
    for row in rows:
        row.gone_at, row.received_by = clock.now(), order.received_by
        row.voucher, row.handed_condition = order.voucher, order.condition
        row.save()
    if order.proceeds is not None:
        rows[0].proceeds = order.proceeds
        rows[0].save()
    facts = {"count": len(rows), "way": way.label, "voucher": order.voucher}
    record(events.THINGS_GONE, actor=actor, subject=on.case, facts=facts)
    return rows
