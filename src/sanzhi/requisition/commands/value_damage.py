"""Value what came back damaged or is lost, by evidence: the repair, or the worth less what remains (突发事件应对法 §12)."""

from decimal import Decimal

from pydantic import Field

from sanzhi.cases.card import Card
from sanzhi.cases.models import Proceeding
from sanzhi.cases.orders import OnProceeding
from sanzhi.cases.policies import has_two_qualified_officers, is_not_decided
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import act
from sanzhi.kernel.order_form import Choices
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.law.money import yuan
from sanzhi.ledger.commands import record
from sanzhi.requisition import events
from sanzhi.requisition.models import RequisitionedThing
from sanzhi.requisition.proposing import LAW
from sanzhi.requisition.queries import things_of


class ValueDamage(OnProceeding):
    thing: int
    worth: Decimal = Field(gt=0, max_digits=14, decimal_places=2)
    remaining: Decimal = Field(default=Decimal(0), ge=0, max_digits=14, decimal_places=2)
    proof: str = Field(min_length=4, max_length=200)


def _hurt(proceeding: Proceeding) -> Choices:
    return [(row.pk, row.thing.text) for row in things_of(proceeding) if row.is_hurt]


def _objects(proceeding: Proceeding) -> Verdict:
    verdict = is_not_decided(proceeding) if proceeding.main_id else Verdict.yes()
    return (
        verdict
        & Verdict.when(
            _hurt(proceeding),
            "没有毁损、灭失的财物需要估价。",
            citation=LAW,
            remedy="请先逐项返还、清点。",
        )
        & has_two_qualified_officers(proceeding.case)
    )


CARD = Card(
    captions={
        "thing": "毁损、灭失的财物",
        "worth": "修复费用或者灭失部分的估价（元）",
        "remaining": "残值（元）",
        "proof": "证据（修理报价、评估报告等）",
    },
    choices={"thing": _hurt},
    objects=_objects,
)


@act("requisition.value_damage", title="毁损、灭失估价", card=CARD)
def value_damage(actor: Actor, order: ValueDamage, *, on: Proceeding) -> RequisitionedThing:
    row = next((one for one in things_of(on) if one.pk == order.thing and one.is_hurt), None)
    require(
        Verdict.when(row, "所选的财物没有毁损、灭失。", citation=LAW, remedy="请从列出的财物中选择。"),
        Verdict.when(
            order.remaining <= order.worth, "残值高于估价。", citation=LAW, remedy="请核对评估报告。"
        ),
    )
    assert row is not None
    row.damage_worth, row.remaining, row.damage_proof = order.worth, order.remaining, order.proof
    row.save()
    facts = {"what": row.thing.text, "worth": yuan(order.worth)}
    record(events.DAMAGE_VALUED, actor=actor, subject=on.case, facts=facts)
    return row
