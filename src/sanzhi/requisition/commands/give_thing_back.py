"""Give a thing back, held against its line of the inventory: what came back, was used up, is lost makes it whole."""

from decimal import Decimal
from typing import Any

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import has_two_qualified_officers
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.derivation import plain
from sanzhi.law.inventory import is_whole
from sanzhi.ledger.commands import record
from sanzhi.requisition import events
from sanzhi.requisition.chosen import any_in_use, in_use, thing_in_use
from sanzhi.requisition.models import RequisitionedThing
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import requisition_of, things_of, unsettled

ZERO = Decimal(0)


class GiveThingBack(OnProceeding):
    """`returned`, `consumed` and `lost` in the unit of the line."""

    thing: int
    returned: Decimal = Field(ge=0, max_digits=12, decimal_places=3)
    consumed: Decimal = Field(default=ZERO, ge=0, max_digits=12, decimal_places=3)
    lost: Decimal = Field(default=ZERO, ge=0, max_digits=12, decimal_places=3)
    condition: str = Field(min_length=2, max_length=200)
    is_damaged: bool = False
    damage: str = Field(default="", max_length=300)
    received_by: str = Field(min_length=2, max_length=100)
    receiver_proof: str = Field(default="", max_length=300)
    voucher: str = Field(min_length=3, max_length=40)


def _objects(proceeding: Proceeding) -> Verdict:
    row = requisition_of(proceeding)
    return (
        any_in_use(proceeding)
        & Verdict.when(
            row is None or row.use_ended_on is not None,
            "尚未登记停止使用，不能办理返还。",
            citation=LAW,
            remedy="请先登记停止使用。",
        )
        & has_two_qualified_officers(proceeding.case)
    )


def _begins(proceeding: Proceeding) -> dict[str, Any]:
    rows, party = in_use(proceeding), proceeding.respondent
    name = (party.representative or party.name) if party else ""
    return {"thing": rows[0][0] if rows else None, "received_by": name, "condition": "与清单所写一致"}


CARD = Card(
    captions={
        "thing": "清单中的财物",
        "returned": "返还数量",
        "consumed": "消耗数量",
        "lost": "灭失数量",
        "condition": "返还时的状况（与清单逐项核对）",
        "is_damaged": "毁损",
        "damage": "毁损、消耗、灭失的经过",
        "received_by": "接收人（权利人下落不明的，写提存机关）",
        "receiver_proof": "接收人不是权利人本人、其负责人的，委托、继承、提存的证明",
        "voucher": "返还凭证号",
    },
    helps={"returned": "返还、消耗、灭失的数量相加应当等于清单的数量。"},
    choices={"thing": in_use},
    initial=_begins,
    objects=_objects,
    is_main=True,
    is_done=lambda on: bool(things_of(on)) and not unsettled(on),
)


@act("requisition.give_thing_back", title="返还、清点一项财物", card=CARD)
def give_thing_back(actor: Actor, order: GiveThingBack, *, on: Proceeding) -> RequisitionedThing:
    row = thing_in_use(on, order.thing)
    require(_fits(row, order), _is_entitled(on, order), _voucher_is_new(row, order.voucher))
    said = order.said()
    for name in said.keys() - {"thing", "condition"}:
        setattr(row, name, said[name])
    row.returned_condition, row.settled_at = order.condition, clock.now()
    row.save()
    counts = {name: plain(getattr(order, name)) for name in ("returned", "consumed", "lost")}
    record(events.THING_BACK, actor=actor, subject=on.case, facts={"what": row.thing.text, **counts})
    return row


def _fits(row: RequisitionedThing, order: GiveThingBack) -> Verdict:
    """Line by line: what was taken is all accounted for, and nothing that was not."""
    told = order.returned + order.consumed + order.lost
    gone = order.is_damaged or order.consumed or order.lost
    return (
        Verdict.when(
            all(is_whole(part, row.unit) for part in (order.returned, order.consumed, order.lost)),
            f"“{row.name}”按{row.unit}计，返还、消耗、灭失的数量应当是整数。",
            citation=LAW,
            remedy="返还时有损坏的，整件返还并登记毁损。",
        )
        & Verdict.when(
            told == row.count,
            f"“{row.name}”清单为{plain(row.count)}{row.unit}，返还{plain(order.returned)}、消耗{plain(order.consumed)}、"
            f"灭失{plain(order.lost)}，相差{plain(abs(row.count - told))}{row.unit}。",
            citation=LAW,
            remedy="请逐项核对清单；缺少的写明消耗或者灭失。",
        )
        & Verdict.when(
            not order.is_damaged or order.returned > 0,
            "没有返还的，不登记毁损；已经灭失的，填写灭失数量。",
            citation=LAW,
        )
        & Verdict.when(
            bool(gone) == bool(order.damage.strip()),
            "毁损、消耗、灭失的应当写明经过，没有的不写。",
            citation=LAW,
        )
        & Verdict.when(
            not order.consumed or row.daily is None,
            f"“{row.name}”有每日使用价，不是消耗品，不能登记消耗。",
            citation=LAW,
            remedy="没有返还的，登记为灭失。",
        )
    )


def _is_entitled(proceeding: Proceeding, order: GiveThingBack) -> Verdict:
    """The owner, who stands for it, or somebody whose authority is shown."""
    party = proceeding.respondent
    own = {*party.names, party.representative, party.guardian} - {""} if party else set()
    return Verdict.when(
        (order.received_by.strip() in own) != (len(order.receiver_proof.strip()) >= 4),
        f"接收人“{order.received_by}”不是权利人本人、其负责人的，应当写明委托、继承、提存的证明；是的不写。",
        citation=LAW,
        remedy="请核对接收人的身份和证明；权利人下落不明的，依法提存。",
    )


def _voucher_is_new(row: RequisitionedThing, voucher: str) -> Verdict:
    """One receipt may tell of several things of one requisition."""
    others = RequisitionedThing.objects.filter(voucher=voucher).exclude(requisition=row.requisition_id)
    return Verdict.when(
        not others.exists(),
        f"返还凭证{voucher}已经用于另一案件。",
        citation=LAW,
        remedy="请核对凭证号。",
    )
